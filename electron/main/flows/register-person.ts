import { claimKeyOf, newClaimCode } from '../crypto/claim-code.ts'
import { addressOf } from '../crypto/device-key.ts'
import type { ActName } from '../domain/acts.ts'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { PersonView, Profile, PublicProfile, RegisteredRole } from '../domain/person.ts'
import { bring, signWithWallet } from './bring-act.ts'
import { addressee } from './give-access.ts'
import { readPerson } from './read-person.ts'
import type { World } from './world.ts'

export type Registration = {
  readonly role: RegisteredRole
  readonly account: Address
  readonly profile: Profile
  readonly specialties: readonly string[]
  readonly licence: string
  readonly until: number
}

const ACTS = { doctor: 'RegisterDoctor', patient: 'RegisterPatient', reader: 'RegisterReader' } as const

/**
 * Registers a person: their profile is sealed to this admin (and, once they have a key, to themselves); the public half
 * of somebody who may be given access is readable by everyone, so that patients can choose.
 * @throws Failure E_ALREADY_REGISTERED, E_REGISTERED_AS_OTHER
 */
export async function registerPerson(world: World, registration: Registration): Promise<PersonView> {
  const { role, account } = registration
  await assertNew(world, account, role)
  return register(world, registration, ACTS[role])
}

/**
 * Registers somebody who has no wallet here, for a code that they take home. The code is told once and kept nowhere:
 * who loses it gets another one.
 */
export async function registerByCode(
  world: World,
  registration: Omit<Registration, 'account'> & { readonly role: 'doctor' | 'patient' },
): Promise<{ readonly person: PersonView; readonly code: string }> {
  const code = newClaimCode()
  const account = addressOf(claimKeyOf(world.deployment, code))
  const name = registration.role === 'doctor' ? 'RegisterDoctorByCode' : 'RegisterPatientByCode'
  return { person: await register(world, { ...registration, account }, name), code }
}

async function register(
  world: World,
  registration: Registration,
  name: Extract<ActName, `Register${string}`>,
): Promise<PersonView> {
  const { role, account, profile, until } = registration
  const shown: PublicProfile | null =
    role !== 'patient'
      ? {
          name: profile.name,
          specialties: registration.specialties,
          licence: registration.licence,
          picture: profile.picture,
        }
      : null
  const { block, pointer } = await world.vault.sealProfile(account, shown, profile, [
    await addressee(world, world.me),
  ])
  const message = { admin: world.me, account, profile: pointer, until }
  const signed = await signWithWallet(world, name, message)
  await world.blobs.putBlock(block)
  await world.ledger.carry(signed.act, signed.signature)
  await world.index.sync()
  return readPerson(world, account)
}

async function assertNew(world: World, account: Address, role: RegisteredRole): Promise<void> {
  const { roles } = await world.ledger.account(account)
  if (roles.includes(role)) throw new Failure('E_ALREADY_REGISTERED', { address: account, role })
  if (role !== 'patient' && roles.includes('admin')) {
    throw new Failure('E_REGISTERED_AS_OTHER', { address: account, role: 'admin' })
  }
}

/** Ends somebody's standing at once, and their rights as a reader with it. */
export async function suspendPerson(world: World, account: Address): Promise<void> {
  await bring(world, 'Suspend', { admin: world.me, account })
}

/** Ends a suspension; rights given before do not revive. */
export async function reinstatePerson(world: World, account: Address): Promise<void> {
  await bring(world, 'Reinstate', { admin: world.me, account })
}
