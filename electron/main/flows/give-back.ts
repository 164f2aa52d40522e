import { cardCodec } from '../crypto/blocks.ts'
import { isWrappedTo } from '../crypto/envelope.ts'
import type { Address, Fingerprint, Hex32, Pointer } from '../domain/bytes.ts'
import type { NewKey } from '../domain/closed-folder.ts'
import { Failure } from '../domain/failure.ts'
import { canAccess } from '../domain/right.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { signWithWallet } from './bring-act.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { publications, readKey } from './read-key.ts'
import { readName } from './read-person.ts'
import { standsIn } from './record-place.ts'
import type { World } from './world.ts'

/**
 * Gives a patient whose key is a new one what this reader can still open, wrapped to that key. Asked in a window of
 * main's own, with the words of the new key: whoever has the patient's wallet could have published it.
 * @throws Failure E_NOT_ALLOWED without a right, E_STALE when nothing is closed to them, E_SIGNATURE_FOREIGN,
 * E_CONFIRM_DECLINED, E_WALLET_REJECTED
 */
export async function giveBack(world: World, patient: Address): Promise<void> {
  await world.index.sync()
  if ((await givenFolders(world, patient)).length === 0) throw new Failure('E_NOT_ALLOWED', { patient })
  const folders = await foldersClosedTo(world, patient)
  if (folders.length === 0) throw new Failure('E_STALE', { patient })
  const { spki, words } = await readKey(world, patient)
  const cards = (await Promise.all(folders.map((folder) => cardsOneByOne(world, folder)))).flat()
  const keyrings = folders.map(({ keyring }) => keyring)
  const { block, pointer } = await world.vault.makeOffer({ address: patient, spki }, keyrings, cards)
  const name = (await readName(world, patient)) ?? ''
  await world.confirm.ask({ act: 'offer', name, address: patient, words })
  const message = { from: world.me, to: patient, block: pointer }
  const { act, signature } = await signWithWallet(world, 'OfferKeys', message)
  await world.blobs.putBlock(block)
  await world.ledger.carry(act, signature)
  await world.index.sync()
}

/** What a reader sees of a patient's new key; null while the patient can open everything that this reader can. */
export async function newKeyOf(world: World, patient: Address): Promise<NewKey | null> {
  const [published, first] = publications(world, patient)
  if (published === undefined || first === undefined) return null
  // What no store has now, or what is refused, is told where it is opened; the list of patients goes without.
  const folders = await foldersClosedTo(world, patient).catch(() => [])
  if (folders.length === 0) return null
  const given = world.index
    .events({ kinds: ['keys-offered'], actor: world.me, subject: patient })
    .findLast((event) => isAfter(event, published))
  return { folders: folders.length, givenBackAt: given?.at ?? null }
}

const isAfter = (event: ChainEvent, before: ChainEvent): boolean =>
  event.block > before.block || (event.block === before.block && event.place > before.place)

async function givenFolders(world: World, patient: Address): Promise<number[]> {
  const [account, right, now] = await Promise.all([
    world.ledger.account(world.me),
    world.ledger.right(patient, world.me),
    world.ledger.now(),
  ])
  return right.folders.filter((folder) => canAccess(patient, account, right, folder, now))
}

/** Folders that this reader opens by right, and whose keyrings are not for the key that the patient has now. */
async function foldersClosedTo(world: World, patient: Address): Promise<OpenFolder[]> {
  const { publicKey } = await world.ledger.account(patient)
  const closed: OpenFolder[] = []
  for (const folder of await givenFolders(world, patient)) {
    const open = await openFolder(world, patient, folder)
    if (open === null) continue
    if (!isWrappedTo(open.readers.to, patient, publicKey as Hex32 as Fingerprint)) closed.push(open)
  }
  return closed
}

/** Cards whose key does not lie under the folder's, as far as this reader can open them. */
async function cardsOneByOne(world: World, folder: OpenFolder): Promise<Pointer[]> {
  const found: Pointer[] = []
  for (const event of world.index.records(folder.patient)) {
    if (!standsIn(world, folder, event)) continue
    const pointer = folder.cards?.get(event.id) ?? event.card
    const block = await world.blobs.getBlock(pointer)
    if (cardCodec.decode(block).to === undefined) continue
    const opened = await world.vault.openCard(folder.keyring, block).catch(notForMe)
    if (opened !== null) found.push(pointer)
  }
  return found
}

function notForMe(error: unknown): null {
  if (Failure.from(error).code !== 'E_NOT_ADDRESSED') throw error
  return null
}
