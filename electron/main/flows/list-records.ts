import type { Address, Cid } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { type Folder, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { RecordEvent, RecordView } from '../domain/record.ts'
import { readCard } from './open-card.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { readName } from './read-person.ts'
import type { World } from './world.ts'

/** Cards opened at the same time; more gains nothing on two cores. */
const AT_ONCE = 16

/** A patient's records, newest first, with titles where this session can open the cards. */
export async function listRecords(world: World, patient: Address): Promise<RecordView[]> {
  await world.index.sync()
  const all = world.index.records(patient).filter((event) => event.folder !== IDENTITY_FOLDER)
  const folders = await foldersOf(world, patient, all)
  const covered = patient === world.me ? null : (await world.ledger.right(patient, world.me)).folders
  // What a patient never gave is none of the reader's business; what they gave and can't be opened is told.
  const events = all.filter(
    ({ folder }) => covered === null || covered.includes(folder) || isOpen(folders.get(folder)),
  )
  const names = await namesOf(world, events)
  const marked = world.shelf.marked(world.me, patient)
  const views: RecordView[] = []
  for (let at = 0; at < events.length; at += AT_ONCE) {
    const batch = events.slice(at, at + AT_ONCE)
    views.push(...(await Promise.all(batch.map((event) => viewOf(world, event, folders, names, marked)))))
  }
  return views.reverse()
}

type Folders = ReadonlyMap<Folder, OpenFolder | Failure | null>

async function foldersOf(world: World, patient: Address, events: readonly RecordEvent[]): Promise<Folders> {
  const folders = new Map<Folder, OpenFolder | Failure | null>()
  for (const { folder } of events) {
    if (folders.has(folder)) continue
    folders.set(folder, await openFolder(world, patient, folder).catch(Failure.from))
  }
  return folders
}

const isOpen = (folder: OpenFolder | Failure | null | undefined): boolean =>
  folder != null && !(folder instanceof Failure)

async function namesOf(
  world: World,
  events: readonly RecordEvent[],
): Promise<ReadonlyMap<Address, string | null>> {
  const authors = [...new Set(events.map(({ author }) => author))]
  return new Map(
    await Promise.all(authors.map(async (author) => [author, await readName(world, author)] as const)),
  )
}

async function viewOf(
  world: World,
  event: RecordEvent,
  folders: Folders,
  names: ReadonlyMap<Address, string | null>,
  marked: ReadonlySet<number>,
): Promise<RecordView> {
  const { id, patient, folder, author, recordedAt } = event
  const row = { id, patient, folder, author, authorName: names.get(author) ?? null, recordedAt }
  const opened = folders.get(folder) ?? null
  try {
    if (opened === null) throw new Failure('E_NOT_ADDRESSED')
    if (opened instanceof Failure) throw opened
    const { title, mediaType, byteLength, content } = (await readCard(world, event, opened)).content
    const place = await placeOf(world, content, marked.has(id))
    return { ...row, title, mediaType, byteLength, failure: null, place }
  } catch (error) {
    const failure = Failure.from(error).code
    return { ...row, title: null, mediaType: null, byteLength: null, failure, place: null }
  }
}

async function placeOf(
  { network, blobs }: World,
  content: Cid,
  marked: boolean,
): Promise<RecordView['place']> {
  if (network.stores.length === 0) return null
  if (!(await blobs.has(content))) return 'elsewhere'
  return marked ? 'kept' : 'here'
}
