import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'

const DROP = '/proc/sys/vm/drop_caches'

/** Reads a file of a process; null when it has ended meanwhile. */
function readOf(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

/** Who started a process (proc_pid_stat(5)); its name may hold blanks and brackets, and ends at the last one. */
const parentOf = (pid: number): number => Number(/^.*\) \S (\d+)/s.exec(readOf(pid, 'stat') ?? '')?.[1])

/** A process and all that it has started, at this moment. */
function familyOf(root: number): number[] {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(running.map((pid) => [pid, parentOf(pid)]))
  const family = [root]
  for (const known of family) family.push(...running.filter((pid) => parents.get(pid) === known))
  return family
}

/**
 * The memory of a program with all its processes, in MiB: what several share is divided among them (PSS,
 * proc_pid_smaps(5)). Null where the system does not tell.
 */
export function memoryOf(root: number): number | null {
  if (!existsSync(`/proc/${root}/smaps_rollup`)) return null
  const kib = familyOf(root).map((pid) =>
    Number(/^Pss:\s*(\d+) kB$/m.exec(readOf(pid, 'smaps_rollup') ?? '')?.[1] ?? 0),
  )
  return kib.reduce((sum, each) => sum + each, 0) / 1024
}

/** Makes the system read every file from its disk again. @returns whether it let us, which on Linux it lets root */
export function forgetFiles(): boolean {
  if (platform() !== 'linux') return false
  spawnSync('sync')
  try {
    writeFileSync(DROP, '1')
    return true
  } catch {
    return false
  }
}
