import type { Address } from '../../electron/main/domain/bytes.ts'
import type { Phone } from '../lib/wallets.ts'
import type { PhoneSession } from './wallet-connect.ts'

/** What a wallet has said since it was paired: which of its accounts and chains is chosen now. */
export type Chosen = { readonly account?: string; readonly chainId?: number }

/** CAIP-10: `eip155:<chain>:<address>`. */
const readAccount = (text: string): { chainId: number; account: Address } => {
  const [, chain, address] = text.split(':')
  return { chainId: Number(chain), account: (address ?? '').toLowerCase() as Address }
}

export const chainsOf = (session: PhoneSession): number[] => accountsOf(session).map(({ chainId }) => chainId)

const accountsOf = (session: PhoneSession) => (session.namespaces.eip155?.accounts ?? []).map(readAccount)

/** A session as the app shows it, seen from the chain that the clinic uses. */
export function readPhone(
  session: PhoneSession,
  chainId: number,
  chosen: Chosen,
  usedAt: number,
): Omit<Phone, 'state'> & { readonly state: 'ready' | 'other-chain' } {
  const accounts = accountsOf(session)
  const here = accounts.filter((account) => account.chainId === chainId)
  const allowed = here.length > 0 ? here : accounts
  const account = allowed.find((one) => one.account === chosen.account) ?? allowed[0]
  const on = here.length > 0 ? (chosen.chainId ?? chainId) : (account?.chainId ?? 0)
  return {
    topic: session.topic,
    name: session.peer.metadata.name.slice(0, 60),
    account: account?.account ?? ('0x' as Address),
    chainId: on,
    expiresAt: session.expiry,
    usedAt,
    state: on === chainId ? 'ready' : 'other-chain',
  }
}
