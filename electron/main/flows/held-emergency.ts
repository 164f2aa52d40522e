import type { Address } from '../domain/bytes.ts'
import { canAccess, NO_RIGHT, type Right } from '../domain/right.ts'
import { seconds, type World } from './world.ts'

/**
 * What was opened to this person in an emergency and still holds. It fails closed: without the chain nothing holds. The
 * keys of one that is over are forgotten on the way.
 */
export async function heldEmergency(
  world: Pick<World, 'ledger' | 'vault' | 'me' | 'now'>,
  patient: Address,
): Promise<Right> {
  if (patient === world.me) return NO_RIGHT
  const right = await world.ledger.emergencyRight(patient, world.me)
  const [folder] = right.folders
  if (folder === undefined) return NO_RIGHT
  const [account, chain] = await Promise.all([world.ledger.account(world.me), world.ledger.now()])
  // A chain that has had no block for a while must not make it last: whichever clock is ahead counts.
  const now = Math.max(chain, seconds(world))
  const holds = canAccess(patient, account, NO_RIGHT, folder, now, right)
  if (holds && world.ledger.contact().live) return right
  await world.vault.leaveEmergency(patient)
  return NO_RIGHT
}
