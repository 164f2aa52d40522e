import type { Address } from '../domain/bytes.ts'
import { canAccess, NO_RIGHT, type Right } from '../domain/right.ts'
import type { World } from './world.ts'

/**
 * What was opened to this person in an emergency and still holds. It fails closed: without the chain nothing holds. The
 * keys of one that is over are forgotten on the way.
 */
export async function heldEmergency(
  world: Pick<World, 'ledger' | 'vault' | 'me'>,
  patient: Address,
): Promise<Right> {
  if (patient === world.me) return NO_RIGHT
  const right = await world.ledger.emergencyRight(patient, world.me)
  const [folder] = right.folders
  if (folder === undefined) return NO_RIGHT
  const [account, now] = await Promise.all([world.ledger.account(world.me), world.ledger.now()])
  const holds = canAccess(patient, account, NO_RIGHT, folder, now, right)
  if (holds && world.ledger.contact().live) return right
  await world.vault.leaveEmergency(patient)
  return NO_RIGHT
}
