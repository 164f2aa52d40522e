import type { TransactionReceipt } from 'ethers'
import type { FailureCode } from '../domain/failure.ts'
import { refusalIn } from './ledger-batch.ts'
import type { Desk } from './relayer-desk.ts'
import type { Version } from './relayer-rows.ts'

/** What a transaction in a block has done with one of its acts. */
export type Landing = {
  readonly receipt: TransactionReceipt
  readonly end: 'taken' | 'refused' | 'cancelled'
  readonly failure: FailureCode | null
  /** The act's part of the fee, rounded up: all parts together are never less than what was paid. */
  readonly cost: bigint
}

/**
 * Of all transactions of an act, the one in a block that counts: where it was taken, or else the one with its newest
 * number. An attempt before, that a block refused, says nothing of the one on its way.
 * @param receiptOf null for what is in no block
 */
export async function landingOf(
  { network }: Pick<Desk, 'network'>,
  versions: readonly Version[],
  receiptOf: (hash: string) => Promise<TransactionReceipt | null>,
): Promise<Landing | null> {
  const receipts = await Promise.all(versions.map(({ hash }) => receiptOf(hash)))
  let newest: Landing | null = null
  for (const [at, receipt] of receipts.entries()) {
    if (receipt === null) continue
    const { place, share, gas, nonce } = versions[at]!
    const failure = place === null ? null : refusalIn(receipt, network.contract, place)
    const end = place === null ? 'cancelled' : failure === null ? 'taken' : 'refused'
    const cost = (receipt.fee * BigInt(share) + BigInt(gas - 1)) / BigInt(gas)
    const landing = { receipt, end, failure, cost } as const
    if (end === 'taken') return landing
    if (nonce === versions.at(-1)!.nonce) newest = landing
  }
  return newest
}
