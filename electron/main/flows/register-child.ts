import { addressOfSeed, newSeed } from '../crypto/custody.ts'
import type { Act } from '../domain/acts.ts'
import type { Address } from '../domain/bytes.ts'
import type { PersonView, Profile } from '../domain/person.ts'
import { addressee } from './give-access.ts'
import { readPerson } from './read-person.ts'
import type { World } from './world.ts'

export type ChildRegistration = {
  readonly profile: Profile
  /** Whose wallet acts for the child. */
  readonly custodian: Address
  /** Until when, in Unix seconds. */
  readonly custodyUntil: number
}

/**
 * Registers a patient whose account nobody has the key of, and names who acts for it. Both acts are signed before the first
 * one leaves this computer.
 * @throws Failure E_CUSTODIAN_UNFIT, E_WALLET_REJECTED
 */
export async function registerChild(
  world: World,
  { profile, custodian, custodyUntil: until }: ChildRegistration,
): Promise<PersonView> {
  const seed = newSeed()
  const account = addressOfSeed(seed)
  const { block, pointer } = await world.vault.sealProfile(account, null, profile, [
    await addressee(world, world.me),
  ])
  const registration = { admin: world.me, account, profile: pointer, until: 0 }
  const register: Act = await world.ledger.stamp('RegisterPatient', registration)
  const name = nextOf(register, { by: world.me, patient: account, custodian, until, seed })
  const signatures = [await world.wallet.signAct(register), await world.wallet.signAct(name)] as const
  await world.blobs.putBlock(block)
  await world.ledger.carry(register, signatures[0])
  await world.ledger.carry(name, signatures[1])
  await world.index.sync()
  return readPerson(world, account)
}

/** The act that follows another one of the same signer, under the next number. */
function nextOf(before: Act, message: Omit<Act<'SetCustodian'>['message'], 'nonce' | 'deadline'>): Act {
  const { nonce, deadline } = before.message
  return { name: 'SetCustodian', message: { ...message, nonce: nonce + 1n, deadline } }
}
