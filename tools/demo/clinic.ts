import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JsonRpcProvider } from 'ethers'
import type { Network } from '../../electron/main/domain/network.ts'
import { type Anvil, startAnvil } from '../chain/anvil.ts'
import { deploy } from '../chain/deploy.ts'
import { DEMO_PHRASE, PAYER_INDEX, PEOPLE } from './people.ts'

export type DemoClinic = {
  readonly chain: Anvil
  readonly network: Network
  readonly networkFile: string
  readonly stop: () => Promise<void>
}

/** Written anew at each start: an older version of this app may have said less about its people. */
const DEMO: Network['demo'] = { phrase: DEMO_PHRASE, people: PEOPLE }

/**
 * Starts the demo clinic's chain and writes its network file. The chain's state is kept in `folder` between runs; a
 * new one gets a fresh contract.
 * @param blockSeconds 0 records each act at once; the demo uses 2, so that waiting can be seen
 * @param saveSeconds how much of the chain a kill may lose
 */
export async function openDemoClinic(folder: string, blockSeconds = 0, saveSeconds = 1): Promise<DemoClinic> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const state = join(folder, 'chain.json')
  const networkFile = join(folder, 'network.json')
  const known = existsSync(state) && existsSync(networkFile)
  const chain = await startAnvil({
    state,
    saveSeconds,
    phrase: DEMO_PHRASE,
    ...(blockSeconds > 0 ? { blockSeconds } : {}),
  })
  const before = known ? (JSON.parse(readFileSync(networkFile, 'utf8')) as Network) : null
  const network = await clinicOn(chain, before)
  writeFileSync(networkFile, JSON.stringify(network, null, 2), { mode: 0o600 })
  return { chain, network, networkFile, stop: chain.stop }
}

async function clinicOn(chain: Anvil, before: Network | null): Promise<Network> {
  const provider = new JsonRpcProvider(chain.rpc, 31337, { staticNetwork: true })
  try {
    if (before !== null && (await provider.getCode(before.contract)) !== '0x')
      return { ...before, rpc: chain.rpc, demo: DEMO }
    const { address, block } = await deploy(provider, PEOPLE[0]!.address)
    const accounts = (await provider.send('eth_accounts', [])) as string[]
    return {
      name: 'Riverside Clinic',
      chainId: 31337,
      rpc: chain.rpc,
      contract: address as Network['contract'],
      deployedAt: block,
      stores: [],
      copies: 1,
      payer: { kind: 'node', account: accounts[PAYER_INDEX]!.toLowerCase() as Network['contract'] },
      demo: DEMO,
    }
  } finally {
    provider.destroy()
  }
}
