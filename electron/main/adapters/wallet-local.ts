import type { JsonRpcProvider } from 'ethers'
import type { Deployment } from '../crypto/context.ts'
import { recoverSigner, typedDataOf } from '../crypto/typed-data.ts'
import { type Act, signerIn } from '../domain/acts.ts'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { ConfirmWallet, WalletQuestion } from '../ports/confirm.ts'
import type { Keystores } from '../ports/keystores.ts'
import type { Wallet } from '../ports/wallet.ts'
import type { WalletKey } from '../ports/wallet-key.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { actIn, peopleIn, priced } from './wallet-transaction.ts'

/** How long a passphrase is good for. Every signature is agreed to in a window all the same. */
export const OPEN_FOR_MS = 10 * 60_000

type Parts = {
  readonly deployment: Deployment
  readonly provider: JsonRpcProvider
  readonly keystores: Keystores
  readonly startKey: () => { readonly key: WalletKey; readonly end: () => Promise<void> }
  readonly confirm: ConfirmWallet
  /** What this session calls somebody; null where it can't read their name. */
  readonly nameOf: (account: Address) => Promise<string | null>
  readonly openFor?: number
}

type Held = { readonly account: Address; readonly key: WalletKey; readonly close: () => void }

export type LocalWalletDoor = Wallet & {
  /** The wallet of this computer that signs now. */
  readonly used: () => Address | null
  /** @throws Failure E_WALLET_DISCONNECTED when it is not here, E_WALLET_UNSAVED while nobody has thought of a backup */
  readonly use: (account: Address | null) => Promise<void>
  /** Asks for the passphrase in main's window, also while the key is open, and tries it. */
  readonly prove: (account: Address) => Promise<void>
  /** Forgets the key; the next signature takes the passphrase again. */
  readonly lock: () => void
}

/**
 * A wallet of this computer. Its key is opened in a thread of its own, by a passphrase that is typed in main's window,
 * and each signature is agreed to there.
 */
export function createLocalWallet(parts: Parts): LocalWalletDoor {
  const { deployment, provider, keystores, startKey, confirm, nameOf, openFor = OPEN_FOR_MS } = parts
  let used: Address | null = null
  let held: Held | null = null
  let locks = 0

  function lock(): void {
    locks += 1
    held?.close()
    held = null
  }

  /** The key, opened with this passphrase, or still open from before. */
  async function opened(account: Address, passphrase: string | null): Promise<WalletKey> {
    if (passphrase === null) {
      if (held?.account !== account) throw new Failure('E_LOCKED')
      return held.key
    }
    const { keystore } = await keystores.get(account)
    const before = locks
    const { key, end } = startKey()
    try {
      await key.open(keystore, passphrase)
      // Whoever locked meanwhile meant this key too.
      if (locks !== before) throw new Failure('E_LOCKED')
    } catch (error) {
      await end()
      throw error
    }
    lock()
    const timer = setTimeout(lock, openFor)
    timer.unref()
    const close = (): void => {
      clearTimeout(timer)
      void end()
    }
    held = { account, key, close }
    return key
  }

  function account(): Address {
    if (used === null) throw new Failure('E_WALLET_DISCONNECTED')
    return used
  }

  function accountFor(signer: Address): Address {
    const found = account()
    if (found !== signer) throw new Failure('E_WALLET_OTHER_ACCOUNT', { expected: signer, found })
    return found
  }

  /** Shows what is asked, and does it with the key once its person agrees. */
  async function agreed<T>(
    signer: Address,
    asked: Pick<WalletQuestion, 'act' | 'request' | 'fee'> & { readonly people: readonly Address[] },
    act: (key: WalletKey) => Promise<T>,
  ): Promise<T> {
    const { people, ...shown } = asked
    const [{ wallet }, names] = await Promise.all([keystores.get(signer), namesOf(people)])
    const done: T[] = []
    const question: WalletQuestion = { ...shown, wallet, names, locked: held?.account !== signer }
    await confirm.askWallet(question, async (passphrase) => {
      done.push(await act(await opened(signer, passphrase)))
    })
    return done[0]!
  }

  async function namesOf(people: readonly Address[]): Promise<Record<string, string>> {
    const found = await Promise.all(
      people.map(async (person) => [person, await nameOf(person).catch(() => null)] as const),
    )
    return Object.fromEntries(found.filter((entry): entry is [Address, string] => entry[1] !== null))
  }

  const requestOf = (signer: Address, act: Act): WalletQuestion['request'] => ({
    method: 'eth_signTypedData_v4',
    params: [signer, JSON.stringify(typedDataOf(deployment, act))],
  })

  return {
    account: async () => account(),
    used: () => used,
    signAct: async (act, acting) => {
      const signer = accountFor(signerIn(act, acting))
      const asked = {
        act: 'sign',
        request: requestOf(signer, act),
        fee: null,
        people: peopleIn(act),
      } as const
      const signature = await agreed(signer, asked, (key) => key.signAct(act))
      // A file whose key is not the one of its address would sign for somebody else.
      if (recoverSigner(deployment, act, signature) !== signer)
        throw new Failure('E_SIGNATURE_FOREIGN', { author: signer })
      return signature
    },
    signMessage: async (signer, message) => {
      accountFor(signer)
      const hex = `0x${Buffer.from(message).toString('hex')}`
      const request = { method: 'personal_sign', params: [hex, signer] }
      const asked = { act: 'sign', request, fee: null, people: [] } as const
      return agreed(signer, asked, (key) => key.signMessage(message))
    },
    send: async (from, to, data) => {
      accountFor(from)
      const act = actIn(data)
      if (to !== deployment.contract || act === null)
        throw new Failure('E_WALLET_UNSUPPORTED', { method: 'eth_sendTransaction' })
      const { transaction, fee } = await priced(provider, deployment, from, data)
      const asked = {
        act: 'send',
        request: requestOf(from, act),
        fee: fee.toString(),
        people: peopleIn(act),
      } as const
      const { raw, hash } = await agreed(from, asked, (key) => key.signTransaction(transaction))
      await provider.send('eth_sendRawTransaction', [raw]).catch((error) => {
        throw ledgerFailure(error)
      })
      return hash
    },
    use: async (next) => {
      if (next !== null && (await keystores.get(next)).wallet.backup === 'none')
        throw new Failure('E_WALLET_UNSAVED', { account: next })
      if (next !== held?.account) lock()
      used = next
    },
    prove: async (proved) => {
      const { wallet, keystore } = await keystores.get(proved)
      const question = { act: 'export', wallet, request: null, names: {}, fee: null, locked: true } as const
      await confirm.askWallet(question, async (passphrase) => {
        if (passphrase === null) throw new Failure('E_LOCKED')
        const { key, end } = startKey()
        await key.open(keystore, passphrase).finally(end)
      })
    },
    lock,
  }
}
