import type { Address, Cid } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { type Folder, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { RecordEvent, RecordView } from '../domain/record.ts'
import { listedRight, wholeRight } from '../domain/right.ts'
import { heldEmergency } from './held-emergency.ts'
import { openedFolders } from './list-folders.ts'
import { readCard } from './open-card.ts'
import { type OpenFolder, reachFolder } from './open-folder.ts'
import { readName } from './read-person.ts'
import { folderAmong, outOfReach } from './record-place.ts'
import type { World } from './world.ts'

/** Cards opened at the same time; more gains nothing on two cores. */
const AT_ONCE = 16

/** A patient's records, newest first, with titles where this session can open the cards. */
export async function listRecords(world: World, patient: Address): Promise<RecordView[]> {
  await world.index.sync()
  await heldEmergency(world, patient)
  const all = world.index.records(patient).filter((event) => event.folder !== IDENTITY_FOLDER)
  const folders = await foldersOf(world, patient)
  await assertListsRead(world, patient, folders)
  const covered = patient === world.me ? null : await coveredFolders(world, patient)
  const placed = all.map((event) => ({ event, opened: placeOf(world, folders, event) }))
  // What a patient never gave, or has moved out of reach, is none of a reader's business; what can't be opened is told.
  const shown = placed.filter(({ event, opened }) => {
    if (covered === null || !(opened instanceof Failure)) return true
    return covered.includes(event.folder) && opened.code !== 'E_BLOCK_MISSING'
  })
  const names = await namesOf(
    world,
    shown.map(({ event }) => event),
  )
  const marked = world.shelf.marked(world.me, patient)
  const views: RecordView[] = []
  for (let at = 0; at < shown.length; at += AT_ONCE) {
    const batch = shown.slice(at, at + AT_ONCE)
    views.push(...(await Promise.all(batch.map((each) => viewOf(world, each, names, marked)))))
  }
  return views.reverse()
}

async function coveredFolders(world: World, patient: Address): Promise<Folder[]> {
  const [given, opened] = await Promise.all([
    world.ledger.right(patient, world.me),
    heldEmergency(world, patient),
  ])
  return [...wholeRight(given).folders, ...opened.folders]
}

/** Which records are listed stands in the keyrings alone: without one of them a list would seem to be all there is. */
async function assertListsRead(world: World, patient: Address, folders: Folders): Promise<void> {
  const { folders: listed } = listedRight(await world.ledger.right(patient, world.me))
  for (const folder of listed) {
    const read = folders.get(folder)
    if (read instanceof Failure) throw read
  }
}

const isOpen = (folder: OpenFolder | Failure | null): folder is OpenFolder =>
  folder !== null && !(folder instanceof Failure)

type Placed = { readonly event: RecordEvent; readonly opened: OpenFolder | Failure }
type Folders = ReadonlyMap<Folder, OpenFolder | Failure | null>

async function foldersOf(world: World, patient: Address): Promise<Folders> {
  const folders = new Map<Folder, OpenFolder | Failure | null>()
  for (const folder of openedFolders(world, patient)) {
    folders.set(folder, await reachFolder(world, patient, folder).catch(Failure.from))
  }
  return folders
}

/** The open folder that a record stands in, else why there is none. */
function placeOf(world: World, folders: Folders, event: RecordEvent): OpenFolder | Failure {
  const first = folders.get(event.folder) ?? null
  const open = [...folders.values()].filter(isOpen)
  const found = folderAmong(world, open, event)
  if (found !== null) return found
  if (first instanceof Failure) return first
  return outOfReach(world, event, first)
}

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
  { event, opened }: Placed,
  names: ReadonlyMap<Address, string | null>,
  marked: ReadonlySet<number>,
): Promise<RecordView> {
  const { id, patient, author, recordedAt } = event
  const folder = opened instanceof Failure ? event.folder : opened.folder
  const row = { id, patient, folder, author, authorName: names.get(author) ?? null, recordedAt }
  try {
    if (opened instanceof Failure) throw opened
    const { title, mediaType, byteLength, content } = (await readCard(world, event, opened)).content
    const place = await lyingAt(world, content, marked.has(id))
    return { ...row, title, mediaType, byteLength, failure: null, place }
  } catch (error) {
    const failure = Failure.from(error).code
    return { ...row, title: null, mediaType: null, byteLength: null, failure, place: null }
  }
}

async function lyingAt(
  { network, blobs }: World,
  content: Cid,
  marked: boolean,
): Promise<RecordView['place']> {
  if (network.stores.length === 0) return null
  if (!(await blobs.has(content))) return 'elsewhere'
  return marked ? 'kept' : 'here'
}
