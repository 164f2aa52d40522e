import type { ActName } from './acts.ts'
import type { Address, Hex32 } from './bytes.ts'
import type { FailureCode } from './failure.ts'
import type { Payer } from './network.ts'

/**
 * Where a transaction of the clinic's account is: on disk only, handed to a node, shown by a node as waiting, in a block,
 * deep enough. Beside that way: its number was used by another one, no node knows it any more, refused, called off.
 */
export const TRANSACTION_STATES = [
  'draft',
  'sent',
  'seen',
  'recorded',
  'final',
  'replaced',
  'dropped',
  'refused',
  'cancelled',
] as const
export type TransactionState = (typeof TRANSACTION_STATES)[number]

/** One act on its way to the chain. Only public data. */
export type TransactionView = {
  readonly id: number
  readonly act: ActName
  readonly signer: Address
  /** The act's own signature: it tells which piece of work this belongs to. */
  readonly signature: Hex32
  readonly state: TransactionState
  /** It is in no block for longer than usual. */
  readonly slow: boolean
  /** Somebody has called it off, and which of the two the chain takes is open. */
  readonly cancelling: boolean
  readonly confirmations: number
  readonly needed: number
  /** When it was first sent, Unix seconds. */
  readonly at: number
  readonly hash: Hex32
  readonly nonce: number
  readonly failure: FailureCode | null
}

/** Who pays on this computer. Amounts are in the chain's smallest unit, as decimal digits. */
export type PayerView = {
  readonly kind: Payer['kind']
  /** Who pays for the next act: the person's wallet does where the clinic's account has no key here. */
  readonly pays: Payer['kind']
  /** The account that the network file names; null where it leaves paying to each wallet. */
  readonly account: Address | null
  readonly balance: string | null
  readonly spentToday: string
  readonly dailyLimit: string
  /** An account that was made here and that the network file does not name (yet). */
  readonly made: Address | null
}
