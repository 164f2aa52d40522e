import type { JsonRpcProvider } from 'ethers'
import { compareNodes } from './adapters/chain-witness.ts'
import { isKnownContract } from './adapters/contract-code.ts'
import { connect } from './adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from './adapters/ledger-state.ts'
import { createKuboStore } from './adapters/store-kubo.ts'
import { cidOf, pointerTo } from './crypto/pointer.ts'
import type { ClinicOffer, Trial } from './domain/clinic-file.ts'
import { Failure } from './domain/failure.ts'
import type { Network } from './domain/network.ts'
import type { ClinicFile } from './network-file.ts'

/** Any store can be asked for it: the block of no bytes. */
const NOTHING = cidOf(pointerTo(new Uint8Array()))

/** Tries what a network file names before anything rests on it. */
export async function examineClinic({ network, signed }: ClinicFile): Promise<ClinicOffer> {
  const provider = connect(network)
  const { account } = createLedgerState(viewsOf(provider, network), chainOf(provider))
  const node = (method: string, params: readonly unknown[]): Promise<unknown> =>
    provider.send(method, [...params]).catch((cause) => {
      throw new Failure('E_CHAIN_UNREACHABLE', {}, { cause })
    })
  try {
    const chain = await tried('chain', async () => {
      const found = Number(await node('eth_chainId', []))
      if (found !== network.chainId) throw new Failure('E_CHAIN_FOREIGN', { chainId: found })
    })
    const contract = await tried('contract', async () => {
      if ((await node('eth_getCode', [network.contract, 'latest'])) === '0x')
        throw new Failure('E_CHAIN_FOREIGN', { contract: network.contract })
    })
    const code = await tried('code', async () => {
      const codeOf = async (address: string) => String(await node('eth_getCode', [address, 'latest']))
      if (!(await isKnownContract(network.contract, codeOf)))
        throw new Failure('E_CHAIN_FOREIGN', { contract: network.contract })
    })
    const admin =
      signed === null ? [] : [await tried('admin', async () => vouches((await account(signed.by)).roles))]
    const witness =
      network.witness === undefined
        ? []
        : [await tried('witness', () => triedWitness(network, network.witness!, provider))]
    const stores = await Promise.all(network.stores.map((store) => triedStore(store)))
    const { name, chainId, rpc, payer, demo, walletConnect } = network
    return {
      name,
      chainId,
      rpc,
      contract: network.contract,
      payer: payer.kind,
      demo: demo !== null,
      signedBy: signed?.by ?? null,
      shared: network.stores.length > 0,
      phones:
        walletConnect === undefined ? 'none' : new URL(rpc).protocol === 'https:' ? 'yes' : 'without-tls',
      trials: [
        chain,
        contract,
        ...(contract.failure === null ? [code] : []),
        ...witness,
        ...admin,
        ...stores,
      ],
      usable: [chain, contract, code, ...admin].every(({ failure }) => failure === null),
    }
  } finally {
    provider.destroy()
  }
}

/** A second node that sees another chain would only forbid everything. */
async function triedWitness(network: Network, rpc: string, first: JsonRpcProvider): Promise<void> {
  const second = connect({ ...network, rpc })
  const state = await compareNodes(network, first, second).finally(() => second.destroy())
  if (state !== 'agrees') throw new Failure(state === 'silent' ? 'E_CHAIN_UNREACHABLE' : 'E_CHAIN_DISPUTED')
}

function vouches(roles: readonly string[]): void {
  if (!roles.includes('admin')) throw new Failure('E_NOT_ALLOWED')
}

/** Pinata can't be asked without a key, which is given later. */
async function triedStore(store: Network['stores'][number]): Promise<Trial> {
  if (store.kind === 'pinata') return { what: 'store', name: store.name, failure: null }
  const trial = await tried('store', async () => void (await createKuboStore(store).has(NOTHING)))
  return { ...trial, name: store.name }
}

async function tried(what: Trial['what'], run: () => Promise<void>): Promise<Trial> {
  try {
    await run()
    return { what, name: null, failure: null }
  } catch (error) {
    const { code, detail } = Failure.from(error)
    return { what, name: null, failure: { code, detail } }
  }
}
