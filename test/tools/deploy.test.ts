import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isKnownContract } from '../../electron/main/adapters/contract-code.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { readNetwork } from '../../electron/main/network-file.ts'
import { type Anvil, startAnvil } from '../../tools/chain/anvil.ts'
import { addressAt } from '../support/clinic.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The second account of the phrase that every development chain knows. */
const DEPLOYER = '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d'

let chain: Anvil
let folder: string
const deployment = `test-${process.pid}`

beforeAll(async () => {
  chain = await startAnvil({ args: ['--hardfork', 'osaka'] })
  folder = mkdtempSync(join(tmpdir(), 'medical-chain-deploy-'))
})
afterAll(async () => {
  await chain?.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(ROOT, 'tools/deploy/deployments', deployment), { recursive: true, force: true })
})

function run(program: string, args: readonly string[]): string {
  const env = {
    ...process.env,
    CLINIC_RPC: chain.rpc,
    CLINIC_DEPLOYER_KEY: DEPLOYER,
    HARDHAT_IGNITION_CONFIRM_DEPLOYMENT: 'true',
    HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true',
  }
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, env, encoding: 'utf8' })
  expect(status, stderr + stdout).toBe(0)
  return stdout
}

it('the contract is deployed as docs/deploy.md says, and the network file it prints leads to it', async () => {
  const parameters = join(folder, 'parameters.json')
  writeFileSync(parameters, JSON.stringify({ MedicalChain: { admin: addressAt(0) } }))
  run(join(ROOT, 'node_modules/.bin/hardhat'), [
    ...['ignition', 'deploy', 'tools/deploy/modules/medical-chain.ts', '--network', 'clinic'],
    ...['--parameters', parameters, '--deployment-id', deployment],
  ])
  const printed = run(process.execPath, [
    ...['tools/deploy/network-file.ts', '--name', 'A clinic', '--rpc', chain.rpc, '--deployment', deployment],
  ])
  const file = join(folder, 'network.json')
  writeFileSync(file, printed)
  const network = await readNetwork(file)
  expect(network).toMatchObject({ name: 'A clinic', chainId: 31337, deployedAt: 1, stores: [] })

  const provider = connect(network)
  const { account } = createLedgerState(viewsOf(provider, network), chainOf(provider))
  expect((await account(addressAt(0))).roles).toContain('admin')
  // Else no computer would join it.
  const known = await isKnownContract(network.contract, (address) => provider.getCode(address))
  expect(known).toBe(true)
  provider.destroy()
}, 120_000)
