import { join } from 'node:path'
import { createKeystores } from '../../electron/main/adapters/keystores-sealed.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { createSealedStore } from '../../electron/main/adapters/sealed-store-disk.ts'
import { createLocalWallet } from '../../electron/main/adapters/wallet-local.ts'
import { startWalletThread } from '../../electron/main/adapters/wallet-thread.ts'
import type { Act } from '../../electron/main/domain/acts.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { createLocalWallets } from '../../electron/main/local-wallets.ts'
import type { ConfirmWallet, Question, WalletQuestion } from '../../electron/main/ports/confirm.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'
import type { WalletKey } from '../../electron/main/ports/wallet-key.ts'
import { addressAt } from './clinic.ts'

export const PASSPHRASE = 'lantern river quay oak'
const CHEAP_SCRYPT = { N: 2 ** 10, r: 8, p: 1 }
const SCRIPT = new URL('../../electron/main/adapters/wallet-worker.ts', import.meta.url)

const keychain: Keychain = {
  backend: async () => 'test',
  seal: async (secret) => Uint8Array.from(Buffer.from(secret)).reverse(),
  open: async (sealed) => Buffer.from(sealed.toReversed()).toString(),
}

/** A clinic whose chain nobody needs. */
const NOWHERE: Network = {
  name: 'Test clinic',
  chainId: 31337,
  rpc: 'http://127.0.0.1:9',
  contract: `0x${'cc'.repeat(20)}` as Address,
  deployedAt: 0,
  payer: { kind: 'wallet' },
  stores: [],
  copies: 1,
  demo: null,
}

/** What the person in front of main's window does. */
type Person = {
  /** One passphrase after the other; null agrees without one; then they close the window. */
  types: (string | null)[]
  readonly seen: WalletQuestion[]
  readonly asked: Question[]
  readonly told: string[]
}

type Given = { readonly keys?: Keychain; readonly network?: Network; readonly openFor?: number }

/** One computer with wallets, and the person in front of it. */
export function walletComputer(
  userData: string,
  { keys = keychain, network: there = NOWHERE, openFor = 60_000 }: Given = {},
) {
  const person: Person = { types: [PASSPHRASE], seen: [], asked: [], told: [] }
  /** Main's window as `confirm-window` keeps it, without one. */
  const confirm: ConfirmWallet = {
    askWallet: async (question, attempt) => {
      person.seen.push(question)
      for (const typed of person.types) {
        try {
          return await attempt(typed)
        } catch (error) {
          const { code } = Failure.from(error)
          person.told.push(code)
          if (code !== 'E_PASSPHRASE_WRONG' && code !== 'E_LOCKED') throw error
        }
      }
      throw new Failure('E_WALLET_REJECTED')
    },
  }
  const keystores = createKeystores(createSealedStore(join(userData, 'wallets.json'), keys, 'fail'))
  let threads = 0
  const startKey = (): { key: WalletKey; end: () => Promise<void> } => {
    const { key, end } = startWalletThread(SCRIPT, there, CHEAP_SCRYPT)
    threads += 1
    return {
      key,
      end: async () => {
        threads -= 1
        await end()
      },
    }
  }
  const provider = connect(there)
  const wallet = createLocalWallet({
    deployment: there,
    provider,
    keystores,
    startKey,
    confirm,
    nameOf: async (account) => (account === addressAt(2) ? 'Nisha Rao' : null),
    openFor,
  })
  const { prove, used, use } = wallet
  const ask = async (question: Question): Promise<void> => void person.asked.push(question)
  const wallets = createLocalWallets({ keystores, startKey, confirm: { ask }, prove, used, use })
  const close = (): void => {
    wallet.lock()
    provider.destroy()
  }
  /** A wallet that is ready to sign. */
  async function ready(name = 'Amara Osei'): Promise<Address> {
    const { account } = await wallets.make(name, PASSPHRASE)
    await wallets.later(account)
    await wallets.use(account)
    return account
  }
  return { wallet, wallets, person, ready, close, deployment: there, threads: () => threads }
}

export const removal = (patient: Address): Act => ({
  name: 'RemoveAccess',
  message: { patient, reader: addressAt(2), folders: [], nonce: 0n, deadline: 4_000_000_000 },
})
