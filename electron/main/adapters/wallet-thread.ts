import type { Deployment } from '../crypto/context.ts'
import { SCRYPT, type ScryptCost } from '../crypto/passphrase.ts'
import type { WalletKey } from '../ports/wallet-key.ts'
import { startThread } from './thread-link.ts'

export type WalletThread = {
  readonly key: WalletKey
  /** Ends the thread, and with it the key. Calls that wait fail with E_LOCKED. */
  readonly end: () => Promise<void>
}

/** Starts a thread for one wallet's key. @param script the bundled `wallet-worker` */
export function startWalletThread(
  script: URL,
  deployment: Deployment,
  cost: ScryptCost = SCRYPT,
): WalletThread {
  const { call, end } = startThread<WalletKey>(script, { deployment, cost })
  const key: WalletKey = {
    make: call('make'),
    adopt: call('adopt'),
    open: call('open'),
    signAct: call('signAct'),
    signMessage: call('signMessage'),
    signTransaction: call('signTransaction'),
  }
  return { key, end }
}
