import { EthereumProvider } from '@walletconnect/ethereum-provider'
import type { PhoneNetwork } from '../../electron/main/domain/network.ts'
import { createWalletStorage } from './wallet-storage.ts'

export type Client = Awaited<ReturnType<typeof EthereumProvider.init>>['signer']['client']
export type PhoneSession = ReturnType<Client['session']['get']>

/** What a phone is asked to allow. Reads are main's, so none stands here. */
export const METHODS = [
  'eth_sendTransaction',
  'personal_sign',
  'eth_signTypedData_v4',
  'wallet_switchEthereumChain',
  'wallet_addEthereumChain',
]

/**
 * How long a phone may take, and the least that WalletConnect accepts. Of its own it would wait 15 minutes, and what a
 * person agreed to after main had given up would still be signed, or sent.
 */
export const ANSWER_WITHIN_SECONDS = 300

type Running = { readonly client: Client; readonly clear: () => Promise<void> }

/** One for the page: the SDK keeps a global core, and a second client would listen to the first one's relay. */
let running: Promise<Running> | null = null
/** The last one's end: it clears the core and the store that the next one would share. */
let ending: Promise<void> = Promise.resolve()

export async function startClient(network: PhoneNetwork): Promise<Client> {
  running ??= ending
    .then(() => start(network))
    .catch((error) => {
      forgetCore()
      running = null
      throw error
    })
  return (await running).client
}

/** Ends the client and removes all that it has stored: its history holds past requests in clear. */
export async function endClient(): Promise<void> {
  if (running === null) return ending
  const ended = end(running)
  running = null
  ending = ended.catch(() => undefined)
  return ended
}

async function end(last: Promise<Running>): Promise<void> {
  const ended = await last.catch(() => null)
  if (ended === null) return
  const { heartbeat, relayer } = ended.client.core
  heartbeat.stop()
  await relayer.transportClose().catch(() => undefined)
  await ended.clear()
  forgetCore()
}

async function start({ projectId, relayUrl, chainId, rpc }: PhoneNetwork): Promise<Running> {
  const storage = createWalletStorage()
  const { signer } = await EthereumProvider.init({
    projectId,
    relayUrl,
    storage,
    showQrModal: false,
    optionalChains: [chainId],
    optionalMethods: METHODS,
    // Else the SDK would read from a node of WalletConnect's.
    rpcMap: { [chainId]: rpc },
    telemetryEnabled: false,
    disableProviderPing: true,
    logger: 'silent',
    metadata: {
      name: 'Medical-Chain',
      description: 'Medical records that open only for people you choose',
      url: 'https://medical-chain.example',
      icons: [],
    },
  })
  const { client } = signer
  // Verify waits five seconds for a frame that the page's policy forbids, before every request.
  client.core.verify.register = async () => undefined
  // Requests go to a session by its topic. The provider's own would pass what a session does not allow to the
  // network's node, which on a private chain may sign it with a key of its own.
  delete signer.session
  return { client, clear: storage.clear }
}

function forgetCore(): void {
  Reflect.deleteProperty(globalThis, '_walletConnectCore_')
  Reflect.deleteProperty(globalThis, '_walletConnectCore__count')
}
