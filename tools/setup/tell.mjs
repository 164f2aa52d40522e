import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const CACHE = join(ROOT, 'tools', '.cache')

/** A step of set-up that can't go on; its text says what to do. */
export class SetupError extends Error {}

export const say = (text) => process.stdout.write(`setup: ${text}\n`)

export function fail(error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`\nsetup: ${error.message}\n`)
  process.exitCode = 1
}

/** Runs a program; its output is shown only when it fails. */
export function run(program, args, { env = process.env, cwd = ROOT, quiet = true } = {}) {
  mkdirSync(cwd, { recursive: true })
  const shell = process.platform === 'win32'
  const result = spawnSync(program, args, {
    cwd,
    env,
    shell,
    encoding: 'utf8',
    stdio: quiet ? 'pipe' : 'inherit',
  })
  if (result.status === 0) return result.stdout ?? ''
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`
  throw new SetupError(`"${program} ${args.join(' ')}" failed.\n${output.slice(-4000)}`)
}
