import { Wallet } from 'ethers'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { SealedStore } from '../ports/sealed-store.ts'

export type RelayerKeys = {
  readonly held: () => Promise<readonly Address[]>
  /** Null where this computer does not hold the account's key. */
  readonly signer: (account: Address) => Promise<Wallet | null>
  /** Makes an account whose key never leaves this computer. */
  readonly make: () => Promise<Address>
  /** @throws Failure E_RELAYER_KEY when it is another account's, or no key */
  readonly give: (account: Address, privateKey: string) => Promise<void>
  readonly takeAway: (account: Address) => Promise<void>
}

/** Keys of accounts that pay for the clinic, by address, in a file that the system's key store seals. */
export function createRelayerKeys(store: SealedStore): RelayerKeys {
  return {
    held: async () => (await store.keys()) as Address[],
    signer: async (account) => {
      const key = await store.get(account)
      return key === null ? null : new Wallet(key)
    },
    make: async () => {
      const { address, privateKey } = Wallet.createRandom()
      await store.set(addressOf(address), privateKey)
      return addressOf(address)
    },
    give: async (account, privateKey) => {
      const given = walletOf(privateKey)
      if (given === null || addressOf(given.address) !== account)
        throw new Failure('E_RELAYER_KEY', { account })
      await store.set(account, given.privateKey)
    },
    takeAway: (account) => store.remove(account),
  }
}

const addressOf = (text: string): Address => text.toLowerCase() as Address

function walletOf(privateKey: string): Wallet | null {
  try {
    return new Wallet(privateKey.startsWith('0x') ? privateKey : `0x${privateKey}`)
  } catch {
    // What ethers says would carry the key into a log.
    return null
  }
}
