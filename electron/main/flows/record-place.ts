import { Failure } from '../domain/failure.ts'
import type { RecordEvent } from '../domain/record.ts'
import { openedFolders } from './list-folders.ts'
import { type KnownFolder, type OpenFolder, reachFolder } from './open-folder.ts'
import type { World } from './world.ts'

/** Whether a record stands in this folder now: its catalog lists it, or it was added there since the last re-key. */
export function standsIn(world: Pick<World, 'index'>, folder: KnownFolder, event: RecordEvent): boolean {
  if (folder.cards?.has(event.id)) return true
  return event.folder === folder.folder && (folder.cards === null || addedSinceRekey(world, folder, event))
}

/** Whether a record came after the folder's last re-key, so that its catalog can't list it. */
function addedSinceRekey(world: Pick<World, 'index'>, folder: KnownFolder, event: RecordEvent): boolean {
  const last = world.index
    .events({ kinds: ['rekeyed'], patient: folder.patient })
    .findLast((rekeyed) => (rekeyed.fields.folders as number[]).includes(folder.folder))
  if (last === undefined) return true
  return event.block > last.block || (event.block === last.block && event.place > last.place)
}

/** Whether it stands there and is for this reader: by the folder's key, or listed alone. */
const opensIn = (world: Pick<World, 'index'>, folder: OpenFolder, event: RecordEvent): boolean =>
  standsIn(world, folder, event) && (folder.listed === null || folder.listed.has(event.digest))

/**
 * The folder that a record stands in: where it was added, unless it has been moved since.
 * @throws Failure E_NOT_ADDRESSED when it is in none that this session can open, E_BLOCK_MISSING when it was withdrawn,
 * E_KEY_LOST where it is this patient's own
 */
export async function folderOf(world: World, event: RecordEvent): Promise<OpenFolder> {
  const first = await reachFolder(world, event.patient, event.folder)
  if (first !== null && opensIn(world, first, event)) return first
  for (const number of openedFolders(world, event.patient)) {
    if (number === event.folder) continue
    const other = await reachFolder(world, event.patient, number)
    if (other !== null && opensIn(world, other, event)) return other
  }
  throw outOfReach(world, event, first)
}

/** Why a record stands in no folder that this session can open. @param first the folder where it was added, if that opens */
export function outOfReach(
  world: Pick<World, 'me'>,
  { id, patient }: RecordEvent,
  first: OpenFolder | null,
): Failure {
  // Their own folders open for a patient, but for those that were locked for a key they have lost.
  if (patient === world.me) return new Failure('E_KEY_LOST', { record: id })
  const isElsewhere = first !== null && first.listed === null
  return new Failure(isElsewhere ? 'E_BLOCK_MISSING' : 'E_NOT_ADDRESSED', { record: id })
}

/** The same among folders that are open already; null where it stands in none of them. */
export const folderAmong = (
  world: Pick<World, 'index'>,
  folders: readonly OpenFolder[],
  event: RecordEvent,
): OpenFolder | null => folders.find((folder) => opensIn(world, folder, event)) ?? null
