import { spawn } from 'node:child_process'

/** Runs a Python script beside the node that it asks, which runs in this process as well. */
export function runScript(
  script: string,
  args: readonly string[],
): Promise<{ status: number | null; told: string }> {
  // -B: no compiled files are left beside the script.
  const child = spawn('/usr/bin/python3', ['-B', script, ...args])
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      told += piece
    })
  return new Promise((done) => child.once('close', (status) => done({ status, told })))
}
