import type { FailureCode, FailureDetail } from './failure.ts'

/** Work that is journaled on disk and goes on after a crash, a lock or a lost network. */
export const JOB_KINDS = ['add', 'give', 'remove', 'move', 'recover', 'anew'] as const
export type JobKind = (typeof JOB_KINDS)[number]

export const JOB_PHASES = [
  'reading',
  'sealing',
  'confirming',
  'signing',
  'uploading',
  'recording',
  'blocking',
  'rekeying',
  'done',
] as const
export type JobPhase = (typeof JOB_PHASES)[number]

export type JobItemView = {
  readonly recordId: number
  readonly title: string | null
  readonly byteLength: number | null
  readonly state: 'next' | 'working' | 'done' | 'failed'
  readonly done: number
  readonly failure: FailureCode | null
}

export type JobView = {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'running' | 'waiting' | 'failed' | 'done' | 'cancelled'
  readonly phase: JobPhase
  /** A record's title or a reader's name. */
  readonly title: string
  readonly reader: string | null
  /** The record that it is about, once there is one. */
  readonly record: number | null
  readonly done: number
  readonly total: number
  readonly startedAt: number
  /** When the right ended on the chain (removal only). */
  readonly blockedAt: number | null
  /** The right has ended by itself; nobody took it back. */
  readonly endedAlone: boolean
  readonly failure: { readonly code: FailureCode; readonly detail: FailureDetail } | null
  readonly items: readonly JobItemView[]
  readonly transaction: string | null
  /** The signature of the act that it brings, or has brought last. */
  readonly signature: string | null
}
