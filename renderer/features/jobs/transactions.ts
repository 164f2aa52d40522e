import type { JobView } from '../../../electron/main/domain/job.ts'
import type { TransactionView } from '../../../electron/main/domain/transaction.ts'

const OVER = new Set<TransactionView['state']>(['final', 'refused', 'cancelled'])

/** The transaction that a piece of work waits for, or whose block was taken back after it. */
export function waitingFor(
  { signature, state }: Pick<JobView, 'signature' | 'state'>,
  transactions: readonly TransactionView[],
): TransactionView | null {
  if (signature === null || state === 'cancelled') return null
  return transactions.find((each) => each.signature === signature && !OVER.has(each.state)) ?? null
}

/** Those on their way that no work on the list shows. */
export const othersOf = (
  transactions: readonly TransactionView[],
  jobs: readonly Pick<JobView, 'signature'>[],
): readonly TransactionView[] =>
  transactions.filter(
    ({ state, signature }) => !OVER.has(state) && !jobs.some((job) => job.signature === signature),
  )
