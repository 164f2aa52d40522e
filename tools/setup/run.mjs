// Plain JavaScript for Node 20 and newer without dependencies: it runs before there is anything else.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureAnvil } from './anvil.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron.mjs'
import { ensureNode } from './node.mjs'
import { fail, ROOT, SetupError } from './tell.mjs'

/** What runs once everything is there, under Node 24. */
const COMMANDS = {
  setup: null,
  start: 'tools/demo/start.ts',
  test: 'tools/test/run.ts',
  bench: 'tools/bench/main.ts',
}

const [command = 'start', ...args] = process.argv.slice(2)

try {
  if (!(command in COMMANDS)) throw new SetupError(`There is no command "${command}".`)
  const env = await ensureNode()
  // Both wait for the registry most of the time.
  await Promise.all([ensureDependencies(env), ensureAnvil(env)])
  await ensureElectron(env)
  const script = COMMANDS[command]
  if (script !== null) {
    const { status, signal } = spawnSync('node', [join(ROOT, script), ...args], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    })
    process.exitCode = status ?? (signal === null ? 1 : 130)
  }
} catch (error) {
  fail(error)
}
