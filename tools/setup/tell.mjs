import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const ROOT = join(import.meta.dirname, '..', '..')
export const CACHE = join(ROOT, 'tools', '.cache')

/** A registry may keep a client waiting for long; who sees nothing for so many milliseconds wonders. */
const SILENCE_MS = 60_000

const execute = promisify(execFile)

/** A step of set-up that can't go on; its text says what to do. */
export class SetupError extends Error {}

export const say = (text) => process.stdout.write(`setup: ${text}\n`)

export function fail(error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`\nsetup: ${error.message}\n`)
  process.exitCode = 1
}

/** Runs a program; its output is shown only when it fails, and that it still runs every minute. */
export async function run(program, args, { env = process.env, cwd = ROOT } = {}) {
  mkdirSync(cwd, { recursive: true })
  const command = `${program} ${args.join(' ')}`
  const reminder = setInterval(() => say(`still waiting for "${command}"`), SILENCE_MS)
  const shell = process.platform === 'win32'
  try {
    return (await execute(program, args, { cwd, env, shell, maxBuffer: Number.POSITIVE_INFINITY })).stdout
  } catch (error) {
    const output = `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message
    throw new SetupError(`"${command}" failed.\n${output.slice(-4000)}`)
  } finally {
    clearInterval(reminder)
  }
}
