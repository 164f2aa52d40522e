import type { PhoneNetwork } from '../../electron/main/domain/network.ts'
import { ProviderFailure } from './provider.ts'
import { chainsOf } from './read-session.ts'
import { ANSWER_WITHIN_SECONDS, type Client } from './wallet-connect.ts'
import { walletFailure } from './wallet-failures.ts'

/** A wallet tells of the chain that it has gone to in a message of its own, which a slow relay may bring after its answer. */
const TELLS_WITHIN_MS = 30_000

/** Asks a phone to go to the clinic's network; one that doesn't know it is told about it (EIP-3326, EIP-3085). */
export async function switchChain(client: Client, topic: string, network: PhoneNetwork): Promise<void> {
  const session = client.session.get(topic)
  const from = chainsOf(session)[0]
  const chainId = `0x${network.chainId.toString(16)}`

  async function ask(method: string, params: unknown[]): Promise<void> {
    if (session.namespaces.eip155?.methods.includes(method) !== true)
      throw new ProviderFailure(4901, `${method} is not allowed`)
    const request = { method, params }
    await client.request({ topic, chainId: `eip155:${from}`, request, expiry: ANSWER_WITHIN_SECONDS })
  }

  try {
    await ask('wallet_switchEthereumChain', [{ chainId }])
  } catch (error) {
    if (walletFailure(error).code !== 4901) throw error
    await ask('wallet_addEthereumChain', [
      {
        chainId,
        chainName: network.name,
        rpcUrls: [network.rpc],
        nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      },
    ])
  }
  await arrived(client, topic, network.chainId)
}

async function arrived(client: Client, topic: string, chainId: number): Promise<void> {
  const until = Date.now() + TELLS_WITHIN_MS
  while (!chainsOf(client.session.get(topic)).includes(chainId)) {
    if (Date.now() > until) throw new ProviderFailure(4901, 'The wallet stayed where it was')
    await new Promise((done) => setTimeout(done, 100))
  }
}
