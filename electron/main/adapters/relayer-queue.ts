import { setTimeout as delay } from 'node:timers/promises'
import type { JsonRpcProvider, TransactionReceipt } from 'ethers'
import type { Hex32 } from '../domain/bytes.ts'
import { Failure, type FailureCode } from '../domain/failure.ts'
import type { Network, Payer } from '../domain/network.ts'
import type { TransactionView } from '../domain/transaction.ts'
import type { Sender } from './ledger-direct.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { broadcast } from './relayer-broadcast.ts'
import { assertPayable, type Desk, limitOf, mostOf, sendFirst, sign, spentToday } from './relayer-desk.ts'
import { currentFees, raisedFees } from './relayer-fees.ts'
import type { RelayerKeys } from './relayer-keys.ts'
import { lookAtAll, receiptOf, type Seen } from './relayer-look.ts'
import { type Entry, openRows } from './relayer-rows.ts'

const SLOW_AFTER_MS = 30_000
const STALLED_AFTER_MS = 60_000
const FIRST_PAUSE_MS = 20
const PAUSE_MS = 1_000
const LOOK_EVERY_MS = 5_000
const SHOWN = 100

type Parts = {
  readonly file: string
  readonly network: Network
  readonly payer: Extract<Payer, { kind: 'relayer' }>
  readonly provider: JsonRpcProvider
  readonly keys: Pick<RelayerKeys, 'signer'>
  readonly changed?: (all: readonly TransactionView[]) => void
  readonly stalledAfter?: number
  readonly slowAfter?: number | undefined
  readonly now?: () => number
}

const clock = (): number => Math.floor(Date.now() / 1000)

/** Acts that the clinic's account brings to the chain: each is on disk before it is sent, and followed until it stays. */
export function createRelayerQueue(parts: Parts) {
  const { file, network, payer, provider, keys, changed, stalledAfter, now = clock } = parts
  const slowAfter = parts.slowAfter ?? SLOW_AFTER_MS
  const { account, confirmations: needed } = payer
  const rows = openRows(file, network, account)
  const signer = () => keys.signer(account)
  const desk: Desk = { network, provider, account, needed, rows, signer, now }
  const alone = takeTurns()
  let told = ''
  let seen: Seen = { newest: 0, hash: null }

  function tell(): void {
    const all = list()
    const next = JSON.stringify(all)
    if (next !== told) changed?.(all)
    told = next
  }

  /** One look at a time, and never between a number and its transaction. */
  const look = (): Promise<void> =>
    alone(async () => {
      seen = await lookAtAll(desk, seen)
    }).then(tell, (error) => {
      throw ledgerFailure(error)
    })

  async function follow(id: number): Promise<TransactionReceipt> {
    const giveUpAt = performance.now() + (stalledAfter ?? STALLED_AFTER_MS)
    for (let pause = FIRST_PAUSE_MS; performance.now() < giveUpAt; pause = Math.min(2 * pause, PAUSE_MS)) {
      await look()
      const { state, failure } = rows.get(id)!
      if (state === 'cancelled') throw new Failure('E_CANCELLED')
      if (state === 'refused') throw new Failure((failure ?? 'E_CHAIN_REFUSED') as FailureCode, { account })
      const receipt = state === 'final' ? await receiptOf(desk, rows.versions(id)) : null
      if (receipt !== null) return receipt
      await delay(pause)
    }
    throw new Failure('E_CHAIN_STALLED', { transaction: rows.versions(id).at(-1)!.hash })
  }

  const bring: Sender['bring'] = async (packed, estimate) => {
    const known = rows.byDigest(packed.digest)
    if (known !== null && !isOver(known)) return follow(known.id)
    // The block it lands in may hold a change that makes the act dearer: a fifth more than estimated.
    const gas = Number(((await estimate()) * 6n) / 5n)
    const id = await alone(async () => {
      const meanwhile = rows.byDigest(packed.digest)
      if (meanwhile !== null && !isOver(meanwhile)) return meanwhile.id
      return sendFirst(desk, packed, gas, meanwhile)
    }).finally(tell)
    try {
      return await follow(id)
    } catch (error) {
      // Where the contract refused it, it says why when it is asked again.
      if (Failure.from(error).code === 'E_CHAIN_REFUSED') await estimate()
      throw error
    }
  }

  /** Signs another transaction with the same number, which pays an eighth more. */
  const outbid = (
    id: number,
    act: (entry: Entry) => { data: Entry['data']; gas: number } | null,
  ): Promise<void> =>
    alone(async () => {
      const entry = rows.get(id)
      if (entry === null || entry.block !== null || isOver(entry)) throw new Failure('E_STALE')
      const before = rows.versions(id).at(-1)!
      const fees = raisedFees(
        { maxFee: BigInt(before.max_fee), tip: BigInt(before.tip) },
        await currentFees(provider),
      )
      const version = await sign(desk, act(entry), before.nonce, fees)
      await assertPayable(desk, mostOf(version) - mostOf(before))
      rows.sign(id, version)
      await broadcast(provider, version.raw)
    })
      .catch((error) => {
        throw ledgerFailure(error)
      })
      .finally(tell)

  const isCancelling = (id: number): boolean => rows.versions(id).at(-1)!.kind === 'cancel'

  const viewOf = (entry: Entry): TransactionView => {
    const last = rows.versions(entry.id).at(-1)!
    const { id, act, signer, signature, state, at, block } = entry
    return {
      ...{ id, act, signer, signature, state, at, needed },
      slow: block === null && !isOver(entry) && (now() - at) * 1000 > slowAfter,
      cancelling: isCancelling(id) && state !== 'cancelled',
      confirmations: block === null ? 0 : Math.max(1, seen.newest - block + 1),
      hash: last.hash,
      nonce: last.nonce,
      failure: entry.failure as FailureCode | null,
    }
  }

  const list = (): TransactionView[] => rows.recent(SHOWN).map(viewOf)

  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
  looking.unref()

  return {
    bring,
    look,
    list,
    account,
    has: (digest: Hex32): boolean => rows.byDigest(digest) !== null,
    isUnderWay: (digest: Hex32): boolean => {
      const entry = rows.byDigest(digest)
      return entry !== null && !isOver(entry)
    },
    speedUp: (id: number) => outbid(id, (entry) => (isCancelling(id) ? null : entry)),
    /** An empty transaction with the same number. Whichever of the two comes into a block first counts. */
    cancel: (id: number) => outbid(id, () => null),
    spentToday: () => spentToday(desk),
    limit: () => limitOf(desk),
    setLimit: rows.setLimit,
    /** At once: a node that does not answer must not keep the app open, and what is on disk is enough to go on from. */
    stop: () => {
      clearInterval(looking)
      rows.close()
    },
  }
}

export type RelayerQueue = ReturnType<typeof createRelayerQueue>

const isOver = ({ state }: Entry): boolean => state === 'refused' || state === 'cancelled'

/** Runs one piece of work after the other. */
function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
