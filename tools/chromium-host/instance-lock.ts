import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

type SecondInstance = (argv: string[], cwd: string, additionalData: unknown) => void

/** A link in the profile whose target is `<pid> <socket>`: made in one step, and readable without opening anything. */
const linkName = 'HostLock'
const prefix = 'electron-host-'

let held: { link: string; socket: string; server: Server } | undefined

/**
 * Takes the single-instance lock, or tells its holder about this start and returns false. Synchronous, as in
 * Electron; the socket lies in a private temporary folder because a profile's path can be too long for one.
 */
export function lock(userData: string, additionalData: unknown, onSecond: SecondInstance): boolean {
  const link = join(userData, linkName)
  const holder = readHolder(link)
  if (holder) {
    tell(holder.socket, { argv: process.argv, cwd: process.cwd(), additionalData })
    return false
  }
  const socket = join(mkdtempSync(join(tmpdir(), prefix)), 'instance.sock')
  rmSync(link, { force: true })
  try {
    symlinkSync(`${process.pid} ${socket}`, link)
  } catch {
    // Another instance was quicker.
    return false
  }
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    void text(connection).then((message) => {
      connection.end()
      const { argv, cwd, additionalData: data } = JSON.parse(message)
      onSecond(argv, cwd, data)
    })
  })
  server.listen(socket).unref()
  held = { link, socket, server }
  process.once('exit', unlock)
  return true
}

export function unlock(): void {
  if (!held) return
  held.server.close()
  rmSync(held.link, { force: true })
  rmSync(dirname(held.socket), { recursive: true, force: true })
  held = undefined
}

/** The living holder. What a killed host left behind is cleared away. */
function readHolder(link: string): { socket: string } | undefined {
  const [pid = '', socket = ''] = readText(() => readlinkSync(link)).split(' ')
  // A pid may have gone to another program since.
  const program = readText(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  if (program.includes(join(import.meta.dirname, 'boot.ts'))) return { socket }
  const folder = dirname(socket)
  if (folder.startsWith(join(tmpdir(), prefix))) rmSync(folder, { recursive: true, force: true })
  return undefined
}

function readText(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

/** Sockets in Node are asynchronous and the caller is not, so a short-lived Node delivers the message. */
function tell(socket: string, message: unknown): void {
  const script = `process.stdin.pipe(require('node:net').connect(${JSON.stringify(socket)})).on('error', () => {})`
  spawnSync(process.execPath, ['-e', script], { input: JSON.stringify(message), timeout: 5000 })
}
