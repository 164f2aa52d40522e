import type { Folder } from '../domain/folder.ts'
import type { Origin, RecordEvent } from '../domain/record.ts'
import type { RekeyFolder, RekeyItem } from './job.ts'
import { openCard } from './open-card.ts'
import { openFolder } from './open-folder.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

type Report = { readonly save: () => Promise<void>; readonly report: (bytes: number) => void }

/** A record that comes into another folder by a re-key of both. */
export type Moved = { readonly record: number; readonly folder: Folder }

/**
 * The folder's records that a re-key has not taken up yet; withdrawn ones stay withdrawn.
 * @param leftOut records that nobody's key opens
 */
export async function missingItems(
  world: World,
  folder: RekeyFolder,
  moved: Moved | null,
  leftOut: readonly number[],
): Promise<RekeyItem[]> {
  await world.index.sync()
  const known = new Set(folder.items.map(({ record }) => record))
  const open = await openFolder(world, world.me, folder.folder)
  const missing: RekeyItem[] = []
  for (const event of world.index.records(world.me)) {
    const isMoved = event.id === moved?.record
    const belongs = isMoved ? moved.folder === folder.folder : open !== null && standsIn(world, open, event)
    if (!belongs || known.has(event.id) || leftOut.includes(event.id)) continue
    const { card, content } = await openCard(world, event, isMoved ? undefined : open!)
    const { title, byteLength } = content
    missing.push({
      record: event.id,
      title,
      byteLength,
      oldCard: card,
      oldContent: content.content,
      fresh: null,
    })
  }
  return missing
}

/** What a record is called in the spool while it gets its new key. */
export const spooledAs = (
  { folder, epoch }: Pick<RekeyFolder, 'folder' | 'epoch'>,
  { record }: Pick<RekeyItem, 'record'>,
): string => `rekey-${folder}-${epoch}-${record}`

/**
 * One record under a new record key: fetch, check, seal into the spool, compute the CID, write it down, store. The
 * digest, the author and the author's signature stay what they were.
 */
export async function resealItem(
  world: World,
  folder: RekeyFolder,
  item: RekeyItem,
  { save, report }: Report,
): Promise<void> {
  const spooled = spooledAs(folder, item)
  if (item.fresh === null) {
    const handle = spooled
    const event = recordOf(world, item.record)
    const { content } = await openCard(world, event)
    const old = world.blobs.getFile(item.oldContent)
    const sealed = world.vault.resealContent(item.oldCard, handle, folder.keyring, old)
    await world.spool.write(spooled, reported(sealed, report))
    const cid = await world.blobs.cidOf(world.spool.read(spooled))
    const origin = content.origin ?? originOf(event)
    const card = await world.vault.sealCard(
      handle,
      folder.keyring,
      { ...content, folder: folder.folder, content: cid, origin },
      null,
    )
    item.fresh = { card: card.pointer, cardBlock: card.block, content: cid, stored: false }
    // Written down before it is stored, so that a crash leaves no ciphertext that nobody knows of.
    await save()
  }
  await world.blobs.putBlock(item.fresh.cardBlock)
  await world.blobs.putFile(world.spool.read(spooled))
  item.fresh.stored = true
  await save()
  await world.spool.drop(spooled)
}

/** Takes what no act points to back out of store and spool. */
export async function withdrawItems(world: World, folder: RekeyFolder): Promise<void> {
  for (const item of folder.items) {
    await world.spool.drop(spooledAs(folder, item))
    if (item.fresh === null) continue
    await world.blobs.unpin(item.fresh.card)
    await world.blobs.unpin(item.fresh.content)
  }
}

function recordOf(world: World, id: number): RecordEvent {
  return world.index.records(world.me).find((event) => event.id === id)!
}

/** The first card's signed fields travel along: the author signed that card, not the ones after it. */
const originOf = ({ card, folder, keyring, nonce, deadline, signature }: RecordEvent): Origin => ({
  card,
  folder,
  keyring,
  nonce: nonce.toString(),
  deadline,
  signature,
})

async function* reported<T extends Uint8Array>(
  source: AsyncIterable<T>,
  report: (bytes: number) => void,
): AsyncGenerator<T> {
  let done = 0
  for await (const piece of source) {
    done += piece.length
    yield piece
    report(done)
  }
}
