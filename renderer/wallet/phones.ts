import type { PhoneNetwork } from '../../electron/main/domain/network.ts'
import type { Pairing, Phone } from '../lib/wallets.ts'
import { pairPhone } from './pair-phone.ts'
import { ProviderFailure, type WalletRequest } from './provider.ts'
import { type Chosen, readPhone } from './read-session.ts'
import { switchChain } from './switch-chain.ts'
import { ANSWER_WITHIN_SECONDS, type Client, endClient, startClient } from './wallet-connect.ts'
import { callFailure, walletFailure } from './wallet-failures.ts'

/** How long the relay may take to tell a phone that it is forgotten. */
const GOODBYE_WITHIN_MS = 3_000

export type Phones = {
  readonly list: () => readonly Phone[]
  readonly online: () => boolean
  readonly pair: () => Promise<Pairing>
  readonly request: (topic: string, request: WalletRequest) => Promise<unknown>
  readonly switchChain: (topic: string) => Promise<void>
  readonly disconnect: (topic: string) => Promise<void>
  /** Forgets everything, codes that wait to be scanned too; then open it anew. */
  readonly end: () => Promise<void>
}

/** The paired phones, through WalletConnect. Loaded when the first one is needed. */
export async function openPhones(network: PhoneNetwork, changed: () => void): Promise<Phones> {
  const client = await startClient(network).catch((error) => {
    throw callFailure(error)
  })
  const chosen = new Map<string, Chosen>()
  const used = new Map<string, number>()
  listen(client, chosen, changed)

  const phoneAt = (topic: string): ReturnType<typeof readPhone> => {
    if (!client.session.keys.includes(topic)) throw new ProviderFailure(4900, 'The session has ended')
    return readPhone(
      client.session.get(topic),
      network.chainId,
      chosen.get(topic) ?? {},
      used.get(topic) ?? 0,
    )
  }

  return {
    list: () => client.session.keys.map(phoneAt),
    online: () => client.core.relayer.connected,
    pair: async () => {
      const { session, ...code } = await pairPhone(client, network.chainId, network.codeWithinMs)
      const phone = session.then(({ topic }) => phoneAt(topic))
      phone.catch(() => undefined)
      return { ...code, phone }
    },
    request: async (topic, { method, params }) => {
      const { state } = phoneAt(topic)
      const allowed = client.session.get(topic).namespaces.eip155?.methods ?? []
      if (!allowed.includes(method)) throw new ProviderFailure(4200, `The wallet does not allow ${method}`)
      if (state === 'other-chain') throw new ProviderFailure(4901, 'The wallet is on another chain')
      const request = { method, params: [...params] }
      try {
        const chainId = `eip155:${network.chainId}`
        return await client.request({ topic, chainId, request, expiry: ANSWER_WITHIN_SECONDS })
      } catch (error) {
        throw walletFailure(error)
      } finally {
        used.set(topic, Math.floor(Date.now() / 1000))
        changed()
      }
    },
    switchChain: async (topic) => {
      await switchChain(client, topic, network).catch((error) => {
        throw callFailure(error)
      })
      chosen.delete(topic)
      changed()
    },
    disconnect: async (topic) => {
      await sayGoodbye(client, topic)
      changed()
    },
    end: endClient,
  }
}

/** Ends a session here whether the phone hears of it or not. */
async function sayGoodbye(client: Client, topic: string): Promise<void> {
  if (!client.session.keys.includes(topic)) return
  const reason = { code: 6000, message: 'User disconnected.' }
  const told = client.disconnect({ topic, reason }).catch(() => undefined)
  await Promise.race([told, new Promise((done) => setTimeout(done, GOODBYE_WITHIN_MS))])
  if (client.session.keys.includes(topic)) await client.session.delete(topic, reason)
  client.core.history.delete(topic)
}

function listen(client: Client, chosen: Map<string, Chosen>, changed: () => void): void {
  client.on('session_event', ({ topic, params: { event } }) => {
    const before = chosen.get(topic) ?? {}
    if (event.name === 'accountsChanged' && Array.isArray(event.data)) {
      const account = String(event.data[0]).split(':').at(-1)!.toLowerCase()
      chosen.set(topic, { ...before, account })
    }
    if (event.name === 'chainChanged') chosen.set(topic, { ...before, chainId: Number(event.data) })
    changed()
  })
  for (const name of ['session_update', 'session_delete', 'session_expire'] as const) client.on(name, changed)
  client.core.relayer.on('relayer_connect', changed)
  client.core.relayer.on('relayer_disconnect', changed)
}
