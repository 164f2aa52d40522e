import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { LocalWallet } from './domain/local-wallet.ts'
import type { Confirm } from './ports/confirm.ts'
import type { Keystores } from './ports/keystores.ts'
import type { Keystore, WalletKey } from './ports/wallet-key.ts'

/** A keystore has some 500 bytes; what is much larger is none. */
const MOST_BYTES = 64 * 1024

type Parts = {
  readonly keystores: Keystores
  readonly startKey: () => { readonly key: WalletKey; readonly end: () => Promise<void> }
  readonly confirm: Confirm
  /** Asks for a wallet's passphrase in main's window. */
  readonly prove: (account: Address) => Promise<void>
  /** The wallet that signs now, and how another one or none comes to do so. */
  readonly used: () => Address | null
  readonly use: (account: Address | null) => Promise<void>
}

/** The wallets of this computer as a person looks after them: made, brought, saved, given up. Never by themselves. */
export function createLocalWallets({ keystores, startKey, confirm, prove, used, use }: Parts) {
  /** What a thread of its own does with a key, which ends with it. */
  async function inThread<T>(act: (key: WalletKey) => Promise<T>): Promise<T> {
    const { key, end } = startKey()
    return act(key).finally(end)
  }

  async function keep(
    { account, keystore }: Keystore,
    name: string,
    backup: LocalWallet['backup'],
  ): Promise<LocalWallet> {
    const wallet = { account, name, backup }
    await keystores.add(wallet, keystore)
    return wallet
  }

  return {
    list: (): Promise<readonly LocalWallet[]> => keystores.list(),
    make: async (name: string, passphrase: string): Promise<LocalWallet> =>
      keep(await inThread((key) => key.make(passphrase)), name, 'none'),
    /** Whoever has brought a file has it still. @param file what main's dialog read */
    adopt: async (
      name: string,
      file: Uint8Array,
      itsPassphrase: string,
      passphrase: string,
    ): Promise<LocalWallet> => {
      if (file.length > MOST_BYTES) throw new Failure('E_KEYSTORE_DAMAGED', { why: 'size' })
      const text = new TextDecoder().decode(file)
      return keep(await inThread((key) => key.adopt(text, itsPassphrase, passphrase)), name, 'saved')
    },
    /** Only for somebody who knows the passphrase, so that a backup which is kept is one that opens. */
    save: async (
      account: Address,
      saveFile: (name: string, bytes: Uint8Array) => Promise<boolean>,
    ): Promise<boolean> => {
      await prove(account)
      const { keystore } = await keystores.get(account)
      const name = `medical-chain-wallet-${account.slice(2, 8)}.json`
      const saved = await saveFile(name, new TextEncoder().encode(keystore))
      if (saved) await keystores.setBackup(account, 'saved')
      return saved
    },
    /** Puts the backup off. */
    later: async (account: Address): Promise<void> => {
      const { wallet } = await keystores.get(account)
      if (wallet.backup === 'none') await keystores.setBackup(account, 'later')
    },
    remove: async (account: Address): Promise<void> => {
      const { name, backup } = (await keystores.get(account)).wallet
      const facts = { saved: backup === 'saved' }
      await confirm.ask({ act: 'forget', name, address: account, facts })
      await keystores.remove(account)
      if (used() === account) await use(null)
    },
    use,
  }
}

export type LocalWallets = ReturnType<typeof createLocalWallets>
