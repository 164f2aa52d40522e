import { setTimeout as delay } from 'node:timers/promises'
import type { JsonRpcProvider, TransactionReceipt } from 'ethers'
import type { Hex32 } from '../domain/bytes.ts'
import { Failure, type FailureCode } from '../domain/failure.ts'
import type { Network, Payer } from '../domain/network.ts'
import type { TransactionView } from '../domain/transaction.ts'
import { bringAll } from './ledger-batch.ts'
import type { Sender } from './ledger-direct.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { broadcast } from './relayer-broadcast.ts'
import { assertPayable, type Desk, limitOf, mostOf, sendFirst, sign, spentToday } from './relayer-desk.ts'
import { currentFees, raisedFees } from './relayer-fees.ts'
import { callOf, createGathering, type Load, TRANSACTION_GAS } from './relayer-gather.ts'
import type { RelayerKeys } from './relayer-keys.ts'
import { landingOf } from './relayer-landing.ts'
import { lookAtAll, type Seen } from './relayer-look.ts'
import { type Entry, openRows, type Seat } from './relayer-rows.ts'

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
  let coming: Promise<void> | null = null

  function underWay(digest: Hex32): Entry | null {
    const entry = rows.byDigest(digest)
    return entry === null || isOver(entry) ? null : entry
  }

  function tell(): void {
    const all = list()
    const next = JSON.stringify(all)
    if (next !== told) changed?.(all)
    told = next
  }

  /** Whether the contract takes several acts at once: one that was deployed before it could goes on as it was. */
  const mayShare = remembered(async () => {
    try {
      await provider.call({ from: account, to: network.contract, data: bringAll([]) })
      return true
    } catch (error) {
      const failure = ledgerFailure(error)
      if (failure.code === 'E_CHAIN_UNREACHABLE') throw failure
      return false
    }
  })

  /** What was asked for twice is on its way once. */
  async function sendOnce(loads: readonly Load[]): Promise<(number | Failure)[]> {
    const known = loads.map(({ packed }) => underWay(packed.digest)?.id ?? null)
    const sent = await sendFirst(
      desk,
      loads.filter((_, place) => known[place] === null),
    )
    return known.map((id) => id ?? sent.shift()!)
  }

  // Those that share a transaction are told of once.
  const gather = createGathering(alone, (loads) => sendOnce(loads).finally(tell), mayShare)

  /** One look at a time, and never between a number and its transaction. One that has not begun serves whoever asks. */
  function look(): Promise<void> {
    coming ??= alone(async () => {
      coming = null
      seen = await lookAtAll(desk, seen, mayShare)
    }).then(tell, (error) => {
      throw ledgerFailure(error)
    })
    return coming
  }

  /** @param ask says why the contract refused it, where it still would */
  async function follow(id: number, ask: () => Promise<unknown>): Promise<TransactionReceipt> {
    const giveUpAt = performance.now() + (stalledAfter ?? STALLED_AFTER_MS)
    for (let pause = FIRST_PAUSE_MS; performance.now() < giveUpAt; pause = Math.min(2 * pause, PAUSE_MS)) {
      await look()
      const { state, failure } = rows.get(id)!
      if (state === 'cancelled') throw new Failure('E_CANCELLED')
      if (state === 'refused' && failure !== 'E_CANCELLED') await ask()
      if (state === 'refused') throw new Failure((failure ?? 'E_CHAIN_REFUSED') as FailureCode, { account })
      const receiptOf = (hash: string) => provider.getTransactionReceipt(hash)
      const landing = state === 'final' ? await landingOf(desk, rows.versions(id), receiptOf) : null
      if (landing?.end === 'taken') return landing.receipt
      await delay(pause)
    }
    throw new Failure('E_CHAIN_STALLED', { transaction: rows.versions(id).at(-1)!.hash })
  }

  const bring: Sender['bring'] = async (packed, estimate) => {
    const known = underWay(packed.digest)
    if (known !== null) return follow(known.id, estimate)
    // The block it lands in may hold a change that makes the act dearer: a fifth more than estimated.
    const gas = Number(((await estimate()) * 6n) / 5n)
    const id = await gather({ packed, gas })
    return follow(id, estimate)
  }

  /**
   * Signs another transaction with the same number, which pays an eighth more. It brings the same acts, but for what was
   * called off; nothing is left of one whose acts are all called off but an empty transfer.
   */
  const outbid = (id: number, isCalledOff: boolean): Promise<void> =>
    alone(async () => {
      const entry = rows.get(id)
      if (entry === null || entry.block !== null || isOver(entry)) throw new Failure('E_STALE')
      const before = rows.versions(id).at(-1)!
      const fees = raisedFees(
        { maxFee: BigInt(before.max_fee), tip: BigInt(before.tip) },
        await currentFees(provider),
      )
      const seats = rows.seats(before.hash)
      const kept = seats.filter(({ entry, place }) => place !== null && !(isCalledOff && entry === id))
      const calls = kept.map(({ entry, share }) => ({ data: rows.get(entry)!.data, gas: share }))
      const signed = await sign(desk, calls.length === 0 ? null : callOf(calls), before.nonce, fees)
      await assertPayable(desk, mostOf(signed) - mostOf(before))
      rows.sign(
        signed,
        seats.map((seat) => seatIn(kept, seat, id)),
      )
      await broadcast(provider, signed.raw)
    })
      .catch((error) => {
        throw ledgerFailure(error)
      })
      .finally(tell)

  const isCancelling = (id: number): boolean => rows.versions(id).at(-1)!.place === null

  const viewOf = (entry: Entry): TransactionView => {
    const last = rows.versions(entry.id).at(-1)!
    const { id, act, signer, signature, state, at, block } = entry
    return {
      ...{ id, act, signer, signature, state, at, needed },
      slow: block === null && !isOver(entry) && (now() - at) * 1000 > slowAfter,
      cancelling: block === null && !isOver(entry) && isCancelling(id),
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
    isUnderWay: (digest: Hex32): boolean => underWay(digest) !== null,
    speedUp: (id: number) => outbid(id, false),
    /** Another transaction with the same number and without the act. Whichever comes into a block first counts. */
    cancel: (id: number) => outbid(id, true),
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

/** An empty transfer is paid for by the act of whoever asked for it. */
function seatIn(kept: readonly Seat[], { entry, share }: Seat, asked: number): Seat {
  const place = kept.findIndex((seat) => seat.entry === entry)
  if (place !== -1) return { entry, place, share }
  return { entry, place: null, share: kept.length === 0 && entry === asked ? TRANSACTION_GAS : 0 }
}

const isOver = ({ state }: Entry): boolean => state === 'refused' || state === 'cancelled'

/** Asks until there is an answer, and keeps that. */
function remembered(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: boolean | null = null
  return async () => {
    answer ??= await ask()
    return answer
  }
}

/** Runs one piece of work after the other. */
function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
