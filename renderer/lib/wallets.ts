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

export type PhoneDesk = {
  readonly subscribe: (listener: () => void) => () => void
  readonly state: () => PhoneState
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
    pair: nowhere,
    use: nowhere,
    switchChain: nowhere,
    disconnect: nowhere,
  },
})

export const useWallets = (): Wallets => useContext(WalletsContext)

export function usePhones(): PhoneState {
  const { phones } = useWallets()
  return useSyncExternalStore(phones.subscribe, phones.state)
}
