import type { Address, Cid, Digest, Hex32, Pointer } from './bytes.ts'
import type { Folder } from './folder.ts'

/**
 * 2 GB: what one record may hold, in bytes. Padded and sealed it stays under 2³¹: ipfs-unixfs 13.1.1 (its varints) writes
 * sizes from there on wrongly, and such a file can't be read again.
 */
export const RECORD_LIMIT = 2_000_000_000

/** A record as its `RecordAdded` event has it. */
export type RecordEvent = {
  readonly id: number
  readonly patient: Address
  readonly author: Address
  readonly folder: Folder
  readonly keyring: Pointer
  readonly digest: Digest
  readonly card: Pointer
  readonly nonce: bigint
  readonly deadline: number
  readonly signature: Hex32
  readonly block: number
  /** The log's place in its block. */
  readonly place: number
  readonly recordedAt: number
}

/** What the sealed part of a card says. */
export type CardContent = {
  readonly title: string
  readonly mediaType: string
  readonly byteLength: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly author: Address
  readonly patient: Address
  readonly folder: Folder
  readonly salt: Hex32
  readonly digest: Digest
  readonly content: Cid
  readonly origin?: Origin | undefined
}

/** The first card's signed fields, carried along from the first re-key on. */
export type Origin = {
  readonly card: Pointer
  readonly folder: Folder
  readonly keyring: Pointer
  readonly nonce: string
  readonly deadline: number
  readonly signature: string
}

/** A row of a records list. `title` is null where this session can't open the card. */
export type RecordView = {
  readonly id: number
  readonly patient: Address
  readonly folder: Folder
  readonly author: Address
  readonly authorName: string | null
  readonly recordedAt: number
  readonly title: string | null
  readonly mediaType: string | null
  readonly byteLength: number | null
  /** Why the card could not be opened. */
  readonly failure: string | null
  /** Where its bytes are now; null in a clinic whose records lie on each computer alone, and where that is not known. */
  readonly place: 'here' | 'kept' | 'elsewhere' | null
}

export const CHECKS = ['content', 'author', 'registered', 'history', 'allowed'] as const
export type CheckName = (typeof CHECKS)[number]

/** One line of the verify badge. `evidence` fills its sentence in. */
export type Check = { readonly name: CheckName; readonly evidence: Readonly<Record<string, string | number>> }

/** A record that passed every check and may be shown. */
export type OpenedRecord = RecordView & {
  readonly title: string
  readonly mediaType: string
  readonly byteLength: number
  readonly createdAt: string
  readonly keyNumber: number
  readonly checks: readonly Check[]
  readonly patientName: string | null
  readonly patientBirthDate: string | null
  /** Names the bytes at `content/<ticket>` of the app's own origin until the record is closed. */
  readonly ticket: string
}

/** What a patient chooses about a copy of a record for research. */
export type CopyChoices = {
  /** Free text stays as it was written. */
  readonly freeText: boolean
  /** A signed statement says which record of the chain it is of, and so whose. */
  readonly origin: boolean
}

/** What the sealed content may be; `magic` is tested by `crypto/media-type.ts`. */
export const MEDIA_TYPES = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  // What other systems write for each other is shown as the text that it is: FHIR, C-CDA, HL7 v2.
  'text/plain': ['txt', 'md', 'csv', 'json', 'xml', 'hl7'],
} as const satisfies Record<string, readonly string[]>
export type MediaType = keyof typeof MEDIA_TYPES

/** The identity profile a patient keeps in folder 0 for the readers they choose. */
export const PROFILE_MEDIA_TYPE = 'application/vnd.medical-chain.profile+json'
