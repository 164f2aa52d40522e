import type { Address, Fingerprint } from '../domain/bytes.ts'
import type { LogLine, ProvenHistory } from '../domain/log.ts'
import type { Measurement } from '../domain/measurement.ts'
import type { SpecialtyCode } from '../domain/specialty.ts'

/** What a recovery kit says on paper. */
export type KitSheet = {
  readonly kind: 'kit'
  /** The kit's line, for the QR code. */
  readonly line: string
  readonly words: readonly string[]
  readonly name: string | null
  readonly address: Address
  readonly fingerprint: Fingerprint
  readonly clinic: string
  /** Unix seconds. */
  readonly madeAt: number
}

/** What somebody takes home who was registered for a code. */
export type CodeSheet = {
  readonly kind: 'code'
  readonly code: string
  readonly name: string | null
  readonly role: 'doctor' | 'patient'
  readonly clinic: string
  /** Unix seconds; it is shown as old to the clinic `days` later. */
  readonly madeAt: number
  readonly days: number
}

/** One act as the chain has it. */
export type ReceiptSheet = {
  readonly kind: 'receipt'
  readonly line: LogLine
  readonly clinic: string
  readonly chainId: number
  readonly contract: Address
  /** Up to which block the log was proven, and whether a second node has said the same. */
  readonly proven: { readonly block: number; readonly witnessed: boolean }
  /** Unix seconds. */
  readonly madeAt: number
}

/** Somebody's whole log, for readers who have no more than paper. */
export type ReportSheet = {
  readonly kind: 'report'
  /** Newest first. */
  readonly lines: readonly LogLine[]
  /** What the folders are for that this session can open, by patient and folder (`0x…/2`). */
  readonly specialties: Readonly<Record<string, SpecialtyCode>>
  readonly person: { readonly name: string | null; readonly address: Address }
  /** Whose wallet signs it. */
  readonly signer: Address
  /** An admin's log has every act of the clinic, not only those that concern them. */
  readonly ofClinic: boolean
  readonly clinic: string
  readonly chainId: number
  readonly contract: Address
  readonly histories: readonly ProvenHistory[]
  readonly proven: { readonly block: number; readonly witnessed: boolean }
  /** Unix seconds. */
  readonly madeAt: number
}

/** What a patient carries, so that a doctor finds their plan for emergencies. It says nothing of the plan. */
export type CardSheet = {
  readonly kind: 'card'
  readonly name: string | null
  /** With its checksum. */
  readonly address: string
  readonly clinic: string
  /** Unix seconds. */
  readonly madeAt: number
}

/** How much the clinic's network took when it was measured. */
export type MeasurementSheet = { readonly kind: 'measurement'; readonly measurement: Measurement }

export type Sheet = KitSheet | CodeSheet | ReceiptSheet | ReportSheet | CardSheet | MeasurementSheet

/** Sheets of paper, made on this computer. */
export type Paper = {
  /** @returns a PDF of A4 pages, one but for the reports @throws Failure E_INTERNAL */
  readonly print: (sheet: Sheet) => Promise<Uint8Array>
}
