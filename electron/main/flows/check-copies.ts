import { type Cid, NO_POINTER, type Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { CopiesChecked } from '../domain/store.ts'
import type { Copies } from '../ports/blobs.ts'
import { openedFolders } from './list-folders.ts'
import { readCard } from './open-card.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { profileOf } from './read-person.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/** Told before each piece, and once more at the end. */
export type Checking = (done: number, total: number) => void

/**
 * Looks whether every shared store has what the chain points to for this person, and gives each what it lacks. Records
 * that a doctor added are copied too: an author can't withdraw them.
 */
export async function checkCopies(world: World, copies: Copies, told: Checking): Promise<CopiesChecked> {
  const wanted = await current(world)
  let repaired = 0
  const failures: Failure[] = []
  for (const [done, what] of wanted.entries()) {
    told(done, wanted.length)
    try {
      if ((await copies.repair(what)) > 0) repaired += 1
    } catch (error) {
      failures.push(Failure.from(error))
    }
  }
  told(wanted.length, wanted.length)
  const [failure] = failures
  return {
    checked: wanted.length,
    repaired,
    failed: failures.length,
    failure: failure === undefined ? null : { code: failure.code, detail: failure.detail },
    at: await world.ledger.now(),
  }
}

/** What the chain names as this person's, and the contents that lie behind it. */
async function current(world: World): Promise<(Pointer | Cid)[]> {
  await world.index.sync()
  const { publicKey } = await world.ledger.account(world.me)
  const own: (Pointer | Cid)[] = [publicKey, profileOf(world, world.me)?.pointer ?? NO_POINTER]
  for (const number of openedFolders(world, world.me)) {
    const folder = await openFolder(world, world.me, number)
    if (folder !== null) own.push(...(await within(world, folder)))
  }
  return own.filter((what) => what !== NO_POINTER)
}

async function within(world: World, folder: OpenFolder): Promise<(Pointer | Cid)[]> {
  const found: (Pointer | Cid)[] = [folder.keyring, folder.catalog]
  for (const event of world.index.records(world.me)) {
    if (!standsIn(world, folder, event)) continue
    const opened = await readCard(world, event, folder).catch(() => null)
    if (opened !== null) found.push(opened.card, opened.content.content)
  }
  return found
}
