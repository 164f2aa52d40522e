import { checksummed } from '../crypto/address.ts'
import type { Paper } from '../ports/paper.ts'
import { requirePlan } from './emergency-plan.ts'
import { readName } from './read-person.ts'
import { seconds, type World } from './world.ts'

/**
 * The card for a patient's wallet: a PDF. Its code holds their address and nothing else.
 * @throws Failure E_PLAN_NONE, since a card without a plan leads nowhere
 */
export async function makeCard(world: World, paper: Paper): Promise<Uint8Array> {
  await requirePlan(world, world.me)
  return paper.print({
    kind: 'card',
    name: await readName(world, world.me),
    address: checksummed(world.me),
    clinic: world.network.name,
    madeAt: seconds(world),
  })
}
