import type { Digest, Hex32, Pointer } from '../domain/bytes.ts'
import type { LogKind } from '../domain/log.ts'
import type { RecordEvent } from '../domain/record.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { KINDS, type Kind, type Row } from './index-kinds.ts'
import { addressFrom, big, bytes, hex, number } from './index-words.ts'
import { topicOf } from './ledger-abi.ts'

const byTopic = new Map(KINDS.map((kind) => [topicOf(kind.event), kind]))
const topics = (history: Kind['history']): string[] =>
  KINDS.filter((kind) => kind.history === history).map((kind) => topicOf(kind.event))

export const PATIENT_TOPICS = topics('patient')
export const ACCOUNT_TOPICS = topics('accounts')
export const topicsOfKinds = (kinds: readonly LogKind[]): string[] =>
  KINDS.filter((kind) => kinds.includes(kind.kind)).map((kind) => topicOf(kind.event))

/** What stands in the second topic is no account. */
const WITHOUT_OTHER = new Set<LogKind>(['folders-opened', 'key-published', 'emergency-plan-set'])
const CONCERNS_PATIENT = new Set<LogKind>(['access-requested', 'request-declined'])

/** A row in the clinic's words; null for a kind this version does not know. */
export function decodeEvent(row: Row): ChainEvent | null {
  const kind = byTopic.get(row.topic0)
  if (kind === undefined) return null
  const [actor, other] = kind.actor === 1 ? [row.topic1, row.topic2] : [row.topic2, row.topic1]
  const ofPatient = kind.history === 'patient' || CONCERNS_PATIENT.has(kind.kind)
  const hasOther = !WITHOUT_OTHER.has(kind.kind)
  return {
    id: `${row.block}-${row.place}`,
    kind: kind.kind,
    at: row.at,
    block: row.block,
    place: row.place,
    transaction: row.tx,
    actor: addressFrom(actor),
    subject: hasOther && other !== actor ? addressFrom(other) : null,
    patient: ofPatient ? addressFrom(row.topic1) : null,
    fields: kind.fields(row.data, row),
  }
}

/** A `RecordAdded` row with everything its author signed. */
export function decodeRecord(row: Row): RecordEvent {
  const { data } = row
  return {
    id: number(data, 1),
    patient: addressFrom(row.topic1),
    author: addressFrom(row.topic2),
    folder: number(data, 2),
    keyring: hex(data, 3) as Pointer,
    digest: hex(data, 4) as Digest,
    card: hex(data, 5) as Pointer,
    nonce: big(data, 6),
    deadline: number(data, 7),
    signature: bytes(data, 8) as Hex32,
    block: row.block,
    place: row.place,
    recordedAt: row.at,
  }
}
