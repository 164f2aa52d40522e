import type { Act } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'

export type Keystore = { readonly account: Address; readonly keystore: string }

/** What a transaction needs besides what it says: it goes to the clinic's contract, on the clinic's chain. */
export type Transaction = {
  readonly data: Hex32
  readonly nonce: number
  readonly gas: bigint
  readonly maxFee: bigint
  readonly tip: bigint
}

/** The key of one wallet of this computer, in a thread of its own. Ending the thread forgets it. */
export type WalletKey = {
  /** A new key. @returns its file @throws Failure E_PASSPHRASE_WEAK */
  readonly make: (passphrase: string) => Promise<Keystore>
  /**
   * A key from somebody's file, sealed anew under the passphrase that was chosen here.
   * @throws Failure E_KEYSTORE_DAMAGED, E_PASSPHRASE_WRONG, E_PASSPHRASE_WEAK
   */
  readonly adopt: (keystore: string, itsPassphrase: string, passphrase: string) => Promise<Keystore>
  /** @throws Failure E_KEYSTORE_DAMAGED, E_PASSPHRASE_WRONG */
  readonly open: (keystore: string, passphrase: string) => Promise<void>
  /** For this clinic's contract and chain alone. */
  readonly signAct: (act: Act) => Promise<Hex32>
  /** EIP-191. */
  readonly signMessage: (message: string) => Promise<Hex32>
  /** A type-2 transaction (EIP-1559) without a value. @returns its bytes and its hash */
  readonly signTransaction: (
    transaction: Transaction,
  ) => Promise<{ readonly raw: Hex32; readonly hash: Hex32 }>
}
