import type { Address } from '../domain/bytes.ts'
import type { LocalWallet } from '../domain/local-wallet.ts'

/** The wallets of this computer: each one's key under its passphrase, and all of them under the system's key store. */
export type Keystores = {
  /** @throws Failure E_VAULT_DAMAGED, E_BACKEND_CHANGED, E_BACKEND_UNSAFE; the same below */
  readonly list: () => Promise<readonly LocalWallet[]>
  /** @throws Failure E_WALLET_DISCONNECTED when it is not on this computer; the same below */
  readonly get: (account: Address) => Promise<{ readonly wallet: LocalWallet; readonly keystore: string }>
  /** @throws Failure E_WALLET_HERE when it is here already */
  readonly add: (wallet: LocalWallet, keystore: string) => Promise<void>
  readonly setBackup: (account: Address, backup: LocalWallet['backup']) => Promise<void>
  readonly remove: (account: Address) => Promise<void>
}
