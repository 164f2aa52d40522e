import { describe, expect, it } from 'vitest'
import {
  byzantine,
  clique,
  confirmationsFor,
  nakamoto,
  resistanceOf,
  rosenfeld,
} from '../../electron/main/domain/attack.ts'
import type { NetworkReading } from '../../electron/main/domain/performance.ts'

/** Bitcoin: A Peer-to-Peer Electronic Cash System, section 11, as printed. */
const NAKAMOTO = {
  0.1: { 0: 1, 1: 0.2045873, 2: 0.0509779, 3: 0.0131722, 4: 0.0034552, 5: 0.0009137 },
  0.3: { 0: 1, 5: 0.1773523, 10: 0.0416605, 15: 0.0101008, 20: 0.0024804, 25: 0.0006132 },
}
const NAKAMOTO_LATE = {
  0.1: { 6: 0.0002428, 7: 0.0000647, 8: 0.0000173, 9: 0.0000046, 10: 0.0000012 },
  0.3: { 30: 0.0001522, 35: 0.0000379, 40: 0.0000095, 45: 0.0000024, 50: 0.0000006 },
}

/** Plays the race block by block, with one block ahead for the attacker: no closed formula in it. */
function raced(share: number, confirmations: number): number {
  const rest = 1 - share
  // Chances by how many blocks the attacker has while the others have found so many.
  const most = 4_000
  let chances = new Float64Array(most)
  chances[0] = 1
  for (let honest = 0; honest < confirmations; honest += 1) {
    const next = new Float64Array(most)
    let carried = 0
    for (let found = 0; found < most; found += 1) {
      carried = carried * share + chances[found]!
      next[found] = carried * rest
    }
    chances = next
  }
  return chances.reduce((sum, chance, found) => {
    const behind = confirmations - found
    return sum + chance * (behind <= 0 ? 1 : (share / rest) ** behind)
  }, 0)
}

describe('how likely an attack on proof of work succeeds', () => {
  it('is what Nakamoto printed', () => {
    for (const table of [NAKAMOTO, NAKAMOTO_LATE])
      for (const [share, rows] of Object.entries(table))
        for (const [confirmations, printed] of Object.entries<number>(rows))
          expect(nakamoto(Number(share), Number(confirmations)), `${share} ${confirmations}`).toBeCloseTo(
            printed,
            7,
          )
  })

  it('takes as many confirmations for less than 0.1 % as Nakamoto printed', () => {
    const printed = { 0.1: 5, 0.15: 8, 0.2: 11, 0.25: 15, 0.3: 24, 0.35: 41, 0.4: 89, 0.45: 340 }
    for (const [share, confirmations] of Object.entries(printed))
      expect(confirmationsFor(Number(share)), share).toBe(confirmations)
    expect(confirmationsFor(0.5)).toBeNull()
  })

  it('is what playing the race block by block comes to (Rosenfeld)', () => {
    for (const share of [0.02, 0.1, 0.2, 0.3, 0.4])
      for (const confirmations of [1, 2, 3, 4, 6, 10, 30])
        expect(rosenfeld(share, confirmations), `${share} ${confirmations}`).toBeCloseTo(
          raced(share, confirmations),
          10,
        )
    expect(rosenfeld(0.1, 1)).toBeCloseTo(0.2, 12)
    expect(rosenfeld(0.1, 2)).toBeCloseTo(0.056, 12)
    expect(rosenfeld(0.3, 2)).toBeCloseTo(0.432, 12)
  })

  it('is certain for a majority', () => {
    expect([nakamoto(0.5, 100), rosenfeld(0.5, 100), rosenfeld(0.7, 6)]).toEqual([1, 1, 1])
  })
})

describe('how many validators may fail or cheat', () => {
  it.each([
    [1, 0, 1, 1, 1],
    [3, 0, 2, 2, 1],
    [4, 1, 3, 2, 2],
    [5, 1, 4, 2, 3],
    [7, 2, 5, 3, 3],
    [10, 3, 7, 4, 4],
  ])('of %i with IBFT or QBFT', (validators, tolerated, quorum, stopsAt, splitsAt) => {
    expect(byzantine(validators)).toEqual({ validators, tolerated, quorum, stopsAt, splitsAt })
    // What is tolerated does no harm, by whichever way harm comes.
    expect(tolerated).toBeLessThan(Math.min(stopsAt, splitsAt))
  })

  it.each([
    [1, 0, 1, 1],
    [4, 1, 3, 2],
    [5, 2, 3, 3],
    [7, 3, 4, 4],
  ])('of %i with Clique', (validators, tolerated, quorum, stopsAt) => {
    expect(clique(validators)).toEqual({ validators, tolerated, quorum, stopsAt, splitsAt: quorum })
  })
})

describe('what a network withstands', () => {
  const reading = (change: Partial<NetworkReading>) =>
    ({
      validators: null,
      difficulty: null,
      blockTime: { mean: 12, spread: 1, longest: 14 },
      ...change,
    }) as NetworkReading

  it('has no figure for a development chain, nor where the node tells too little', () => {
    expect(resistanceOf(reading({ consensus: 'development', validators: 4 }), 6)).toEqual({
      kind: 'none',
      consensus: 'development',
    })
    for (const consensus of ['proof-of-stake', 'unknown', 'bft', 'qbft', 'clique'] as const)
      expect(resistanceOf(reading({ consensus }), 6)).toEqual({ kind: 'untold', consensus })
  })

  it('follows from difficulty and block time, or from the validators', () => {
    expect(resistanceOf(reading({ consensus: 'proof-of-work', difficulty: 1.2e15 }), 6)).toMatchObject({
      kind: 'work',
      hashRate: 1e14,
      confirmations: 6,
      odds: [{ share: 0.1, needed: 5 }, {}, {}, { share: 0.4, needed: 89 }],
    })
    expect(resistanceOf(reading({ consensus: 'qbft', validators: 7 }), 1)).toMatchObject({
      kind: 'byzantine',
      tolerated: 2,
    })
    expect(resistanceOf(reading({ consensus: 'clique', validators: 5 }), 1)).toMatchObject({
      kind: 'clique',
      splitsAt: 3,
    })
  })
})
