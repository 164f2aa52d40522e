import { describe, expect, it } from 'vitest'
import type { TransactionState, TransactionView } from '../../electron/main/domain/transaction.ts'
import { othersOf, waitingFor } from '../../renderer/features/jobs/transactions.ts'
import { coinsOf, formatCoins, smallestUnitsOf } from '../../renderer/lib/format.ts'

const transaction = (signature: string, state: TransactionState): TransactionView =>
  ({ signature, state }) as TransactionView

describe('transactions beside the work they belong to', () => {
  const all = [transaction('0x1', 'seen'), transaction('0x2', 'final'), transaction('0x3', 'sent')]

  it('a piece of work shows its own, until it is final', () => {
    expect(waitingFor({ signature: '0x1', state: 'running' }, all)?.state).toBe('seen')
    expect(waitingFor({ signature: '0x2', state: 'done' }, all)).toBeNull()
    expect(waitingFor({ signature: null, state: 'running' }, all)).toBeNull()
  })

  it('one whose block was taken back is shown with work that was done', () => {
    expect(waitingFor({ signature: '0x3', state: 'done' }, all)?.state).toBe('sent')
  })

  it('what belongs to no work on the list stands below it', () => {
    expect(othersOf(all, [{ signature: '0x1' }]).map(({ signature }) => signature)).toEqual(['0x3'])
  })
})

describe('amounts', () => {
  it('are told with six figures, and taken with six places', () => {
    expect(formatCoins('1234567890000000000')).toBe('1.23457')
    expect(formatCoins('42000000000000')).toBe('0.000042')
    expect(smallestUnitsOf(0.1)).toBe('100000000000000000')
    expect(coinsOf(smallestUnitsOf(0.25))).toBe(0.25)
  })
})
