import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { createDirectSender, type Sender } from './adapters/ledger-direct.ts'
import { createRelayerKeys } from './adapters/relayer-keys.ts'
import { createRelayerQueue } from './adapters/relayer-queue.ts'
import { createSealedStore } from './adapters/sealed-store-disk.ts'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import type { Network } from './domain/network.ts'
import type { PayerView, TransactionState, TransactionView } from './domain/transaction.ts'
import type { Keychain } from './ports/keychain.ts'
import type { Wallet } from './ports/wallet.ts'

const ENDS = new Set<TransactionState>(['final', 'cancelled', 'refused'])

type Place = {
  readonly network: Network
  readonly provider: JsonRpcProvider
  readonly wallet: Wallet
  readonly userData: string
  readonly keychain: Keychain
  /** Milliseconds without a block after which a transaction counts as slow. */
  readonly slowAfter?: number | undefined
  readonly changed: () => void
  /** One more has come to its end: whoever gave up waiting for it may go on. */
  readonly ended: () => void
}

/** Who pays here: the clinic's account where its key is held, and otherwise whom the network file leaves it to. */
export function composePayer(place: Place) {
  const { network, provider, wallet, userData, keychain, slowAfter, changed, ended } = place
  const { payer } = network
  const keys = createRelayerKeys(createSealedStore(join(userData, 'relayer-keys.json'), keychain, 'fail'))
  const direct = createDirectSender({ network, provider, wallet })
  const file = join(userData, 'tx-queue.sqlite')
  let over = 0
  const told = (all: readonly TransactionView[]): void => {
    const before = over
    over = all.filter(({ state }) => ENDS.has(state)).length
    changed()
    if (over > before) ended()
  }
  const queue =
    payer.kind === 'relayer'
      ? createRelayerQueue({ file, network, payer, provider, keys, slowAfter, changed: told })
      : null
  const account = payer.kind === 'wallet' ? null : payer.account

  /** A key store that can't be read now holds nothing for now. */
  const held = (): Promise<readonly Address[]> => keys.held().catch(() => [])
  const holdsKey = async (): Promise<boolean> => account !== null && (await held()).includes(account)

  const sender: Sender = {
    kind: async () => (queue !== null && (await holdsKey()) ? 'relayer' : direct.kind()),
    account: async () => (queue !== null && (await holdsKey()) ? queue.account : direct.account()),
    isUnderWay: (digest) => queue?.isUnderWay(digest) ?? false,
    // What is in the queue is followed there, even when the key has been taken away since.
    bring: async (packed, estimate) =>
      queue !== null && ((await holdsKey()) || queue.has(packed.digest))
        ? queue.bring(packed, estimate)
        : direct.bring(packed, estimate),
  }

  function opened() {
    if (queue === null) throw new Failure('E_INPUT', { payer: payer.kind })
    return queue
  }

  async function view(): Promise<PayerView> {
    const balance = account === null ? null : await provider.getBalance(account).catch(() => null)
    const made = (await held()).find((each) => each !== account) ?? null
    return {
      kind: payer.kind,
      pays: await sender.kind(),
      account,
      balance: balance?.toString() ?? null,
      spentToday: String(queue?.spentToday() ?? 0),
      dailyLimit: String(queue?.limit() ?? 0),
      made,
    }
  }

  return {
    sender,
    view,
    makeAccount: (): Promise<Address> => keys.make(),
    /** Null takes the key away. It is never shown again. */
    setKey: async (key: string | null): Promise<void> =>
      key === null ? keys.takeAway(opened().account) : keys.give(opened().account, key),
    setLimit: (limit: string): void => opened().setLimit(BigInt(limit)),
    transactions: (): readonly TransactionView[] => queue?.list() ?? [],
    speedUp: (id: number): Promise<void> => opened().speedUp(id),
    cancel: (id: number): Promise<void> => opened().cancel(id),
    /** A block has come, or the chain answers again. */
    look: async (): Promise<void> => queue?.look().catch(() => undefined),
    stop: (): void => queue?.stop(),
  }
}
