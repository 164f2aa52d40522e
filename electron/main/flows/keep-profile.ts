import { profileContentCodec } from '../crypto/blocks.ts'
import { Failure } from '../domain/failure.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import { PROFILE_MEDIA_TYPE } from '../domain/record.ts'
import type { Source } from '../ports/files.ts'
import { openFolder } from './open-folder.ts'
import { profileOf } from './read-person.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/**
 * The profile that the front desk handed over, as a record for folder 0: from there the readers a patient chooses see
 * whose records they read.
 * @throws Failure E_NOT_ADDRESSED while the profile is still for the admin alone
 */
export async function profileSource(world: World): Promise<{ source: Source; mediaType: string }> {
  const found = profileOf(world, world.me)
  if (found === null) throw new Failure('E_NOT_REGISTERED', { address: world.me })
  const profile = await world.vault.openProfile(found.owner, await world.blobs.getBlock(found.pointer))
  const bytes = profileContentCodec.encode(profile)
  const source: Source = {
    name: 'profile.json',
    byteLength: bytes.length,
    path: null,
    read: async function* () {
      yield bytes.slice()
    },
  }
  return { source, mediaType: PROFILE_MEDIA_TYPE }
}

/** What the patient's first screen asks for: whether the profile has come, and whether it is kept. */
export async function profileStanding(world: World): Promise<'none' | 'to-keep' | 'kept'> {
  const kept = world.index.records(world.me).filter((event) => event.folder === IDENTITY_FOLDER)
  if (kept.length > 0) {
    const folder = await openFolder(world, world.me, IDENTITY_FOLDER)
    // Closed to a new key, it is kept all the same; begun anew, it is empty.
    if (folder === null || kept.some((event) => standsIn(world, folder, event))) return 'kept'
  }
  return profileSource(world).then(
    () => 'to-keep',
    () => 'none',
  )
}
