import { clinicFileMessage } from '../crypto/clinic-file.ts'
import { Failure } from '../domain/failure.ts'
import { rolesInForce } from '../domain/person.ts'
import { seconds, type World } from './world.ts'

/**
 * An admin's wallet signs what this computer's network file says, so that others know whose it is.
 * @param indent of its lines; 0 makes it one, for a code
 * @throws Failure E_NOT_ALLOWED for anybody else
 */
export async function vouchForClinic(world: World, indent = 2): Promise<{ name: string; bytes: Uint8Array }> {
  const account = await world.ledger.account(world.me)
  if (!rolesInForce(account, seconds(world)).includes('admin')) throw new Failure('E_NOT_ALLOWED')
  const signature = await world.wallet.signMessage(world.me, clinicFileMessage(world.network))
  const file = JSON.stringify({ ...world.network, signed: { by: world.me, signature } }, null, indent)
  const slug = world.network.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return { name: `${slug}.medicalchain.json`, bytes: new TextEncoder().encode(file) }
}
