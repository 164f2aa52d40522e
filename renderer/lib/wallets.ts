import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { DemoPerson, PhoneNetwork } from '../../electron/main/domain/network.ts'

/** A phone that has been paired. It is remembered until it is disconnected, also once its session has ended. */
export type Phone = {
  readonly topic: string
  /** As the wallet app calls itself. */
  readonly name: string
  readonly account: Address
  readonly chainId: number
  /** Unix seconds, both. */
  readonly expiresAt: number
  readonly usedAt: number
  readonly state: 'ready' | 'other-chain' | 'ended'
}

/** A code that waits to be scanned. */
export type Pairing = {
  readonly link: string
  /** Unix seconds. */
  readonly expiresAt: number
  /** @throws CallFailure E_WALLET_REJECTED, E_WALLET_NO_REPLY when the code has run out */
  readonly phone: Promise<Phone>
  readonly cancel: () => void
}

export type PhoneState = {
  /** Null where the clinic's network has no phone wallets. */
  readonly network: PhoneNetwork | null
  readonly phones: readonly Phone[]
  /** The phone that is this window's wallet. */
  readonly inUse: string | null
  /** Whether WalletConnect's relay can be reached; true while nobody has asked it anything. */
  readonly online: boolean
}

/** Phones of people who are not this window's: they sign nothing for it, and are neither listed nor remembered. */
export type Guests = {
  /** @throws CallFailure E_WALLET_RELAY, E_BACKEND_UNSAFE */
  readonly invite: () => Promise<Pairing>
  /** @throws CallFailure E_WALLET_REJECTED, E_WALLET_NO_REPLY, E_WALLET_OTHER_CHAIN, E_WALLET_DISCONNECTED */
  readonly ask: (
    topic: string,
    request: { readonly method: string; readonly params: readonly unknown[] },
  ) => Promise<unknown>
  /** Asks the phone to go to the clinic's network. Returns it as it is afterwards. */
  readonly switchChain: (topic: string) => Promise<Phone>
  /** It is no guest any more: this window is its person's now. */
  readonly keep: (topic: string) => Promise<void>
  readonly dismiss: (topic: string) => Promise<void>
}

export type PhoneDesk = {
  readonly guests: Guests
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => PhoneState
  /** Resolves when what was paired before is known again, or can't be. */
  readonly restored: () => Promise<void>
  /** @throws CallFailure E_WALLET_RELAY, E_BACKEND_UNSAFE */
  readonly pair: () => Promise<Pairing>
  /** Makes this phone the window's wallet. @throws CallFailure E_WALLET_DISCONNECTED, E_WALLET_RELAY */
  readonly use: (topic: string) => Promise<void>
  /** Asks the phone to go to the clinic's network, and tells it about it where it must. */
  readonly switchChain: (topic: string) => Promise<void>
  readonly disconnect: (topic: string) => Promise<void>
}

/** How a screen connects a wallet, without knowing any. */
export type Wallets = {
  readonly connectDemo: (phrase: string, person: DemoPerson) => Promise<void>
  /** Lets a wallet of this computer sign; main keeps it, and asks in a window of its own. */
  readonly connectLocal: (account: Address) => Promise<void>
  readonly disconnect: () => Promise<void>
  readonly phones: PhoneDesk
}

const NO_PHONES: PhoneState = { network: null, phones: [], inUse: null, online: true }
const nowhere = (): Promise<never> => Promise.reject(new Error('no wallets here'))

export const WalletsContext = createContext<Wallets>({
  connectDemo: nowhere,
  connectLocal: nowhere,
  disconnect: () => Promise.resolve(),
  phones: {
    subscribe: () => () => undefined,
    state: () => NO_PHONES,
    restored: nowhere,
    pair: nowhere,
    use: nowhere,
    switchChain: nowhere,
    disconnect: nowhere,
    guests: { invite: nowhere, ask: nowhere, switchChain: nowhere, keep: nowhere, dismiss: nowhere },
  },
})

export const useWallets = (): Wallets => useContext(WalletsContext)

export function usePhones(): PhoneState {
  const { phones } = useWallets()
  return useSyncExternalStore(phones.subscribe, phones.state)
}
