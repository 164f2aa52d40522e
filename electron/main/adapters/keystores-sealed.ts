import { z } from 'zod'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { LocalWallet } from '../domain/local-wallet.ts'
import type { Keystores } from '../ports/keystores.ts'
import type { SealedStore } from '../ports/sealed-store.ts'

const stored = z.strictObject({
  v: z.literal(1),
  name: z.string(),
  backup: z.enum(['none', 'later', 'saved']),
  madeAt: z.iso.datetime(),
  keystore: z.string(),
})
type Stored = z.infer<typeof stored>

/** Wallets by address, in one file that the system's key store seals: who has a wallet here is nobody's business. */
export function createKeystores(store: SealedStore): Keystores {
  async function read(account: Address): Promise<Stored | null> {
    const text = await store.get(account).catch(damaged)
    if (text === null) return null
    try {
      return stored.parse(JSON.parse(text))
    } catch {
      return damaged(null)
    }
  }

  async function existing(account: Address): Promise<Stored> {
    const found = await read(account)
    if (found === null) throw new Failure('E_WALLET_DISCONNECTED', { account })
    return found
  }

  const shown = (account: Address, { name, backup }: Stored): LocalWallet => ({ account, name, backup })
  const write = (account: Address, wallet: Stored): Promise<void> =>
    store.set(account, JSON.stringify(wallet))

  return {
    list: async () => {
      const accounts = (await store.keys().catch(damaged)) as Address[]
      const found = await Promise.all(
        accounts.map(async (account) => ({ account, wallet: await existing(account) })),
      )
      return found
        .sort((one, other) => (one.wallet.madeAt < other.wallet.madeAt ? -1 : 1))
        .map(({ account, wallet }) => shown(account, wallet))
    },
    get: async (account) => {
      const found = await existing(account)
      return { wallet: shown(account, found), keystore: found.keystore }
    },
    add: async ({ account, name, backup }, keystore) => {
      if ((await read(account)) !== null) throw new Failure('E_WALLET_HERE', { account })
      await write(account, { v: 1, name, backup, madeAt: new Date().toISOString(), keystore })
    },
    setBackup: async (account, backup) => write(account, { ...(await existing(account)), backup }),
    remove: async (account) => {
      await existing(account)
      await store.remove(account)
    },
  }
}

/** A store that can't be read tells why in its own words, or in a parser's, which mean nothing to people. */
function damaged(cause: unknown): never {
  if (cause instanceof Failure) throw cause
  throw new Failure('E_VAULT_DAMAGED', { what: 'wallets' }, { cause })
}
