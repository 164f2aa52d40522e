import { isWrappedTo } from '../crypto/envelope.ts'
import type { Address } from '../domain/bytes.ts'
import type { Folder } from '../domain/folder.ts'
import { custodies } from './custodies.ts'
import type { RemoveState } from './job.ts'
import { openedFolders } from './list-folders.ts'
import { newRemove } from './new-job.ts'
import { openFolder } from './open-folder.ts'
import { publications } from './read-key.ts'
import { readName } from './read-person.ts'
import { whoMayRead, whoMayReadSingles } from './who-may-read.ts'
import { seconds, type World } from './world.ts'

/**
 * What a right that has ended by itself still asks for: new keys, as after a removal. By its time, by a suspension, by a
 * licence that has ended, or since the patient gave less than before; by a plan for emergencies, whose key is new or was used;
 * and since who acted before for a patient without a key knew theirs.
 * @param busy folders that another job re-keys
 * @returns one job for all folders whose keyring somebody without a right stands in; null when there is none
 */
export async function endedAccess(world: World, busy: readonly Folder[]): Promise<RemoveState | null> {
  await world.index.sync()
  // What is remembered of the chain may be old; nothing is taken from anybody on that.
  if (!world.ledger.contact().live) return null
  const folders: Folder[] = []
  const gone = new Set<Address>()
  const { earlier } = await world.vault.self()
  for (const folder of openedFolders(world, world.me)) {
    if (busy.includes(folder)) continue
    const opened = await openFolder(world, world.me, folder)
    if (opened === null) continue
    const [whole, single] = [await whoMayRead(world, opened), await whoMayReadSingles(world, opened)]
    const known = earlier.some((key) => isWrappedTo(opened.readers.to, world.me, key))
      ? actedBefore(world)
      : []
    const wanting = [...whole.ended, ...whole.missing, ...single.ended, ...known]
    if (wanting.length === 0) continue
    folders.push(folder)
    for (const reader of wanting) gone.add(reader)
  }
  const [reader] = gone
  if (reader === undefined) return null
  const names = await namesOf(world, [...gone])
  return {
    ...newRemove(world, reader, names.join(', '), folders),
    confirmed: true,
    blockedAt: seconds(world),
    endedAlone: true,
  }
}

/** Who acted when the key before the present one was published. */
function actedBefore(world: World): Address[] {
  const [, before] = publications(world, world.me)
  const knows = before === undefined ? null : custodies(world).signerOf(world.me, before)
  return knows === null ? [] : [knows]
}

/** A plan's key has no name; where it is all there is, neither has the job. */
async function namesOf(world: World, people: readonly Address[]): Promise<string[]> {
  const names = await Promise.all(
    people.map(async (each) => {
      const isPerson = (await world.ledger.right(world.me, each)).since > 0
      return isPerson ? ((await readName(world, each)) ?? each) : null
    }),
  )
  return names.filter((name) => name !== null)
}
