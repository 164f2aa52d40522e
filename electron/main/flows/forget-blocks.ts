import { spent } from '../crypto/spent.ts'
import type { Cid, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { ForgetState } from './job.ts'
import { openCard } from './open-card.ts'
import type { World } from './world.ts'

/** A re-key this deep is final on every network we know. */
const FINAL_BLOCKS = 32

/**
 * Unpins the blocks that a re-key has replaced, when that is final, seven days have passed, and every record of mine
 * has been read back and opened under its new key.
 * @returns false when it is too early or something can't be read: nothing is forgotten then
 */
export async function forgetBlocks(world: World, state: ForgetState): Promise<boolean> {
  const newest = await world.index.sync()
  if (world.now().getTime() / 1000 < state.dueAt || newest < state.rekeyBlock + FINAL_BLOCKS) return false
  try {
    for (const event of world.index.records(world.me)) await readBack(world, event)
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
  for (const block of state.blocks) await world.blobs.unpin(block as Pointer | Cid)
  await world.blobs.collect()
  return true
}

async function readBack(world: World, event: Parameters<typeof openCard>[1]): Promise<void> {
  const { card, content } = await openCard(world, event)
  const opened = world.vault.openContent(card, world.blobs.getFile(content.content))
  for await (const _ of spent(opened)) {
    // Reading to the end checks every segment and the digest.
  }
}
