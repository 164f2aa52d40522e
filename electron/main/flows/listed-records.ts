import type { Address } from '../domain/bytes.ts'
import type { Folder } from '../domain/folder.ts'
import type { RecordEvent } from '../domain/record.ts'
import type { Right } from '../domain/right.ts'
import { digestsFor, readFolder } from './open-folder.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/** A record that is listed for somebody, and the folder that it stands in now. */
type ListedRecord = { readonly event: RecordEvent; readonly folder: Folder }

/** The records that keyrings list for a reader one by one, in the folders of their right. */
export async function listedRecords(
  world: World,
  patient: Address,
  reader: Address,
  { folders }: Right,
): Promise<ListedRecord[]> {
  const found: ListedRecord[] = []
  for (const folder of folders) {
    const known = await readFolder(world, patient, folder)
    if (known === null) continue
    const digests = digestsFor(known, reader)
    for (const event of world.index.records(patient)) {
      if (digests.has(event.digest) && standsIn(world, known, event)) found.push({ event, folder })
    }
  }
  return found
}
