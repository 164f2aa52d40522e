import { type ChildProcess, spawn } from 'node:child_process'

export type Display = { readonly name: string; readonly stop: () => void }

/** A display without a screen, for a machine that has none. */
export function startDisplay(): Promise<Display> {
  return new Promise((done, failed) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']
    const child: ChildProcess = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    child.once('error', failed)
    child.stdio[3]!.once('data', (number: Buffer) => {
      done({ name: `:${number.toString().trim()}`, stop: () => child.kill() })
    })
  })
}
