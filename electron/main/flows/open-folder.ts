import { catalogCodec, type Keyring, keyringCodec } from '../crypto/blocks.ts'
import { type Address, NO_POINTER, type Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Folder } from '../domain/folder.ts'
import { emergencyKey } from './emergency-plan.ts'
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

/** A folder whose key this session holds. */
export type OpenFolder = KnownFolder

/**
 * Reads a folder's keyring and catalog and takes its key into the vault.
 * @returns null when the folder was never opened or its key is not for me
 * @throws Failure E_BLOCK_MISSING, E_BLOCK_REPLACED, E_KEYRING_FOREIGN_READER
 */
export async function openFolder(world: World, patient: Address, folder: Folder): Promise<OpenFolder | null> {
  const named = await readKeyring(world, patient, folder)
  if (named === null || !(await world.vault.admitKeyring(named.block))) return null
  return withCards(world, named)
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
 * Somebody in the keyring to whom the patient never gave this folder: a forged keyring, whoever made it. The key of a
 * plan for emergencies has its place there, also that of an earlier one whose re-key is still to come.
 */
async function refuseForeignReaders(world: World, keyring: Keyring): Promise<void> {
  for (const { address } of keyring.to) {
    if (address === keyring.patient) continue
    const right = await world.ledger.right(keyring.patient, address)
    if (right.since === 0 && (await emergencyKey(world, keyring.patient, address)) === null)
      throw new Failure('E_KEYRING_FOREIGN_READER', { reader: address })
  }
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
