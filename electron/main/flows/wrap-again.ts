import { keyringCodec, type Singles } from '../crypto/blocks.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Address, Digest } from '../domain/bytes.ts'
import { recipientIn } from './emergency-plan.ts'
import type { RekeyFolder, RekeyItem } from './job.ts'
import { type KnownFolder, readFolder } from './open-folder.ts'
import { whoMayRead, whoMayReadSingles } from './who-may-read.ts'
import type { World } from './world.ts'

/** The patient, every reader in the keyring whose right to this folder still holds, and the key for emergencies. */
export async function whoRemain(world: World, known: KnownFolder): Promise<Addressee[]> {
  const { allowed, missing } = await whoMayRead(world, known)
  return Promise.all([...allowed, ...missing].map((name) => recipientIn(world, world.me, name)))
}

/**
 * A folder's new keys for those who may read by now: its own where a right was given meanwhile, and those of the records
 * that are shared one by one, which are there only now. A record that comes from another folder is shared no longer.
 */
export async function wrapAgain(world: World, folder: RekeyFolder): Promise<RekeyFolder> {
  const known = await readFolder(world, world.me, folder.folder)
  if (known === null) return folder
  const wanted = await listedItems(world, folder, known)
  const { single } = keyringCodec.decode(folder.keyringBlock)
  if (known.keyring === folder.previous && isListed(single, wanted)) return folder
  const people = await whoRemain(world, known)
  const rewrapped = await world.vault.rewrapKeyring(
    folder.keyring,
    people,
    await newKeys(world, folder, wanted),
  )
  return { ...folder, previous: known.keyring, keyring: rewrapped.pointer, keyringBlock: rewrapped.block }
}

/** A record that has its new key, and who may read it alone. */
type Listed = { readonly digest: Digest; readonly card: Fresh; readonly readers: readonly Address[] }
type Fresh = NonNullable<RekeyItem['fresh']>

async function listedItems(world: World, { items }: RekeyFolder, known: KnownFolder): Promise<Listed[]> {
  const { single } = await whoMayReadSingles(world, known)
  const digests = new Map(world.index.records(world.me).map(({ id, digest }) => [id, digest]))
  return items.flatMap(({ record, fresh }) => {
    const digest = digests.get(record)!
    const readers = (single[digest] ?? []).map(({ address }) => address)
    return readers.length === 0 ? [] : [{ digest, card: fresh!, readers }]
  })
}

/** Whether a keyring lists just these already: wrapped once more, it would be another one on the chain. */
const isListed = (single: Singles, wanted: readonly Listed[]): boolean =>
  Object.keys(single).length === wanted.length &&
  wanted.every(
    ({ digest, readers }) => single[digest]?.map(({ address }) => address).join() === readers.join(),
  )

async function newKeys(world: World, folder: RekeyFolder, wanted: readonly Listed[]): Promise<Singles> {
  const single: Record<Digest, Singles[Digest]> = {}
  for (const { digest, card, readers } of wanted) {
    // In a run after a restart the vault doesn't know the new card yet.
    await world.vault.openCard(folder.keyring, card.cardBlock)
    const people = await Promise.all(readers.map((name) => recipientIn(world, world.me, name)))
    single[digest] = await world.vault.wrapRecordKey(card.card, people)
  }
  return single
}
