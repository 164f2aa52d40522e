import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const STAMP = join(ROOT, 'out/sources.sha256')

/** Builds contract and app when their sources have changed since the last time. */
export function buildAll(): void {
  run('node', ['tools/contracts/build.ts'])
  const sources = hashOf([
    'electron',
    'renderer',
    'tools/classifier',
    'resources/locales',
    'electron.vite.config.ts',
    'package-lock.json',
  ])
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  run(join(ROOT, 'node_modules/.bin/electron-vite'), ['build', '--logLevel', 'error'])
  writeFileSync(STAMP, sources)
}

function run(program: string, args: string[]): void {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed`)
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesUnder(join(ROOT, start))))
    hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true } as const)
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
