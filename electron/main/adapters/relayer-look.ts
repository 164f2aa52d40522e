import type { TransactionReceipt } from 'ethers'
import { Failure } from '../domain/failure.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { broadcast } from './relayer-broadcast.ts'
import { type Desk, sendFirst } from './relayer-desk.ts'
import { type Load, thoseThatFit } from './relayer-gather.ts'
import { landingOf } from './relayer-landing.ts'
import type { Entry, Version } from './relayer-rows.ts'

/** A block deeper than this is not expected to be taken back. */
const WATCHED_BLOCKS = 64

/** What one look asks a node. Each question is put once, however many acts share the answer. */
type Chain = {
  readonly newest: number
  /** Nothing was added or taken back since the last look: what is in a block still is. */
  readonly rests: boolean
  readonly hashAt: (block: number) => Promise<string | null>
  readonly receipt: (hash: string) => Promise<TransactionReceipt | null>
  readonly isWaiting: (hash: string) => Promise<boolean>
  /** How many numbers blocks have used. */
  readonly used: (account: string) => Promise<number>
  readonly send: (raw: string) => Promise<boolean>
}
export type Seen = { readonly newest: number; readonly hash: string | null }

/** Compares every open entry with the chain, and sends again what fell out of it. */
export async function lookAtAll(desk: Desk, before: Seen, mayShare: () => Promise<boolean>): Promise<Seen> {
  const { provider, rows } = desk
  const latest = await provider.getBlock('latest')
  const newest = latest?.number ?? before.newest
  const hash = latest?.hash ?? null
  const chain: Chain = {
    newest,
    rests: hash !== null && hash === before.hash,
    hashAt: once((block) => provider.getBlock(block).then((found) => found?.hash ?? null)),
    receipt: once((transaction) => provider.getTransactionReceipt(transaction)),
    isWaiting: once((transaction) => provider.getTransaction(transaction).then((found) => found !== null)),
    used: once((account) => provider.getTransactionCount(account, 'latest')),
    send: once((raw) => broadcast(provider, raw)),
  }
  const open = rows.open(newest - WATCHED_BLOCKS)
  const outdone = await Promise.all(open.map((entry) => lookAt(desk, chain, entry)))
  await bringAgain(
    desk,
    outdone.filter((entry) => entry !== null),
    mayShare,
  )
  return { newest, hash }
}

function once<K, V>(ask: (about: K) => Promise<V>): (about: K) => Promise<V> {
  const answers = new Map<K, Promise<V>>()
  return (about) => {
    const answer = answers.get(about) ?? ask(about)
    answers.set(about, answer)
    return answer
  }
}

/** @returns the entry when it needs a new number */
async function lookAt(desk: Desk, chain: Chain, entry: Entry): Promise<Entry | null> {
  const { rows, provider, account } = desk
  if (entry.block !== null && chain.rests) return null
  if (entry.block !== null && (await chain.hashAt(entry.block)) === entry.block_hash) {
    if (entry.state === 'recorded' || entry.state === 'final') deepen(desk, chain, entry.id, entry.block)
    return null
  }
  const versions = rows.versions(entry.id)
  const newest = versions.at(-1)!
  if (await isInBlock(desk, chain, entry, versions, chain.receipt)) return null
  // It stood in a block that the chain has taken back.
  if (entry.block !== null)
    rows.change(entry.id, { state: 'sent', block: null, block_hash: null, cost: null, failure: null })
  if ((await chain.used(account)) > newest.nonce) {
    // A block may have come between the two questions. Said in two looks, it is so.
    const receiptNow = (hash: string) => provider.getTransactionReceipt(hash)
    if (await isInBlock(desk, chain, entry, versions, receiptNow)) return null
    if (entry.state === 'replaced') return entry
    rows.change(entry.id, { state: 'replaced' })
    return null
  }
  const known = await Promise.all(versions.map(({ hash }) => chain.isWaiting(hash)))
  if (known.includes(true)) rows.change(entry.id, { state: 'seen' })
  else await sendSame(desk, chain, entry, newest)
  return null
}

async function isInBlock(
  desk: Desk,
  chain: Chain,
  { id }: Entry,
  versions: readonly Version[],
  receiptOf: Chain['receipt'],
): Promise<boolean> {
  const landing = await landingOf(desk, versions, receiptOf)
  if (landing === null) return false
  const { receipt, end, failure, cost } = landing
  const found = { block: receipt.blockNumber, block_hash: receipt.blockHash, cost: cost.toString(), failure }
  if (end === 'taken') {
    desk.rows.change(id, found)
    deepen(desk, chain, id, receipt.blockNumber)
  } else desk.rows.change(id, { ...found, state: end })
  return true
}

function deepen({ rows, needed }: Desk, { newest }: Chain, id: number, block: number): void {
  rows.change(id, { state: newest - block + 1 >= needed ? 'final' : 'recorded' })
}

/** Of unknown fate, the very same bytes go out again: they can't become a second transaction. */
async function sendSame({ rows }: Desk, chain: Chain, entry: Entry, newest: Version): Promise<void> {
  const wasSeen = entry.state === 'seen' || entry.state === 'dropped'
  if (wasSeen) rows.change(entry.id, { state: 'dropped' })
  try {
    if ((await chain.send(newest.raw)) && !wasSeen) rows.change(entry.id, { state: 'sent' })
  } catch (error) {
    // A node that is there and says no: what is kept goes out once it can be paid for, or is called off.
    if (Failure.from(error).code === 'E_CHAIN_UNREACHABLE') throw error
  }
}

/**
 * Another transaction has used the number, so the acts get a new one. Should both come into blocks after all, the
 * contract takes each act once. What was being called off is off.
 */
async function bringAgain(
  desk: Desk,
  outdone: readonly Entry[],
  mayShare: () => Promise<boolean>,
): Promise<void> {
  let waiting: readonly Load[] = (await Promise.all(outdone.map((entry) => stillGood(desk, entry)))).filter(
    (load) => load !== null,
  )
  const shares = waiting.length > 1 && (await mayShare())
  while (waiting.length > 0) {
    const next = shares ? thoseThatFit(waiting) : waiting.slice(0, 1)
    waiting = waiting.filter((load) => !next.includes(load))
    // Without the means or the key it waits as it is; what the node refused has said so already.
    await sendFirst(desk, next).catch((error) => {
      if (ledgerFailure(error).code === 'E_CHAIN_UNREACHABLE') throw error
    })
  }
}

/** Null for what was called off, and for what the contract would refuse by now. */
async function stillGood(desk: Desk, entry: Entry): Promise<Load | null> {
  const { account, provider, network, rows } = desk
  const refuse = (failure: string): null => {
    rows.change(entry.id, { state: 'refused', failure })
    return null
  }
  const { place, share } = rows.versions(entry.id).at(-1)!
  if (place === null) return refuse('E_CANCELLED')
  try {
    await provider.estimateGas({ from: account, to: network.contract, data: entry.data })
    return { packed: entry, gas: share }
  } catch (error) {
    const failure = ledgerFailure(error)
    if (failure.code === 'E_CHAIN_UNREACHABLE') throw failure
    return refuse(failure.code)
  }
}
