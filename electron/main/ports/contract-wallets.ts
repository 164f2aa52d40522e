import type { Address, Hex32 } from '../domain/bytes.ts'

/** Accounts that are contracts and say themselves which signatures are theirs (ERC-1271). */
export type ContractWallets = {
  /** False also where the account has no code, or does not answer as the standard asks. */
  readonly accepts: (account: Address, hash: Hex32, signature: string) => Promise<boolean>
}
