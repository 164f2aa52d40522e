import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Compiles the contracts that only tests deploy; the contracts' own test run does it too. */
export function buildContractTests(): void {
  const { status } = spawnSync('node', ['node_modules/hardhat/dist/src/cli.js', 'build', '--no-contracts'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' },
  })
  if (status !== 0) throw new Error('the contracts could not be compiled')
}
