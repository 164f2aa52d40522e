import { profileContentCodec } from '../crypto/blocks.ts'
import type { Address } from '../domain/bytes.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import type { Profile } from '../domain/person.ts'
import { PROFILE_MEDIA_TYPE } from '../domain/record.ts'
import { openCard } from './open-card.ts'
import { reachFolder } from './open-folder.ts'
import type { World } from './world.ts'

/** The identity that a patient keeps in folder 0; null where there is none or it is not for me. */
export async function identityOf(world: World, patient: Address): Promise<Profile | null> {
  try {
    const folder = await reachFolder(world, patient, IDENTITY_FOLDER)
    if (folder === null) return null
    const newest = world.index
      .records(patient)
      .filter((event) => event.folder === IDENTITY_FOLDER)
      .at(-1)
    if (newest === undefined || newest.author !== patient) return null
    const { card, content } = await openCard(world, newest, folder)
    if (content.mediaType !== PROFILE_MEDIA_TYPE) return null
    await world.shelf.put(world.me, newest, [card, content.content, folder.keyring])
    const bytes: Uint8Array[] = []
    for await (const part of world.vault.openContent(card, world.blobs.getFile(content.content)))
      bytes.push(part)
    return profileContentCodec.decode(Buffer.concat(bytes))
  } catch {
    // Whoever may not read the identity sees an address: that is the rule, not an error.
    return null
  }
}
