import type { Address } from '../domain/bytes.ts'
import { canAccess } from '../domain/right.ts'
import { emergencyReader } from './emergency-plan.ts'
import type { KnownFolder } from './open-folder.ts'
import type { World } from './world.ts'

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
export async function whoMayRead(
  world: Pick<World, 'ledger' | 'index' | 'blobs'>,
  { patient, folder, readers }: KnownFolder,
): Promise<Readers> {
  const now = await world.ledger.now()
  const emergency = (await emergencyReader(world, patient, folder))?.address
  const allowed: Address[] = []
  const ended: Address[] = []
  for (const { address } of readers.to) {
    if (address === emergency) {
      allowed.push(address)
      continue
    }
    const [account, right] = await Promise.all([
      world.ledger.account(address),
      world.ledger.right(patient, address),
    ])
    const list = canAccess(patient, account, right, folder, now) ? allowed : ended
    list.push(address)
  }
  const missing = emergency === undefined || allowed.includes(emergency) ? [] : [emergency]
  return { allowed, ended, missing }
}
