import type { Address } from './bytes.ts'
import type { Role } from './person.ts'
import type { StoreSettings } from './store.ts'

/** Who pays for bringing acts to the chain. */
export type Payer =
  | { readonly kind: 'wallet' }
  /** An account that the clinic's own node holds and signs for (a private chain). */
  | { readonly kind: 'node'; readonly account: Address }
  /** The clinic's own account, whose key some of its computers hold. An act counts as final after so many confirmations. */
  | { readonly kind: 'relayer'; readonly account: Address; readonly confirmations: number }

/** An invented person of the demo clinic, with the place of their wallet in the demo phrase. */
export type DemoPerson = {
  readonly role: Role
  readonly index: number
  readonly address: Address
  readonly name: string
  readonly birthDate: string
  readonly gender: 'female' | 'male' | 'other' | 'unknown'
  readonly email: string
  readonly specialties: readonly string[]
  readonly licence: string
  readonly picture: string | null
  /** What unlocks the profile that the demo has made for this person; null for one who still has to come in. */
  readonly passphrase: string | null
}

/** How phone wallets are reached. Phones know the public relay alone; another one serves tests on this machine. */
export type WalletConnect = { readonly projectId: string; readonly relayUrl: string }

/** One clinic's network: what a network file says. */
export type Network = {
  readonly name: string
  readonly chainId: number
  readonly rpc: string
  /** A second node, of another operator, that must see the same chain. */
  readonly witness?: string | undefined
  readonly contract: Address
  readonly deployedAt: number
  readonly payer: Payer
  /** What this clinic's computers share; without any, each keeps for itself. */
  readonly stores: readonly StoreSettings[]
  /** On how many of them something must be before it counts as kept. */
  readonly copies: number
  /** Left out where a clinic has no WalletConnect project: then no phone can be paired. */
  readonly walletConnect?: WalletConnect | undefined
  /** Present only in a demo clinic, whose wallets are no secret. */
  readonly demo: { readonly phrase: string; readonly people: readonly DemoPerson[] } | null
}

/** What the page needs to pair a phone, and to tell its wallet about the clinic's network. */
export type PhoneNetwork = WalletConnect & {
  readonly chainId: number
  readonly name: string
  readonly rpc: string
  /** How long a pairing code may take before the relay counts as unreachable. */
  readonly codeWithinMs: number
}

/** What the second node says: nothing is asked of one, the same, something else, or nothing. */
export type WitnessState = 'none' | 'agrees' | 'differs' | 'silent'

export type NetworkStatus = {
  readonly name: string
  readonly chainId: number
  readonly demo: boolean
  readonly chain: 'online' | 'unreachable' | 'foreign'
  readonly block: number | null
  readonly lastBlockAt: number | null
  /** Since when the chain has been in this state, Unix seconds. */
  readonly since: number
  /** The embedded store serves this machine alone, and screens say so. */
  readonly store: 'embedded' | 'shared'
  readonly payer: Payer['kind']
  readonly witness: WitnessState
}
