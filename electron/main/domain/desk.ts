import type { Address } from './bytes.ts'

/** Told apart by name too, never by colour alone. */
export const MARK_COLOURS = ['blue', 'green', 'orange', 'violet', 'teal', 'pink'] as const

/** What two screens and a phone show of one session, so that nobody approves a neighbour's. */
export type SessionMark = {
  readonly words: readonly string[]
  readonly colour: (typeof MARK_COLOURS)[number]
}

/** A phone that has come to the desk: what it is asked to sign, and how its session is known. */
export type Arrival = { readonly message: string; readonly mark: SessionMark }

/** What the person in front of the desk sees in a window of their own: themselves, and nobody else. */
export type Shown =
  | { readonly step: 'wait' }
  | { readonly step: 'scan'; readonly link: string; readonly expiresAt: number }
  | { readonly step: 'other-chain' }
  | { readonly step: 'sign'; readonly mark: SessionMark }
  | { readonly step: 'proven'; readonly mark: SessionMark }
  | {
      readonly step: 'check'
      readonly mark: SessionMark
      readonly name: string
      readonly birthDate: string
      readonly picture: Uint8Array | null
    }
  | { readonly step: 'stopped'; readonly reason: 'declined' | 'expired' | 'registered' | 'failed' }
  | { readonly step: 'registered' }

/** What the person may say to what is shown; `closed` is the window itself. */
export type Said = 'right' | 'wrong' | 'closed'

/** Whose key is where: a visit must not end with a key that is nowhere else, unless that is wanted. */
export type VisitKey = 'none' | 'only-here' | 'backed-up'

export type VisitEnding = 'asked' | 'idle' | 'interrupted'

/** What the end of a visit has removed from this computer. */
export type Removed = {
  readonly key: boolean
  /** Answers of the chain that were kept about this person. */
  readonly answers: number
  /** Sealed blocks that a shared store has too. */
  readonly blocks: number
  /** Sealed blocks that are nowhere else, so that they stay. */
  readonly blocksKept: number
  readonly clipboard: boolean
}

/** A person who uses a computer that is not theirs. */
export type VisitState =
  | { readonly stage: 'running'; readonly account: Address; readonly key: VisitKey }
  | {
      readonly stage: 'over'
      readonly account: Address
      readonly reason: VisitEnding
      readonly removed: Removed
    }
