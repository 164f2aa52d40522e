import type { Address } from '../domain/bytes.ts'
import type { RecordEvent } from '../domain/record.ts'
import type { Right } from '../domain/right.ts'
import { digestsFor, readFolder } from './open-folder.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/** The records that keyrings list for a reader one by one, in the folders of their right. */
export async function listedRecords(
  world: World,
  patient: Address,
  reader: Address,
  { folders }: Right,
): Promise<RecordEvent[]> {
  const found: RecordEvent[] = []
  for (const folder of folders) {
    const known = await readFolder(world, patient, folder)
    if (known === null) continue
    const digests = digestsFor(known, reader)
    const events = world.index.records(patient)
    found.push(...events.filter((event) => digests.has(event.digest) && standsIn(world, known, event)))
  }
  return found
}
