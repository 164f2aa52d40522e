import { createContext, useContext } from 'react'
import type { DemoPerson } from '../../electron/main/domain/network.ts'

/** How a screen connects a wallet, without knowing any. */
export type Wallets = {
  readonly connectDemo: (phrase: string, person: DemoPerson) => Promise<void>
  readonly disconnect: () => Promise<void>
}

export const WalletsContext = createContext<Wallets>({
  connectDemo: () => Promise.reject(new Error('no wallets here')),
  disconnect: () => Promise.resolve(),
})

export const useWallets = (): Wallets => useContext(WalletsContext)
