import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, say } from './tell.mjs'

const stamp = join(ROOT, 'node_modules', '.medical-chain-lock')

/** Runs `npm ci` when the installed packages are not those of the lock file. */
export async function ensureDependencies(env) {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('installing the packages of package-lock.json (about two minutes)')
  await run('npm', ['ci', '--no-audit', '--no-fund'], { env })
  writeFileSync(stamp, lock)
}
