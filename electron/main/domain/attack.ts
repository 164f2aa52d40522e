import type { Consensus, NetworkReading } from './performance.ts'

/** How many confirmations an attack is tried against, and when its success counts as out of reach. */
const MOST_CONFIRMATIONS = 1_000
export const OUT_OF_REACH = 0.001
/** Shares of the whole hash rate that an attacker is thought to have. */
const SHARES = [0.1, 0.2, 0.3, 0.4] as const

/**
 * How likely an attacker is to overtake the chain after so many confirmations, by how it was first worked out: what the
 * attacker finds meanwhile is Poisson's.
 * @param share of the whole hash rate, from 0 to 1
 * @see Nakamoto, Bitcoin: A Peer-to-Peer Electronic Cash System (2008), section 11
 */
export function nakamoto(share: number, confirmations: number): number {
  if (share >= 0.5) return 1
  const ratio = share / (1 - share)
  const expected = confirmations * ratio
  let found = Math.exp(-expected)
  let success = 1
  for (let blocks = 0; blocks <= confirmations; blocks += 1) {
    if (blocks > 0) found *= expected / blocks
    success -= found * (1 - ratio ** (confirmations - blocks))
  }
  return Math.max(0, success)
}

/**
 * The same, worked out exactly: what the attacker finds while the others find their blocks is negative binomial. Who
 * attacks is thought to have one block before they begin.
 * @see Rosenfeld, Analysis of Hashrate-Based Double Spending (2014)
 */
export function rosenfeld(share: number, confirmations: number): number {
  if (share >= 0.5) return 1
  const rest = 1 - share
  const ratio = share / rest
  let found = rest ** confirmations
  let success = 1
  for (let blocks = 0; blocks <= confirmations; blocks += 1) {
    if (blocks > 0) found *= ((blocks + confirmations - 1) / blocks) * share
    success -= found * (1 - ratio ** (confirmations - blocks))
  }
  return Math.max(0, success)
}

/** The fewest confirmations after which an attack succeeds less often than `limit`; null where none are enough. */
export function confirmationsFor(share: number, limit = OUT_OF_REACH): number | null {
  if (share >= 0.5) return null
  for (let confirmations = 0; confirmations <= MOST_CONFIRMATIONS; confirmations += 1) {
    if (nakamoto(share, confirmations) < limit) return confirmations
  }
  return null
}

export type Majority = {
  readonly validators: number
  /** So many may fail, and with BFT cheat, without harm. */
  readonly tolerated: number
  /** So many must agree on a block (BFT), or sign in turn (Clique). */
  readonly quorum: number
  /** When so many are down, no block comes any more. */
  readonly stopsAt: number
  /** When so many cheat together, history may split (BFT) or be written anew (Clique). */
  readonly splitsAt: number
}

/** IBFT and QBFT: two quorums share so many that one of them is honest. @see EIP-650, and Moniz, The Istanbul BFT Consensus Algorithm (2020) */
export function byzantine(validators: number): Majority {
  const quorum = Math.ceil((2 * validators) / 3)
  return {
    validators,
    tolerated: Math.floor((validators - 1) / 3),
    quorum,
    stopsAt: validators - quorum + 1,
    splitsAt: Math.max(1, 2 * quorum - validators),
  }
}

/** Clique: each may sign one of so many blocks, so that a majority has to, and a majority can write anew. @see EIP-225 */
export function clique(validators: number): Majority {
  const quorum = Math.floor(validators / 2) + 1
  return {
    validators,
    tolerated: validators - quorum,
    quorum,
    stopsAt: validators - quorum + 1,
    splitsAt: quorum,
  }
}

export type Odds = {
  readonly share: number
  readonly nakamoto: number
  readonly rosenfeld: number
  /** Until an attack succeeds less than once in a thousand times. */
  readonly needed: number | null
}

/** What the network withstands, as far as that follows from what was read; never a figure that does not. */
export type Resistance =
  | { readonly kind: 'none'; readonly consensus: Consensus }
  | { readonly kind: 'untold'; readonly consensus: Consensus }
  | {
      readonly kind: 'work'
      /** Hashes a second. */
      readonly hashRate: number | null
      readonly confirmations: number
      readonly odds: readonly Odds[]
    }
  | ({ readonly kind: 'byzantine' | 'clique' } & Majority)

/** @param confirmations after which this clinic counts an act as final */
export function resistanceOf(
  { consensus, validators, difficulty, blockTime }: NetworkReading,
  confirmations: number,
): Resistance {
  if (consensus === 'development') return { kind: 'none', consensus }
  if (consensus === 'proof-of-work') {
    return {
      kind: 'work',
      hashRate: difficulty === null || !blockTime ? null : difficulty / blockTime.mean,
      confirmations,
      odds: SHARES.map((share) => ({
        share,
        nakamoto: nakamoto(share, confirmations),
        rosenfeld: rosenfeld(share, confirmations),
        needed: confirmationsFor(share),
      })),
    }
  }
  if (validators === null || validators === 0) return { kind: 'untold', consensus }
  if (consensus === 'ibft' || consensus === 'qbft') return { kind: 'byzantine', ...byzantine(validators) }
  if (consensus === 'clique') return { kind: 'clique', ...clique(validators) }
  return { kind: 'untold', consensus }
}
