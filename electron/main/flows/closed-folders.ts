import { isWrappedTo } from '../crypto/envelope.ts'
import type { Address, Pointer } from '../domain/bytes.ts'
import type { ClosedFolder, ClosedFolders } from '../domain/closed-folder.ts'
import { type Folder, GENERAL_FOLDER, IDENTITY_FOLDER } from '../domain/folder.ts'
import type { OfferBlock } from '../ports/vault.ts'
import { forgiven, openedFolders } from './list-folders.ts'
import { type KnownFolder, readFolder } from './open-folder.ts'
import { publications } from './read-key.ts'
import { readPerson } from './read-person.ts'
import { standsIn } from './record-place.ts'
import { whoMayRead } from './who-may-read.ts'
import type { World } from './world.ts'

/** A closed folder with what was given back for it, not yet taken. */
export type Closed = {
  readonly known: KnownFolder
  readonly offers: readonly OfferBlock[]
  readonly cards: readonly {
    readonly record: number
    readonly pointer: Pointer
    readonly block: Uint8Array
  }[]
}

/**
 * What a patient whose key is a new one can't open: what has been given back, what somebody still can give back, and
 * what nobody can open any more. Every key that was given back is tried on everything it should open.
 * @throws Failure E_BLOCK_MISSING, E_STORE_UNREACHABLE
 */
export async function closedFolders(world: World): Promise<ClosedFolders> {
  const found: ClosedFolder[] = []
  const refused = new Set<Address>()
  for (const closed of await allClosed(world)) {
    const { known, offers, cards } = closed
    const blocks = cards.map(({ block }) => block)
    const told = await world.vault.checkOffers(known.block, offers, blocks)
    for (const from of told.refused) refused.add(from)
    const people = told.from === null ? await whoCouldGive(world, known) : [told.from]
    found.push({
      folder: known.folder,
      records: cards.length,
      state: told.from !== null ? 'given' : people.length > 0 ? 'waiting' : 'lost',
      people: await named(world, people),
      leftOut: told.from === null ? 0 : told.closed.length,
      mustBegin: known.folder === IDENTITY_FOLDER || known.folder === GENERAL_FOLDER,
    })
  }
  return { folders: found, refused: await named(world, [...refused]) }
}

/** The folders whose keyrings are for a key that this patient no longer has. */
async function allClosed(world: World): Promise<Closed[]> {
  await world.index.sync()
  // Whoever has published one key only has lost none.
  if (publications(world, world.me).length < 2) return []
  const all = await Promise.all(openedFolders(world, world.me).map((folder) => closedFolder(world, folder)))
  return all.filter((closed) => closed !== null)
}

/** One of them; null where a key that is here opens it. */
export async function closedFolder(world: World, folder: Folder): Promise<Closed | null> {
  const known = await readFolder(world, world.me, folder)
  if (known === null) return null
  const { fingerprint, earlier } = await world.vault.self()
  if ([fingerprint, ...earlier].some((key) => isWrappedTo(known.readers.to, world.me, key))) return null
  return { known, offers: await offersToMe(world), cards: await cardsIn(world, known) }
}

/** What readers have given back, the newest first. A block that no store has now is not one that is false. */
async function offersToMe(world: World): Promise<OfferBlock[]> {
  const events = world.index.events({ kinds: ['keys-offered'], subject: world.me, concerning: world.me })
  const found = await Promise.all(
    events.toReversed().map(async ({ actor, fields }) => {
      const block = await world.blobs.getBlock(fields.block as Pointer).catch(forgiven)
      return block === null ? [] : [{ from: actor, block }]
    }),
  )
  return found.flat()
}

async function cardsIn(world: World, known: KnownFolder): Promise<Closed['cards']> {
  const events = world.index.records(known.patient).filter((event) => standsIn(world, known, event))
  return Promise.all(
    events.map(async (event) => {
      const pointer = known.cards?.get(event.id) ?? event.card
      return { record: event.id, pointer, block: await world.blobs.getBlock(pointer) }
    }),
  )
}

/** People in a folder's keyring whose right to it holds; the key of a plan for emergencies is nobody. */
async function whoCouldGive(world: World, known: KnownFolder): Promise<Address[]> {
  const { allowed } = await whoMayRead(world, known)
  const rights = await Promise.all(allowed.map((reader) => world.ledger.right(known.patient, reader)))
  return allowed.filter((_, place) => rights[place]!.since > 0)
}

const named = (world: World, people: readonly Address[]): Promise<ClosedFolder['people']> =>
  Promise.all(
    people.map(async (address) => {
      const { name, roles } = await readPerson(world, address)
      return { address, name, roles }
    }),
  )
