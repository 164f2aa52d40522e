import { EthereumProvider } from '@walletconnect/ethereum-provider'
import type { Phone } from '../stand-ins/phone.ts'
import { seconds } from './measure.ts'

const CHAIN = 31337
const METHODS = ['personal_sign', 'eth_signTypedData_v4']

/** WalletConnect's own client in this process, without the app: what a phone takes whoever asks. */
export async function openSdk(relayUrl: string) {
  const { signer } = await EthereumProvider.init({
    projectId: 'f'.repeat(32),
    relayUrl,
    storage: inMemory(),
    showQrModal: false,
    optionalChains: [CHAIN],
    rpcMap: { [CHAIN]: 'http://127.0.0.1:1' },
    telemetryEnabled: false,
    disableProviderPing: true,
    logger: 'silent',
  })
  const { client } = signer
  const eip155 = { chains: [`eip155:${CHAIN}`], methods: METHODS, events: ['accountsChanged'] }
  let topic = ''
  return {
    /** Seconds from the scan to a session. */
    pair: async (phone: Phone): Promise<number> => {
      if (topic !== '') await client.disconnect({ topic, reason: { code: 6000, message: 'Over' } })
      const { uri, approval } = await client.connect({ optionalNamespaces: { eip155 } })
      return seconds(async () => {
        await phone.pair(uri!)
        topic = (await approval()).topic
      })
    },
    sign: (params: unknown): Promise<number> =>
      seconds(() =>
        client.request({
          topic,
          chainId: `eip155:${CHAIN}`,
          request: { method: 'eth_signTypedData_v4', params },
        }),
      ),
    close: async (): Promise<void> => {
      client.core.heartbeat.stop()
      await client.core.relayer.transportClose()
    },
  }
}

function inMemory() {
  const kept = new Map<string, unknown>()
  return {
    getKeys: async () => [...kept.keys()],
    getEntries: async <T>() => [...kept.entries()] as [string, T][],
    getItem: async <T>(key: string) => kept.get(key) as T | undefined,
    setItem: async <T>(key: string, value: T) => void kept.set(key, value),
    removeItem: async (key: string) => void kept.delete(key),
  }
}
