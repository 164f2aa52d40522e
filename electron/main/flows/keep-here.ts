import type { Address } from '../domain/bytes.ts'
import { openCard } from './open-card.ts'
import { checkAllowed, findRecord, shelve } from './open-record.ts'
import type { World } from './world.ts'

/**
 * Keeps a record on this computer, still sealed: nobody has seen it by that, and opening it is logged as ever.
 * @throws Failure E_NOT_ALLOWED, E_BLOCK_*, E_OFFLINE_FULL
 */
export async function keepHere(world: World, patient: Address, id: number, keep: boolean): Promise<void> {
  const event = await findRecord(world, patient, id)
  if (!keep) return world.shelf.mark(world.me, event, false)
  await checkAllowed(world, event)
  const opened = await openCard(world, event)
  await shelve(world, opened)
  for await (const _ of world.blobs.getFile(opened.content.content)) {
    // What comes by is kept.
  }
  world.shelf.mark(world.me, event, true)
  await world.shelf.trim()
}

/** What this person keeps here, where a re-key has replaced it since. @throws as `keepHere`, at the first that fails */
export async function keepCurrent(world: World): Promise<void> {
  const { shelf, blobs, me } = world
  for (const patient of shelf.patients(me)) {
    for (const id of shelf.marked(me, patient)) {
      const { content } = await openCard(world, await findRecord(world, patient, id))
      if (!(await blobs.has(content.content))) await keepHere(world, patient, id, true)
    }
  }
}
