import type { Address, Pointer } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { PersonView } from '../domain/person.ts'
import { signWithWallet } from './bring-act.ts'
import { sealAnew } from './hand-over-profile.ts'
import { profileOf, readPerson } from './read-person.ts'
import type { World } from './world.ts'

/**
 * Lets the licence of somebody who may be given access last until another day, by registering them once more with the
 * profile that they have. Rights that patients gave stay while it has not ended yet; afterwards none revives.
 * @param until Unix seconds
 * @throws Failure E_NOT_REGISTERED for who has no licence, E_CHAIN_REFUSED for a day that has passed, E_SUSPENDED,
 * E_WALLET_*
 */
export async function renewLicence(world: World, account: Address, until: number): Promise<PersonView> {
  await world.index.sync()
  const { roles, publicKey } = await world.ledger.account(account)
  const found = profileOf(world, account)
  if (found === null || !roles.some((role) => role === 'doctor' || role === 'reader'))
    throw new Failure('E_NOT_REGISTERED', { address: account })
  // A profile that lies under the name of a spent code's key would not be found under the account's own.
  const people = publicKey === NO_POINTER ? [world.me] : [world.me, account]
  const sealed = found.owner === account ? null : await sealAnew(world, account, found, people)
  const profile: Pointer = sealed?.pointer ?? found.pointer
  const name = roles.includes('doctor') ? 'RegisterDoctor' : 'RegisterReader'
  const signed = await signWithWallet(world, name, { admin: world.me, account, profile, until })
  if (sealed !== null) await world.blobs.putBlock(sealed.block)
  await world.ledger.carry(signed.act, signed.signature)
  await world.index.sync()
  return readPerson(world, account)
}
