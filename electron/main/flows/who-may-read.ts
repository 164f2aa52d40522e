import type { Singles } from '../crypto/blocks.ts'
import type { Address, Digest } from '../domain/bytes.ts'
import { canAccess, listedRight, type Right, wholeRight } from '../domain/right.ts'
import { emergencyReader } from './emergency-plan.ts'
import type { KnownFolder } from './open-folder.ts'
import type { World } from './world.ts'

type Reads = Pick<World, 'ledger' | 'index' | 'blobs'>

type Readers = {
  readonly allowed: Address[]
  readonly ended: Address[]
  /** The key of the plan for emergencies, where the keyring does not have it yet. */
  readonly missing: Address[]
}

/**
 * Who stands in a folder's keyring, by whether their right to it holds. The patient's always does; that of the key for
 * emergencies as long as `emergencyReader` says.
 */
export async function whoMayRead(world: Reads, known: KnownFolder): Promise<Readers> {
  const { patient, folder, readers } = known
  const emergency = (await emergencyReader(world, patient, folder))?.address
  const allowed: Address[] = []
  const ended: Address[] = []
  for (const { address } of readers.to) {
    const list = address === emergency || (await holds(world, known, address, wholeRight)) ? allowed : ended
    list.push(address)
  }
  const missing = emergency === undefined || allowed.includes(emergency) ? [] : [emergency]
  return { allowed, ended, missing }
}

type ListedReaders = {
  /** What a folder's keyring lists one by one, as far as its readers' rights hold. */
  readonly single: Singles
  /** Whose don't. */
  readonly ended: Address[]
}

/** The same of those to whom a folder's keyring lists single records. */
export async function whoMayReadSingles(world: Reads, known: KnownFolder): Promise<ListedReaders> {
  const single: Record<Digest, Singles[Digest]> = {}
  const verdicts = new Map<Address, boolean>()
  for (const [digest, people] of Object.entries(known.readers.single)) {
    for (const { address } of people) {
      if (!verdicts.has(address)) verdicts.set(address, await holds(world, known, address, listedRight))
    }
    const remaining = people.filter(({ address }) => verdicts.get(address))
    if (remaining.length > 0) single[digest as Digest] = remaining
  }
  return { single, ended: [...verdicts].flatMap(([address, isHeld]) => (isHeld ? [] : [address])) }
}

async function holds(
  world: Reads,
  { patient, folder }: KnownFolder,
  reader: Address,
  part: (right: Right) => Right,
): Promise<boolean> {
  const [account, right, now] = await Promise.all([
    world.ledger.account(reader),
    world.ledger.right(patient, reader),
    world.ledger.now(),
  ])
  return canAccess(patient, account, part(right), folder, now)
}
