import type { Hex32 } from '../domain/bytes.ts'
import { foldersOf } from '../domain/folder.ts'
import type { LogKind } from '../domain/log.ts'
import { CLAIM_KEY, ROLES } from '../domain/person.ts'
import { CUSTODY_KINDS } from './index-kinds-custody.ts'
import { EMERGENCY_KINDS } from './index-kinds-emergency.ts'
import { flag, folders, hex, list, number, signed } from './index-words.ts'

/** A log as the index keeps it. */
export type Row = {
  readonly block: number
  readonly place: number
  readonly at: number
  readonly tx: Hex32
  readonly topic0: string
  readonly topic1: string
  readonly topic2: string
  readonly data: string
}

export type Kind = {
  readonly event: string
  readonly kind: LogKind
  /** Whose rolling hash it extends. */
  readonly history: 'patient' | 'accounts' | null
  /** Which topic holds who did it; the other one is the subject or patient. */
  readonly actor: 1 | 2
  readonly fields: (data: string, row: Row) => Record<string, unknown>
}

/** Every event of the contract that tells of an act, and how its fields are read. */
export const KINDS: readonly Kind[] = [
  {
    event: 'Registered',
    kind: 'registered',
    history: 'accounts',
    actor: 2,
    fields: (data) => ({
      role: ROLES[Math.log2(number(data, 1) & ~CLAIM_KEY)],
      until: number(data, 2),
      profile: hex(data, 3),
    }),
  },
  { event: 'Claimed', kind: 'claimed', history: 'accounts', actor: 1, fields: () => ({}) },
  {
    event: 'ProfileUpdated',
    kind: 'profile-updated',
    history: 'accounts',
    actor: 2,
    fields: (data) => ({ previous: hex(data, 1), profile: hex(data, 2) }),
  },
  { event: 'Suspended', kind: 'suspended', history: 'accounts', actor: 2, fields: () => ({}) },
  { event: 'Reinstated', kind: 'reinstated', history: 'accounts', actor: 2, fields: () => ({}) },
  { event: 'AdminAppointed', kind: 'admin-appointed', history: 'accounts', actor: 2, fields: () => ({}) },
  { event: 'AdminDismissed', kind: 'admin-dismissed', history: 'accounts', actor: 2, fields: () => ({}) },
  { event: 'SuccessorNamed', kind: 'successor-named', history: 'accounts', actor: 2, fields: () => ({}) },
  {
    event: 'Joined',
    kind: 'joined',
    history: 'accounts',
    actor: 1,
    fields: (data) => ({
      publicKey: hex(data, 1),
      folders: list(data, 2).map(Number),
      keyrings: list(data, 3),
      ...signed(data, 4),
    }),
  },
  {
    event: 'KeyPublished',
    kind: 'key-published',
    history: 'accounts',
    actor: 1,
    fields: (data, row) => ({
      publicKey: row.topic2,
      keyVersion: number(data, 1),
      compromised: flag(data, 2),
      ...signed(data, 3),
    }),
  },
  {
    event: 'DeviceTrusted',
    kind: 'device-trusted',
    history: 'accounts',
    actor: 1,
    fields: (data) => ({ until: number(data, 1) }),
  },
  { event: 'DeviceDistrusted', kind: 'device-distrusted', history: 'accounts', actor: 1, fields: () => ({}) },
  {
    event: 'KeysOffered',
    kind: 'keys-offered',
    history: null,
    actor: 1,
    fields: (data) => ({ block: hex(data, 0) }),
  },
  {
    event: 'FoldersOpened',
    kind: 'folders-opened',
    history: 'patient',
    actor: 1,
    fields: (data, row) => ({ folders: foldersOf(BigInt(row.topic2)), keyrings: list(data, 1) }),
  },
  {
    event: 'FoldersRekeyed',
    kind: 'rekeyed',
    history: 'patient',
    actor: 1,
    fields: (data) => ({ folders: folders(data, 1), keyrings: list(data, 2), catalogs: list(data, 3) }),
  },
  {
    event: 'RecordAdded',
    kind: 'record-added',
    history: 'patient',
    actor: 2,
    fields: (data) => ({
      record: number(data, 1),
      folder: number(data, 2),
      keyring: hex(data, 3),
      digest: hex(data, 4),
      card: hex(data, 5),
      ...signed(data, 6),
    }),
  },
  {
    event: 'AccessRequested',
    kind: 'access-requested',
    history: null,
    actor: 2,
    fields: (data) => ({ folders: folders(data, 0) }),
  },
  { event: 'AccessDeclined', kind: 'request-declined', history: null, actor: 1, fields: () => ({}) },
  {
    event: 'AccessGiven',
    kind: 'access-given',
    history: 'patient',
    actor: 1,
    fields: (data) => ({
      folders: folders(data, 1),
      mayAdd: flag(data, 2),
      listedOnly: flag(data, 3),
      until: number(data, 4),
      consent: hex(data, 5),
      keyrings: list(data, 6),
    }),
  },
  {
    event: 'AccessRemoved',
    kind: 'access-removed',
    history: 'patient',
    actor: 1,
    fields: (data) => ({ remaining: folders(data, 1) }),
  },
  {
    event: 'RecordViewed',
    kind: 'record-viewed',
    history: 'patient',
    actor: 2,
    fields: (data) => ({ record: number(data, 1), time: number(data, 2) }),
  },
  ...EMERGENCY_KINDS,
  ...CUSTODY_KINDS,
]
