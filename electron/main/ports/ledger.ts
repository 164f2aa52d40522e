import type { RawLog } from '../crypto/history.ts'
import type { Act, ActMessages, ActName } from '../domain/acts.ts'
import type { Address, Hex32, Pointer } from '../domain/bytes.ts'
import type { Custody } from '../domain/custody.ts'
import type { PlanState, RequestState } from '../domain/emergency.ts'
import type { Folder } from '../domain/folder.ts'
import type { LogKind } from '../domain/log.ts'
import type { Payer } from '../domain/network.ts'
import type { Account } from '../domain/person.ts'
import type { RecordEvent } from '../domain/record.ts'
import type { Right } from '../domain/right.ts'

export type FolderState = { readonly keyring: Pointer; readonly catalog: Pointer }
export type Head = { readonly lastChange: number; readonly records: number; readonly nonce: bigint }

/** Whether the chain answered the last time it was asked, and when it last did. */
export type Contact = {
  readonly live: boolean
  /** By this computer's clock, Unix seconds; null when it was never heard. */
  readonly at: number | null
  /** Seconds that have passed since, which setting the clock back does not undo. */
  readonly ago: number
}

/** What the contract's state says now, or said when the chain was last heard. Fails with E_CHAIN_UNREACHABLE or E_CHAIN_FOREIGN. */
export type LedgerState = {
  readonly account: (address: Address) => Promise<Account>
  readonly head: (patient: Address) => Promise<Head>
  readonly folder: (patient: Address, folder: Folder) => Promise<FolderState>
  readonly right: (patient: Address, reader: Address) => Promise<Right>
  /** What was opened to a doctor in an emergency; nothing where the contract knows none. */
  readonly emergencyRight: (patient: Address, doctor: Address) => Promise<Right>
  readonly emergencyPlan: (patient: Address) => Promise<PlanState>
  readonly emergencyRequest: (patient: Address, request: number) => Promise<RequestState>
  /** Whether the plan as it stands names this guardian, and whether they have accepted. */
  readonly guardian: (patient: Address, guardian: Address) => Promise<{ named: boolean; accepted: boolean }>
  /** Who acts for a patient without a key, or did last; null for everybody else. */
  readonly custody: (patient: Address) => Promise<Custody | null>
  readonly canAdd: (patient: Address, author: Address, folder: Folder) => Promise<boolean>
  readonly deviceTrustedUntil: (account: Address, device: Address) => Promise<number>
  /** The chain's own clock, Unix seconds: the newest block's. */
  readonly now: () => Promise<number>
  readonly contact: () => Contact
  /** Whether an account is a contract: its signatures are checked by its own code, on the chain. */
  readonly hasCode: (address: Address) => Promise<boolean>
}

export type Receipt = {
  readonly transaction: Hex32
  readonly block: number
  readonly at: number
  /** What it used; of a transaction that brings several acts, an equal share. */
  readonly gas: number
  /** The event of the act, as it stands in the receipt. */
  readonly record: number | null
}

/** Brings acts to the chain. */
export type Carrier = {
  /** Who pays for the next act. */
  readonly payer: () => Promise<Payer['kind']>
  /** Gives an act the nonce it needs and a deadline. */
  readonly stamp: <N extends ActName>(name: N, message: ActMessages[N]) => Promise<Act>
  /**
   * Sends an act and waits until it is recorded. Safe to call again after a crash: an act that has been recorded
   * meanwhile is found by its nonce and its event, never sent twice.
   * @throws Failure E_CHAIN_REFUSED with the contract's reason, E_STALE when what the signer saw has changed
   */
  readonly carry: (act: Act, signature: Hex32) => Promise<Receipt>
  /** Whether it may come to the chain without being brought again. */
  readonly isUnderWay: (act: Act) => boolean
}

/** One event of the contract, decoded. Only public chain data. */
export type ChainEvent = {
  readonly id: string
  readonly kind: LogKind
  readonly at: number
  readonly block: number
  /** The log's place in its block. */
  readonly place: number
  readonly transaction: Hex32
  readonly actor: Address
  readonly subject: Address | null
  readonly patient: Address | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** An event as the chain has it, with where it stands. */
export type RawEvent = RawLog & { readonly place: number; readonly transaction: Hex32 }

export type HistoryProof = {
  readonly whole: boolean
  readonly lines: number
  readonly block: number
  readonly expected: Hex32
  readonly found: Hex32
}

/** The local copy of the contract's events. It is proven, not trusted. */
export type LedgerIndex = {
  /** Reads what is new on the chain; what a reorganisation took back is forgotten. Returns the newest block read. */
  readonly sync: () => Promise<number>
  readonly events: (filter: EventFilter) => readonly ChainEvent[]
  readonly records: (patient: Address) => readonly RecordEvent[]
  /** Every event of one history, in order: one patient's, or the accounts'. */
  readonly history: (subject: Address | 'accounts') => readonly RawEvent[]
  /** Recomputes a rolling hash from the copy and compares it with the chain's: one patient's, or the accounts'. */
  readonly prove: (subject: Address | 'accounts') => Promise<HistoryProof>
}

export type EventFilter = {
  readonly kinds?: readonly LogKind[]
  readonly patient?: Address
  readonly actor?: Address
  readonly subject?: Address
  /** Events in which this account has any part. */
  readonly concerning?: Address
}
