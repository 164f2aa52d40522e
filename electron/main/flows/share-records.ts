import type { Singles } from '../crypto/blocks.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Address, Digest, Pointer, PublicBlock } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Folder } from '../domain/folder.ts'
import type { RecordEvent } from '../domain/record.ts'
import { isRunning } from '../domain/right.ts'
import { listedRecords } from './listed-records.ts'
import { type OpenCard, openCard } from './open-card.ts'
import { digestsFor, type OpenFolder } from './open-folder.ts'
import { findRecord } from './open-record.ts'
import { readName } from './read-person.ts'
import { seconds, type World } from './world.ts'

/** What a right to single records points to: the folders that hold them, and every record it is for. */
export type Shared = {
  readonly folders: Folder[]
  readonly previous: Pointer[]
  readonly keyrings: PublicBlock[]
  readonly records: Digest[]
}

/**
 * Lists single records for a reader, beside those that are listed already while their right runs: it is one right, which
 * a new one replaces.
 * @param records the numbers of those that are shared now
 * @param rewrap the keyring of a folder again, with other keys of single records
 * @throws Failure as `planShare`
 */
export async function shareRecords(
  world: World,
  reader: Addressee,
  records: readonly number[],
  rewrap: (folder: OpenFolder, single: Singles) => Promise<PublicBlock>,
): Promise<Shared> {
  const cards = await planShare(world, reader.address, records)
  const placed = [...Map.groupBy(cards, ({ folder }) => folder.folder)].sort(([a], [b]) => a - b)
  const keyrings: PublicBlock[] = []
  for (const [, listed] of placed) {
    const { folder } = listed[0]!
    keyrings.push(await rewrap(folder, await withRecords(world, folder, listed, reader)))
  }
  return {
    folders: placed.map(([folder]) => folder),
    previous: placed.map(([, [card]]) => card!.folder.keyring),
    keyrings,
    records: cards.map(({ event }) => event.digest),
  }
}

/**
 * Every record that a reader may read one by one once these are shared. The contract knows one right for each reader:
 * single records can't be shared beside whole folders. Where records that were shared before wait for their new keys, a
 * new right would seem to be for them as well.
 * @throws Failure E_READS_FOLDERS, E_KEYS_CHANGING, and as `openCard`
 */
export async function planShare(
  world: World,
  address: Address,
  records: readonly number[],
): Promise<OpenCard[]> {
  const name = async (): Promise<string> => (await readName(world, address)) ?? address
  const [account, right] = await Promise.all([
    world.ledger.account(address),
    world.ledger.right(world.me, address),
  ])
  const runs = isRunning(account, right, seconds(world))
  if (runs && !right.listedOnly) throw new Failure('E_READS_FOLDERS', { name: await name() })
  const now = await Promise.all(records.map((id) => findRecord(world, world.me, id)))
  const listed = runs ? await listedRecords(world, world.me, address, right) : []
  const earlier = listed.map(({ event }) => event)
  const events = new Map([...earlier, ...now].map((event) => [event.id, event]))
  const cards = await Promise.all([...events.values()].map((event) => openCard(world, event)))
  if (cards.some(({ folder }) => isWaiting(folder, address, earlier)))
    throw new Failure('E_KEYS_CHANGING', { name: await name() })
  return cards
}

/** Whether a folder still lists records for somebody whose right to them is over. */
function isWaiting(folder: OpenFolder, reader: Address, earlier: readonly RecordEvent[]): boolean {
  const held = new Set(earlier.map(({ digest }) => digest))
  return [...digestsFor(folder, reader)].some((digest) => !held.has(digest))
}

/** A folder's keys of single records, those of these for this reader among them. */
async function withRecords(
  world: World,
  { readers }: OpenFolder,
  cards: readonly OpenCard[],
  reader: Addressee,
): Promise<Singles> {
  const single = { ...withoutReader(readers.single, reader.address) }
  for (const { card, event } of cards) {
    const [wrapped] = await world.vault.wrapRecordKey(card, [reader])
    single[event.digest] = [...(single[event.digest] ?? []), wrapped!]
  }
  return single
}

/** Keys of single records without those for one reader. */
export function withoutReader(single: Singles, reader: Address): Singles {
  const others = Object.entries(single).map(
    ([digest, people]) => [digest, people.filter(({ address }) => address !== reader)] as const,
  )
  return Object.fromEntries(others.filter(([, people]) => people.length > 0))
}
