import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Exact version and where `tools/setup` puts it: outside the lock file, whose registry lags for some platforms. */
export const ANVIL = {
  name: '@foundry-rs/anvil',
  version: '1.7.1',
  folder: join(ROOT, 'tools/.cache/anvil'),
} as const

/** The binary of this platform. @throws Error with the command to run when it is not there */
export function anvilBinary(): string {
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64'
  const extension = process.platform === 'win32' ? '.exe' : ''
  const file = join(
    ANVIL.folder,
    `node_modules/${ANVIL.name}-${process.platform}-${arch}/bin/anvil${extension}`,
  )
  if (!existsSync(file)) throw new Error(`anvil ${ANVIL.version} is not installed: run npm run setup`)
  return file
}

export type AnvilOptions = {
  /** Kept between runs where given. */
  readonly state?: string
  /** How often: a kill loses what came after, and each time writes the whole state. */
  readonly saveSeconds?: number
  readonly blockSeconds?: number
  readonly port?: number
  readonly phrase?: string
  readonly args?: readonly string[]
}

export type Anvil = {
  readonly rpc: string
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** Starts a development chain on loopback and waits until it answers. */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const port = options.port ?? (await freePort())
  const args = ['--host', '127.0.0.1', '--port', String(port), '--silent', '--chain-id', '31337']
  if (options.state !== undefined)
    args.push('--state', options.state, '--state-interval', String(options.saveSeconds ?? 1))
  if (options.blockSeconds !== undefined)
    args.push('--block-time', String(options.blockSeconds), '--mixed-mining')
  if (options.phrase !== undefined) args.push('--mnemonic', options.phrase)
  const child = spawn(anvilBinary(), [...args, '--accounts', '20', ...(options.args ?? [])], {
    stdio: 'ignore',
  })
  // One that is left behind would go on writing its state over that of the next.
  const end = (): void => void child.kill('SIGINT')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  const rpc = `http://127.0.0.1:${port}`
  await answers(rpc, child)
  return { rpc, process: child, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGINT')
  await ended
}

async function answers(rpc: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`anvil ended with code ${child.exitCode}`)
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(rpc, { method: 'POST', body, headers }).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('anvil does not answer')
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
