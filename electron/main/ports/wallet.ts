import type { Act, Acting } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'

/** The person's wallet, in the window. What it says is checked: main recovers every signer. */
export type Wallet = {
  /** The account that is connected. @throws Failure E_WALLET_DISCONNECTED, E_WALLET_OTHER_CHAIN */
  readonly account: () => Promise<Address>
  /**
   * @param acting for whom this wallet signs as well as for itself
   * @throws Failure E_WALLET_REJECTED, E_WALLET_NO_REPLY, E_WALLET_OTHER_ACCOUNT, E_SIGNATURE_FOREIGN
   */
  readonly signAct: (act: Act, acting?: Acting) => Promise<Hex32>
  /** EIP-191; the same failures. */
  readonly signMessage: (account: Address, message: string) => Promise<Hex32>
  /** @throws Failure E_WALLET_NO_FUNDS and the same */
  readonly send: (from: Address, to: Address, data: Hex32) => Promise<Hex32>
}
