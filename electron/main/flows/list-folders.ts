import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { type Destination, type Folder, type FolderView, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { SpecialtyCode } from '../domain/specialty.ts'
import { openFolder, reachFolder } from './open-folder.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/** The folders that a patient has opened, by number. */
export function openedFolders(world: Pick<World, 'index'>, patient: Address): Folder[] {
  const opened = world.index.events({ kinds: ['folders-opened'], patient })
  return opened.flatMap((event) => event.fields.folders as Folder[]).sort((a, b) => a - b)
}

/** A patient's folders that this session can open, but for the identity, and what each is for. */
export async function listFolders(world: World, patient: Address): Promise<FolderView[]> {
  await world.index.sync()
  const records = world.index.records(patient)
  const views: FolderView[] = []
  for (const folder of openedFolders(world, patient)) {
    if (folder === IDENTITY_FOLDER) continue
    const opened = await reachFolder(world, patient, folder).catch(forgiven)
    if (opened === null || opened.listed !== null) continue
    views.push({
      folder,
      specialty: await world.vault.meaningOf(opened.keyring),
      records: records.filter((event) => standsIn(world, opened, event)).length,
    })
  }
  return views
}

/** The specialty that a destination is for; null for the general folder, which is where things are left as well. */
export async function meaningOf(
  world: World,
  patient: Address,
  to: Destination,
): Promise<SpecialtyCode | null> {
  if ('specialty' in to) return to.specialty
  const opened = await openFolder(world, patient, to.folder)
  return opened === null ? null : world.vault.meaningOf(opened.keyring)
}

/** What no store answers for is missing from a list, which is no reason to show none. */
export function forgiven(error: unknown): null {
  const { code } = Failure.from(error)
  if (code !== 'E_BLOCK_MISSING' && code !== 'E_STORE_UNREACHABLE') throw error
  return null
}
