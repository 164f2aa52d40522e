import type { Address } from '../domain/bytes.ts'
import { canAccess } from '../domain/right.ts'
import type { OpenFolder } from './open-folder.ts'
import type { World } from './world.ts'

/** Who stands in a folder's keyring, by whether their right to it holds. The patient's always does. */
export async function whoMayRead(
  world: Pick<World, 'ledger'>,
  { patient, folder, readers }: OpenFolder,
): Promise<{ readonly allowed: Address[]; readonly ended: Address[] }> {
  const now = await world.ledger.now()
  const allowed: Address[] = []
  const ended: Address[] = []
  for (const { address } of readers.to) {
    const [account, right] = await Promise.all([
      world.ledger.account(address),
      world.ledger.right(patient, address),
    ])
    const list = canAccess(patient, account, right, folder, now) ? allowed : ended
    list.push(address)
  }
  return { allowed, ended }
}
