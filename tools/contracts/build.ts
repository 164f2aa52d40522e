/**
 * Compiles the contracts when a source, the settings or the compiler changed, unless the contracts' tests have just done so.
 * The artifact is artifacts/contracts/MedicalChain.sol/MedicalChain.json (git-ignored), with ABI and bytecode.
 *
 *     node tools/contracts/build.ts
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const artifact = join(root, 'artifacts/contracts/MedicalChain.sol/MedicalChain.json')
const stamp = join(root, 'artifacts/medical-chain.sha256')
const hardhat = join(root, 'node_modules/hardhat/dist/src/cli.js')

/** Everything the bytecode follows from. */
function inputs(): string[] {
  const sources = readdirSync(join(root, 'contracts'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sol'))
    .sort()
    .map((file) => join('contracts', file))
  const packages = ['solc', '@openzeppelin/contracts'].map((name) =>
    join('node_modules', name, 'package.json'),
  )
  return [...sources, 'hardhat.config.ts', ...packages]
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of inputs()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  if (existsSync(artifact)) hash.update(readFileSync(artifact))
  return hash.digest('hex')
}

const upToDate = () =>
  existsSync(artifact) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

if (!upToDate()) {
  const build = spawnSync(process.execPath, [hardhat, 'build', '--no-tests', '--quiet'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' },
  })
  if (build.status !== 0) process.exit(build.status ?? 1)
  writeFileSync(stamp, fingerprint())
}
