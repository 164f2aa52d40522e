import type { Address, Hex32 } from './bytes.ts'
import type { Folder } from './folder.ts'
import type { WitnessState } from './network.ts'

/** What a line of the log tells of. The names are those of the contract's events. */
export const LOG_KINDS = [
  'registered',
  'claimed',
  'profile-updated',
  'suspended',
  'reinstated',
  'admin-appointed',
  'admin-dismissed',
  'successor-named',
  'joined',
  'key-published',
  'device-trusted',
  'device-distrusted',
  'folders-opened',
  'record-added',
  'access-requested',
  'request-declined',
  'access-given',
  'access-removed',
  'rekeyed',
  'record-viewed',
  'keys-offered',
  'emergency-plan-set',
  'guardian-accepted',
  'guardian-resigned',
  'emergency-requested',
  'emergency-approved',
  'emergency-vetoed',
  'emergency-opened',
  'emergency-extended',
  'emergency-closed',
  'emergency-reviewed',
  'emergency-drill-called',
  'emergency-drill-answered',
  'critical-card-set',
  'critical-card-viewed',
  'custodian-set',
  'handed-over',
] as const
export type LogKind = (typeof LOG_KINDS)[number]

export type LogLine = {
  /** Unique and in order: block number and the log's place in it. */
  readonly id: string
  readonly kind: LogKind
  readonly at: number
  readonly block: number
  readonly transaction: Hex32
  /** Who did it. */
  readonly actor: Address
  readonly actorName: string | null
  /** Whose wallet signed, where they acted for the actor. */
  readonly signer: Address | null
  readonly signerName: string | null
  /** Whom it concerns, where that is somebody else. */
  readonly subject: Address | null
  readonly subjectName: string | null
  readonly patient: Address | null
  readonly patientName: string | null
  readonly recordId: number | null
  /** The record's title, for those who can open its card. */
  readonly recordTitle: string | null
  readonly folders: readonly Folder[]
  /** A right to single records of these folders; the chain does not say which. */
  readonly listedOnly: boolean
  readonly until: number | null
}

/** One of the histories that a log is made of, as it was proven. */
export type ProvenHistory = {
  readonly subject: Address | 'accounts'
  /** Its rolling hash after this block, and the number of lines up to there. */
  readonly block: number
  readonly lines: number
  readonly hash: Hex32
}

export type LogProof = {
  readonly whole: boolean
  readonly lines: number
  readonly block: number
  /** The rolling hash on the chain, and the one recomputed from the local copy. */
  readonly expected: Hex32
  readonly found: Hex32
  /** Whether a second node has the same: one node alone could show an old or a false chain. */
  readonly witness: WitnessState
}
