import { catalogCodec, type Keyring, keyringCodec } from '../crypto/blocks.ts'
import { type Address, type Digest, NO_POINTER, type Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Folder } from '../domain/folder.ts'
import { emergencyKey } from './emergency-plan.ts'
import { heldEmergency } from './held-emergency.ts'
import type { World } from './world.ts'

/** A folder as chain and stores tell of it. */
export type KnownFolder = {
  readonly patient: Address
  readonly folder: Folder
  /** The pointer on the chain, which names the folder key in the vault. */
  readonly keyring: Pointer
  readonly readers: Keyring
  readonly catalog: Pointer
  /** Cards that replace the ones in the records' events, by record id; null before the first re-key. */
  readonly cards: ReadonlyMap<number, Pointer> | null
  /** The keyring's bytes. */
  readonly block: Uint8Array
}

/** A folder whose key this session holds, or those of some of its records. */
export type OpenFolder = KnownFolder & {
  /** The records that are listed for this reader one by one; null where the folder's key is theirs. */
  readonly listed: ReadonlySet<Digest> | null
}

/**
 * Reads a folder's keyring and catalog and takes its key into the vault.
 * @returns null when the folder was never opened or its key is not for me
 * @throws Failure E_BLOCK_MISSING, E_BLOCK_REPLACED, E_KEYRING_FOREIGN_READER
 */
export async function openFolder(world: World, patient: Address, folder: Folder): Promise<OpenFolder | null> {
  const named = await readKeyring(world, patient, folder)
  if (named === null || !(await world.vault.admitKeyring(named.block))) return null
  return { ...(await withCards(world, named)), listed: null }
}

/**
 * The same, also where some of its records are listed for me one by one. Whoever has a right to such alone does not get
 * at the rest by a key from before, which stands in the keyring until the re-key.
 * @returns null when nothing in it is for me
 * @throws as `openFolder`
 */
export async function reachFolder(
  world: World,
  patient: Address,
  folder: Folder,
): Promise<OpenFolder | null> {
  if (patient === world.me) return openFolder(world, patient, folder)
  const right = await world.ledger.right(patient, world.me)
  if (!right.listedOnly || (await heldEmergency(world, patient)).folders.includes(folder))
    return openFolder(world, patient, folder)
  const known = right.folders.includes(folder) ? await readFolder(world, patient, folder) : null
  if (known === null) return null
  const listed = digestsFor(known, world.me)
  return listed.size === 0 ? null : { ...known, listed }
}

/** The records that a folder's keyring lists for somebody one by one. */
export function digestsFor({ readers }: KnownFolder, reader: Address): ReadonlySet<Digest> {
  const listed = Object.entries(readers.single).filter(([, to]) => to.some((to) => to.address === reader))
  return new Set(listed.map(([digest]) => digest as Digest))
}

/**
 * The same whether or not its key is for me.
 * @returns null when the folder was never opened
 * @throws as `openFolder`
 */
export async function readFolder(
  world: World,
  patient: Address,
  folder: Folder,
): Promise<KnownFolder | null> {
  const named = await readKeyring(world, patient, folder)
  return named === null ? null : withCards(world, named)
}

type Named = Omit<KnownFolder, 'cards'>

async function readKeyring(world: World, patient: Address, folder: Folder): Promise<Named | null> {
  const { keyring, catalog } = await world.ledger.folder(patient, folder)
  if (keyring === NO_POINTER) return null
  const block = await world.blobs.getBlock(keyring)
  const readers = keyringCodec.decode(block)
  if (readers.patient !== patient || readers.folder !== folder) {
    throw new Failure('E_BLOCK_REPLACED', { what: 'keyring' })
  }
  await refuseForeignReaders(world, readers)
  return { patient, folder, keyring, readers, catalog, block }
}

async function withCards(world: World, named: Named): Promise<KnownFolder> {
  const { patient, folder, readers, catalog } = named
  const cards =
    catalog === NO_POINTER ? null : await readCatalog(world, patient, folder, readers.epoch, catalog)
  return { ...named, cards }
}

/**
 * Somebody in the keyring to whom the patient never gave this folder, or never a record of it alone: a forged keyring,
 * whoever made it. The key of a plan for emergencies has its place there, also that of an earlier one whose re-key is
 * still to come.
 */
async function refuseForeignReaders(world: World, keyring: Keyring): Promise<void> {
  const { patient, to, single } = keyring
  for (const { address } of to) {
    if (address === patient || (await wasGiven(world, keyring, address, false))) continue
    if ((await emergencyKey(world, patient, address)) === null) throw foreign(address)
  }
  const listed = new Set(Object.values(single).flatMap((people) => people.map(({ address }) => address)))
  for (const address of listed) {
    if (!(await wasGiven(world, keyring, address, true))) throw foreign(address)
  }
}

const foreign = (reader: Address): Failure => new Failure('E_KEYRING_FOREIGN_READER', { reader })

/** Whether the patient ever gave somebody this folder, or records of it one by one; the right now may be another one. */
async function wasGiven(
  world: World,
  { patient, folder }: Keyring,
  reader: Address,
  listedOnly: boolean,
): Promise<boolean> {
  const right = await world.ledger.right(patient, reader)
  if (right.since === 0 || right.listedOnly === listedOnly) return right.since !== 0
  await world.index.sync()
  return world.index
    .events({ kinds: ['access-given'], patient, subject: reader })
    .some(({ fields }) => fields.listedOnly === listedOnly && (fields.folders as Folder[]).includes(folder))
}

async function readCatalog(
  world: World,
  patient: Address,
  folder: Folder,
  epoch: number,
  pointer: Pointer,
): Promise<Map<number, Pointer>> {
  const catalog = catalogCodec.decode(await world.blobs.getBlock(pointer))
  if (catalog.patient !== patient || catalog.folder !== folder || catalog.epoch !== epoch) {
    throw new Failure('E_BLOCK_REPLACED', { what: 'catalog' })
  }
  if ('cards' in catalog) return entriesOf(catalog.cards)
  const parts = await Promise.all(
    catalog.parts.map((part) => readCatalog(world, patient, folder, epoch, part)),
  )
  return new Map(parts.flatMap((part) => [...part]))
}

const entriesOf = (cards: Readonly<Record<string, Pointer>>): Map<number, Pointer> =>
  new Map(Object.entries(cards).map(([id, card]) => [Number(id), card]))
