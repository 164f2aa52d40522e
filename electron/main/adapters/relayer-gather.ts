import { bringAll, type Call } from './ledger-batch.ts'
import type { Packed } from './relayer-rows.ts'

/** An act that waits for a transaction, and the gas it would be given in one of its own. */
export type Load = { readonly packed: Packed; readonly gas: number }

/** Together a tenth of a common block (30 million), so that a batch finds room as easily as an act does. */
const MOST_ACTS = 20
const MOST_GAS = 3_000_000
/** A dearer act goes alone. It also keeps the 64th that each call leaves behind (EIP-150) below what sharing saves. */
const MOST_GAS_EACH = 500_000

/** What any transaction uses before the first instruction runs. */
export const TRANSACTION_GAS = 21_000
const ZERO_BYTE_GAS = 4
const BYTE_GAS = 16

/** The call of a transaction that brings these. */
export function callOf(loads: readonly Call[]): Call {
  if (loads.length === 1) return loads[0]!
  const calls = loads.map(({ data, gas }) => ({ data, gas: gas - ownGas(data) }))
  // Each may use what it could use alone. What all but one save on their transactions pays for carrying them.
  return { data: bringAll(calls), gas: loads.reduce((sum, { gas }) => sum + gas, 0) }
}

function ownGas(data: string): number {
  const bytes = data.slice(2).match(/../g) ?? []
  const zeros = bytes.filter((byte) => byte === '00').length
  return TRANSACTION_GAS + zeros * ZERO_BYTE_GAS + (bytes.length - zeros) * BYTE_GAS
}

type Waiting = Load & { readonly done: (id: number) => void; readonly failed: (error: unknown) => void }

/**
 * Acts that come while a transaction is on its way to the node wait for the next one, and share it. Nothing waits for
 * company: an act that comes when none is on its way goes at once.
 * @param turn does one piece of work after the other
 * @param send what a turn is for; gives the entry of each load, or why that one was turned away
 * @returns adds an act; gives its entry once that is on its way
 */
export function createGathering(
  turn: (work: () => Promise<void>) => Promise<void>,
  send: (loads: readonly Load[]) => Promise<readonly (number | Error)[]>,
  mayShare: () => Promise<boolean>,
): (load: Load) => Promise<number> {
  let waiting: readonly Waiting[] = []

  async function sendNext(): Promise<void> {
    if (waiting.length === 0) return
    const shares = waiting.length > 1 && (await mayShare().catch(() => false))
    const next = shares ? thoseThatFit(waiting) : waiting.slice(0, 1)
    waiting = waiting.filter((each) => !next.includes(each))
    try {
      const results = await send(next)
      for (const [place, { done, failed }] of next.entries()) {
        const result = results[place]!
        if (typeof result === 'number') done(result)
        else failed(result)
      }
    } catch (error) {
      for (const { failed } of next) failed(error)
    }
  }

  return (load) =>
    new Promise((done, failed) => {
      waiting = [...waiting, { ...load, done, failed }]
      // As many turns as acts: whatever doesn't fit into this one has one of its own.
      void turn(sendNext)
    })
}

/** From the first one on, in the order in which they came; never the same act twice. */
export function thoseThatFit<T extends Load>(waiting: readonly T[]): readonly T[] {
  const first = waiting[0]!
  if (first.gas > MOST_GAS_EACH) return [first]
  const digests = new Set<string>()
  let gas = 0
  return waiting.filter((each) => {
    const fits =
      digests.size < MOST_ACTS &&
      each.gas <= MOST_GAS_EACH &&
      gas + each.gas <= MOST_GAS &&
      !digests.has(each.packed.digest)
    if (fits) {
      digests.add(each.packed.digest)
      gas += each.gas
    }
    return fits
  })
}
