import { padme } from '../crypto/padding.ts'
import { spent } from '../crypto/spent.ts'
import { sealedLength } from '../crypto/streaming.ts'
import type { Address, Cid, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Check, OpenedRecord, RecordEvent } from '../domain/record.ts'
import { canAccess } from '../domain/right.ts'
import { custodies } from './custodies.ts'
import { heldEmergency } from './held-emergency.ts'
import { keep, type ViewState } from './job.ts'
import { type OpenCard, openCard } from './open-card.ts'
import { readName, readPerson } from './read-person.ts'
import { folderOf } from './record-place.ts'
import { type Stopwatch, timed } from './stopwatch.ts'
import { seconds, type World } from './world.ts'

/** How long a doctor's right is believed without the chain. */
const LEASE_SECONDS = 7 * 86_400

/** A record that passed every check, with what is needed to read its bytes again piece by piece. */
export type Opened = {
  readonly view: Omit<OpenedRecord, 'ticket'>
  readonly card: Pointer
  readonly content: Cid
  readonly logged: ViewState | null
}

/**
 * Opens one record: right, history, card, signature, then every byte of the content up to its digest. Any mismatch
 * throws, and nothing is shown.
 * @throws Failure E_NOT_ALLOWED, E_LEASE_ENDED, E_HISTORY_MISMATCH, E_BLOCK_*, E_CARD_MISMATCH, E_SIGNATURE_FOREIGN, E_DIGEST_MISMATCH
 */
export const openRecord = (world: World, patient: Address, id: number): Promise<Opened> =>
  timed(
    world,
    'view',
    (watched, watch) => open(watched, watch, patient, id),
    ({ view }) => view.byteLength,
  )

async function open(world: World, watch: Stopwatch, patient: Address, id: number): Promise<Opened> {
  const event = await findRecord(world, patient, id)
  const allowed = await checkAllowed(world, event)
  const history = await checkHistory(world, patient)
  const opened = await openCard(world, event)
  await shelve(world, opened)
  await watch.during('reading', () => readToTheEnd(world, opened))
  await world.shelf.trim()
  const [author, owner] = await Promise.all([readPerson(world, event.author), readPerson(world, patient)])
  const standIn = custodies(world).standInOf(event.author, { ...event, at: event.recordedAt })
  const { title, mediaType, byteLength, createdAt } = opened.content
  const checks: Check[] = [
    { name: 'content', evidence: { bytes: byteLength } },
    {
      name: 'author',
      evidence: {
        name: author.name ?? event.author,
        at: event.recordedAt,
        ...(opened.checked === 'chain' ? { block: event.block } : {}),
        ...(standIn === null ? {} : { custodian: (await readName(world, standIn)) ?? standIn }),
      },
    },
    { name: 'registered', evidence: { role: author.roles[0] ?? '', since: author.registeredAt } },
    history,
    allowed,
  ]
  return {
    view: {
      id,
      patient,
      folder: opened.folder.folder,
      author: event.author,
      authorName: author.name,
      recordedAt: event.recordedAt,
      title,
      mediaType,
      byteLength,
      createdAt,
      failure: null,
      place: world.network.stores.length === 0 ? null : 'here',
      keyNumber: opened.folder.readers.epoch + 1,
      checks,
      patientName: owner.name,
      patientBirthDate: owner.birthDate,
    },
    card: opened.card,
    content: opened.content.content,
    logged: await noteView(world, event),
  }
}

export async function findRecord(world: World, patient: Address, id: number): Promise<RecordEvent> {
  await world.index.sync()
  const event = world.index.records(patient).find((record) => record.id === id)
  if (event === undefined) throw new Failure('E_BLOCK_MISSING', { record: id })
  return event
}

export async function checkAllowed(world: World, event: RecordEvent): Promise<Check> {
  const { patient } = event
  const emergency = await heldEmergency(world, patient)
  // Whoever may not open the folder that it stands in has no right to the record either.
  const { folder } = await folderOf(world, event).catch(() => event)
  const [account, right] = await Promise.all([
    world.ledger.account(world.me),
    world.ledger.right(patient, world.me),
  ])
  const now = await world.ledger.now()
  if (!canAccess(patient, account, right, folder, now, emergency)) {
    throw new Failure('E_NOT_ALLOWED', { patient, until: Math.max(right.until, emergency.until) })
  }
  const { live, ago } = world.ledger.contact()
  // A right may have been taken back since: without the chain it is believed for a while, one's own for good.
  if (!live && patient !== world.me && ago > LEASE_SECONDS) {
    throw new Failure('E_LEASE_ENDED', { days: LEASE_SECONDS / 86_400 })
  }
  return {
    name: 'allowed',
    evidence: {
      until: patient === world.me ? 0 : Math.max(right.until, emergency.until),
      folder,
      ...asOf(world),
    },
  }
}

/** Without the chain a check says what was so when it was last heard. */
function asOf(world: World): { asOf?: number } {
  const { live, at } = world.ledger.contact()
  return live || at === null ? {} : { asOf: at }
}

async function checkHistory(world: World, patient: Address): Promise<Check> {
  const proof = await world.index.prove(patient)
  if (!proof.whole) throw new Failure('E_HISTORY_MISMATCH', { lines: proof.lines })
  return { name: 'history', evidence: { lines: proof.lines, ...asOf(world) } }
}

/** Before its bytes are asked for, so that nothing comes here that nobody is known to read. */
export const shelve = ({ shelf, me }: World, { event, folder, card, content }: OpenCard): Promise<void> =>
  shelf.put(me, event, [card, content.content, folder.keyring])

async function readToTheEnd(world: World, { card, content }: OpenCard): Promise<void> {
  const opened = world.vault.openContent(card, world.blobs.getFile(content.content))
  for await (const _ of spent(opened)) {
    // Nothing is shown before the last byte has been checked.
  }
}

/** A view is on disk before anything is on screen; the log gets it soon after. One's own records are nobody's news. */
async function noteView(world: World, event: RecordEvent): Promise<ViewState | null> {
  if (event.patient === world.me) return null
  const at = await world.ledger.now()
  const view: ViewState = {
    kind: 'view',
    id: `view-${crypto.randomUUID()}`,
    startedAt: seconds(world),
    finishedAt: null,
    transaction: null,
    patient: event.patient,
    record: event.id,
    at,
  }
  await keep(world, view)
  return view
}

/** Reads plaintext bytes `from` to `to` of an opened record. */
export function readRange(world: World, opened: Opened, from: number, to: number): AsyncIterable<Uint8Array> {
  const length = sealedLength(padme(opened.view.byteLength))
  const read = async (offset: number, wanted: number): Promise<Uint8Array> => {
    const range = { offset, length: Math.min(wanted, length - offset) }
    const parts: Uint8Array[] = []
    for await (const part of world.blobs.getFile(opened.content, range)) parts.push(part)
    return Buffer.concat(parts)
  }
  return world.vault.openRange(opened.card, read, from, to)
}
