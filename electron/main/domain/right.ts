import type { Address } from './bytes.ts'
import type { NewKey } from './closed-folder.ts'
import type { Folder } from './folder.ts'
import type { Payer } from './network.ts'
import { type Account, type Gender, type PersonView, type Role, rolesInForce } from './person.ts'

/** What a patient gave a reader: the one slot on the chain. Times are Unix seconds. */
export type Right = {
  readonly since: number
  readonly until: number
  readonly mayAdd: boolean
  /** Only the records that a keyring lists one by one. */
  readonly listedOnly: boolean
  readonly folders: readonly Folder[]
}

/** What `until` says of a right without an end: the last second that the contract can name. */
export const NO_END = 2 ** 40 - 1

/** Of somebody who was given nothing. */
export const NO_RIGHT: Right = { since: 0, until: 0, mayAdd: false, listedOnly: false, folders: [] }

/**
 * The single rule of who may read, the same in the contract (`Rights.canAccess`), here and in the tests.
 * The patient may always read their own folders, also while suspended.
 * @param right what the patient gave
 * @param emergency what was opened to a doctor in an emergency, by the patient's plan
 */
export function canAccess(
  patient: Address,
  reader: Account,
  right: Right,
  folder: Folder,
  now: number,
  emergency: Right = NO_RIGHT,
): boolean {
  if (reader.address === patient) return true
  const roles = rolesInForce(reader, now)
  const isDoctor = roles.includes('doctor')
  return (
    ((isDoctor || roles.includes('reader')) && holds(reader, right, folder, now)) ||
    (isDoctor && holds(reader, emergency, folder, now))
  )
}

/** What of a right is to whole folders. */
export const wholeRight = (right: Right): Right => (right.listedOnly ? NO_RIGHT : right)

/** What of a right is to records that keyrings list one by one. */
export const listedRight = (right: Right): Right => (right.listedOnly ? right : NO_RIGHT)

const holds = (reader: Account, right: Right, folder: Folder, now: number): boolean =>
  right.folders.includes(folder) && isRunning(reader, right, now)

/** Whether a right is neither over nor older than its reader's standing. */
export const isRunning = (reader: Account, right: Right, now: number): boolean =>
  right.since >= reader.since && now >= right.since && now < right.until

/** Somebody who may, or might once, read a patient's records. */
export type GrantView = {
  readonly patient: Address
  readonly reader: Address
  /** Theirs whose name stands here. */
  readonly roles: readonly Role[]
  readonly name: string | null
  readonly specialties: readonly string[]
  readonly picture: Uint8Array | null
  readonly since: number
  readonly until: number
  readonly mayAdd: boolean
  readonly folders: readonly Folder[]
  /** The records shared one by one, and where they stand; null where the folders are shared as a whole. */
  readonly records: readonly { readonly id: number; readonly folder: Folder }[] | null
  readonly state: 'open' | 'ended' | 'suspended'
  readonly lastViewedAt: number | null
  readonly viewedRecords: number
}

/** A doctor's wish to read, outside the patient's history. */
export type RequestView = {
  readonly doctor: Address
  readonly patient: Address
  readonly name: string | null
  readonly specialties: readonly string[]
  readonly picture: Uint8Array | null
  readonly folders: readonly Folder[]
  readonly requestedAt: number
  readonly state: 'waiting' | 'given' | 'declined'
}

/** A patient as a reader sees them. After the right has ended only the fact of it is left. */
export type PatientView = {
  readonly patient: Address
  readonly name: string | null
  readonly birthDate: string | null
  readonly gender: Gender | null
  readonly picture: Uint8Array | null
  readonly grant: GrantView
  readonly records: number
  readonly lastRecordAt: number | null
  /** Where the patient has a new key, and this reader opens what it does not. */
  readonly newKey: NewKey | null
}

/** What a patient sees before giving access. */
export type GivePreview = {
  readonly reader: PersonView
  readonly fingerprint: string
  readonly words: readonly string[]
  /** The key is not the one this patient knew before. */
  readonly keyChanged: boolean
  /** The folders that this reader may read now. */
  readonly given: readonly Folder[]
  /** How many records this reader may read one by one now. */
  readonly listed: number
  readonly payer: Payer['kind']
}

/** What a patient sees before sharing single records. */
export type SharePreview = GivePreview & {
  /** How many others this reader may read one by one already, and goes on reading. */
  readonly beside: number
}

/** What a patient sees before removing access: what can't be undone stands beside it. */
export type RemovePreview = {
  readonly reader: PersonView
  readonly records: number
  readonly byteLength: number
  /** How many others can still read some of these records. */
  readonly remaining: number
  readonly opened: readonly { recordId: number; title: string | null; at: number; times: number }[]
}
