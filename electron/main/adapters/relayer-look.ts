import type { TransactionReceipt } from 'ethers'
import { Failure } from '../domain/failure.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { broadcast } from './relayer-broadcast.ts'
import { type Desk, sendFirst } from './relayer-desk.ts'
import type { Entry, Version } from './relayer-rows.ts'

/** A block deeper than this is not expected to be taken back. */
const WATCHED_BLOCKS = 64

type Chain = {
  readonly newest: number
  /** Nothing was added or taken back since the last look: what is in a block still is. */
  readonly rests: boolean
  readonly hashAt: (block: number) => Promise<string | null>
}
export type Seen = { readonly newest: number; readonly hash: string | null }

/** Compares every open entry with the chain, and sends again what fell out of it. */
export async function lookAtAll(desk: Desk, before: Seen): Promise<Seen> {
  const latest = await desk.provider.getBlock('latest')
  const newest = latest?.number ?? before.newest
  const hash = latest?.hash ?? null
  const rests = hash !== null && hash === before.hash
  const hashes = new Map<number, Promise<string | null>>()
  const hashAt = (block: number): Promise<string | null> => {
    const asked = hashes.get(block) ?? desk.provider.getBlock(block).then((found) => found?.hash ?? null)
    hashes.set(block, asked)
    return asked
  }
  const open = desk.rows.open(newest - WATCHED_BLOCKS)
  const outdone = await Promise.all(open.map((entry) => lookAt(desk, { newest, rests, hashAt }, entry)))
  for (const entry of outdone) if (entry !== null) await bringAgain(desk, entry)
  return { newest, hash }
}

/** @returns the entry when it needs a new number */
async function lookAt(desk: Desk, chain: Chain, entry: Entry): Promise<Entry | null> {
  const { rows, provider, account } = desk
  if (entry.block !== null && chain.rests) return null
  if (entry.block !== null && (await chain.hashAt(entry.block)) === entry.block_hash) {
    if (entry.state !== 'cancelled') deepen(desk, chain, entry.id, entry.block)
    return null
  }
  const versions = rows.versions(entry.id)
  const newest = versions.at(-1)!
  if (await isInBlock(desk, chain, entry, versions)) return null
  // It stood in a block that the chain has taken back.
  if (entry.block !== null)
    rows.change(entry.id, { state: 'sent', block: null, block_hash: null, cost: null })
  if ((await provider.getTransactionCount(account, 'latest')) > newest.nonce) {
    // A block may have come between the two questions. Said in two looks, it is so.
    if (await isInBlock(desk, chain, entry, versions)) return null
    if (entry.state === 'replaced') return entry
    rows.change(entry.id, { state: 'replaced' })
    return null
  }
  if (await isWaiting(desk, versions)) rows.change(entry.id, { state: 'seen' })
  else await sendSame(desk, entry, newest)
  return null
}

async function isInBlock(
  desk: Desk,
  chain: Chain,
  entry: Entry,
  versions: readonly Version[],
): Promise<boolean> {
  const receipt = await receiptOf(desk, versions)
  if (receipt === null) return false
  const { blockNumber: block, blockHash: block_hash } = receipt
  const found = { block, block_hash, cost: receipt.fee.toString() }
  const kind = versions.find(({ hash }) => hash === receipt.hash)?.kind
  if (kind === 'cancel') desk.rows.change(entry.id, { ...found, state: 'cancelled' })
  else if (receipt.status !== 1)
    desk.rows.change(entry.id, { ...found, state: 'refused', failure: 'E_CHAIN_REFUSED' })
  else {
    desk.rows.change(entry.id, found)
    deepen(desk, chain, entry.id, block)
  }
  return true
}

function deepen({ rows, needed }: Desk, { newest }: Chain, id: number, block: number): void {
  rows.change(id, { state: newest - block + 1 >= needed ? 'final' : 'recorded' })
}

/** Of all versions, the one in a block; the act itself before an attempt that failed. */
export async function receiptOf(
  { provider }: Pick<Desk, 'provider'>,
  versions: readonly Version[],
): Promise<TransactionReceipt | null> {
  const receipts = await Promise.all(versions.map(({ hash }) => provider.getTransactionReceipt(hash)))
  const found = receipts.filter((receipt) => receipt !== null)
  return found.find(({ status }) => status === 1) ?? found[0] ?? null
}

async function isWaiting({ provider }: Desk, versions: readonly Version[]): Promise<boolean> {
  const known = await Promise.all(versions.map(({ hash }) => provider.getTransaction(hash)))
  return known.some((transaction) => transaction !== null)
}

/** Of unknown fate, the very same bytes go out again: they can't become a second transaction. */
async function sendSame({ rows, provider }: Desk, entry: Entry, newest: Version): Promise<void> {
  const wasSeen = entry.state === 'seen' || entry.state === 'dropped'
  if (wasSeen) rows.change(entry.id, { state: 'dropped' })
  try {
    if ((await broadcast(provider, newest.raw)) && !wasSeen) rows.change(entry.id, { state: 'sent' })
  } catch (error) {
    // A node that is there and says no: what is kept goes out once it can be paid for, or is called off.
    if (Failure.from(error).code === 'E_CHAIN_UNREACHABLE') throw error
  }
}

/**
 * Another transaction has used the number, so the act gets a new one. Should both come into blocks after all, the
 * contract takes the act once. What was being called off is off.
 */
async function bringAgain(desk: Desk, entry: Entry): Promise<void> {
  const { account, provider, network, rows } = desk
  const refuse = (failure: string): void => rows.change(entry.id, { state: 'refused', failure })
  if (rows.versions(entry.id).at(-1)!.kind === 'cancel') return refuse('E_CANCELLED')
  try {
    await provider.estimateGas({ from: account, to: network.contract, data: entry.data })
    await sendFirst(desk, entry, entry.gas, entry)
  } catch (error) {
    const failure = ledgerFailure(error)
    if (failure.code === 'E_CHAIN_UNREACHABLE') throw failure
    // Without the means it waits as it is; a refusal of the contract's is the end.
    if (!failure.code.startsWith('E_RELAYER')) refuse(failure.code)
  }
}
