import { type IWalletKit, WalletKit, type WalletKitTypes } from '@reown/walletkit'
import { Core } from '@walletconnect/core'
import { HDNodeWallet, Mnemonic } from 'ethers'
import { DEMO_PHRASE } from '../demo/people.ts'
import { APPROVES, type Order, type Policy, type Told } from './phone-messages.ts'

/** The process of a phone's wallet app, on the kit that real ones are built with. `phone.ts` starts and steers it. */
const { relayUrl, folder } = JSON.parse(process.argv[2]!) as { relayUrl: string; folder: string }
const METHODS = [
  ...['personal_sign', 'eth_signTypedData_v4', 'eth_sendTransaction'],
  ...['wallet_switchEthereumChain', 'wallet_addEthereumChain'],
]

let policy: Policy = APPROVES
/** Networks that the wallet has been told about. */
const known = new Set<number>()
type Held = {
  readonly id: number
  readonly topic: string
  readonly request: { method: string; params: unknown[] }
}
/** What lies on the screen of somebody who does not look at it. Until it is answered, the kit shows nothing after it. */
const held: Held[] = []
const tell = (message: Told): void => void process.send?.(message)

const core = new Core({
  projectId: 'f'.repeat(32),
  relayUrl,
  storageOptions: { database: `${folder}/phone.db` },
  telemetryEnabled: false,
  logger: 'silent',
})
const kit: IWalletKit = await WalletKit.init({
  core: core as WalletKitTypes.Options['core'],
  metadata: {
    name: 'Pocket Wallet',
    description: 'A wallet of the tests',
    url: 'https://wallet.example',
    icons: [],
  },
})

const walletAt = (index: number): HDNodeWallet =>
  HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEMO_PHRASE), `m/44'/60'/0'/0/${index}`)

const namespaces = (chains: readonly number[]) => ({
  eip155: {
    chains: chains.map((chain) => `eip155:${chain}`),
    accounts: chains.map((chain) => `eip155:${chain}:${walletAt(policy.account).address}`),
    methods: METHODS.filter((method) => !policy.without.includes(method)),
    events: ['accountsChanged', 'chainChanged'],
  },
})

kit.on('session_proposal', async ({ id }) => {
  tell({ told: 'proposal' })
  if (policy.proposal === 'reject') {
    return kit.rejectSession({ id, reason: { code: 5000, message: 'User rejected.' } })
  }
  await kit.approveSession({ id, namespaces: namespaces([policy.chain]) })
  tell({ told: 'paired' })
})

kit.on('session_request', async ({ id, topic, params: { request } }: WalletKitTypes.SessionRequest) => {
  tell({ told: 'request', method: request.method, params: request.params })
  if (policy.request === 'ignore') held.push({ id, topic, request })
  else await decide({ id, topic, request })
})

/** Answers as the person does now. */
async function decide({ id, topic, request }: Held): Promise<void> {
  const response =
    typeof policy.request === 'number'
      ? { id, jsonrpc: '2.0', error: { code: policy.request, message: 'User rejected the request' } }
      : await answered(id, topic, request)
  await kit.respondSessionRequest({ topic, response })
}

async function answered(id: number, topic: string, request: { method: string; params: unknown[] }) {
  try {
    return { id, jsonrpc: '2.0', result: await act(topic, request.method, request.params) }
  } catch (error) {
    return { id, jsonrpc: '2.0', error: error as { code: number; message: string } }
  }
}

async function act(topic: string, method: string, params: unknown[]): Promise<unknown> {
  const wallet = walletAt(policy.request === 'forge' ? policy.account + 1 : policy.account)
  switch (method) {
    case 'personal_sign':
      return wallet.signMessage(Buffer.from(String(params[0]).slice(2), 'hex'))
    case 'eth_signTypedData_v4': {
      const { domain, types, message } = JSON.parse(String(params[1]))
      const { EIP712Domain: _, ...own } = types
      return wallet.signTypedData(domain, own, message)
    }
    case 'wallet_addEthereumChain':
    case 'wallet_switchEthereumChain': {
      const chain = Number((params[0] as { chainId: string }).chainId)
      if (method === 'wallet_addEthereumChain') known.add(chain)
      if (!known.has(chain)) throw { code: 4902, message: 'Unrecognized chain ID' }
      await kit.updateSession({ topic, namespaces: namespaces([policy.chain, chain]) })
      return null
    }
    default:
      throw { code: 4200, message: `${method} is not supported` }
  }
}

const ORDERS = {
  pair: async ({ uri }: { uri: string }) => kit.pair({ uri }),
  behave: async ({ policy: next }: { policy: Policy }) => {
    policy = next
    // Not waited for: without its relay, a phone has decided all the same. Who asked may have gone meanwhile.
    if (policy.request !== 'ignore') void Promise.allSettled(held.splice(0).map(decide))
  },
  /** The person chooses another account in the app. */
  change: async () => {
    for (const { topic, namespaces: before } of Object.values(kit.getActiveSessions())) {
      const chains = before.eip155!.chains!.map((chain) => Number(chain.split(':')[1]))
      await kit.updateSession({ topic, namespaces: namespaces(chains) })
    }
  },
  hangUp: async () => {
    for (const topic of Object.keys(kit.getActiveSessions()))
      await kit.disconnectSession({ topic, reason: { code: 6000, message: 'User disconnected.' } })
  },
}

process.on('message', async (order: Order) => {
  try {
    await (ORDERS[order.do] as (order: Order) => Promise<void>)(order)
    tell({ told: 'done', id: order.id })
  } catch (error) {
    tell({ told: 'done', id: order.id, error: String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
tell({ told: 'ready' })
