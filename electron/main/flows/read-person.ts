import { profileCodec } from '../crypto/blocks.ts'
import type { Address, Pointer } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import { type PersonView, type Profile, type PublicProfile, rolesInForce } from '../domain/person.ts'
import { identityOf } from './identity.ts'
import { seconds, type World } from './world.ts'

/** The newest profile block of an account, as the events tell. */
export function profilePointer(world: Pick<World, 'index'>, account: Address): Pointer | null {
  const events = world.index.events({ kinds: ['registered', 'profile-updated'], concerning: account })
  const own = events.filter((event) => (event.subject ?? event.actor) === account)
  return (own.at(-1)?.fields.profile as Pointer | undefined) ?? null
}

type Read = { readonly shown: PublicProfile | null; readonly sealed: Profile | null }
const NOTHING: Read = { shown: null, sealed: null }

/** What this session may read of somebody: their public half, and what is sealed to me. */
async function readProfile(world: World, account: Address): Promise<Read> {
  const pointer = profilePointer(world, account)
  if (pointer === null || pointer === NO_POINTER) return NOTHING
  try {
    const block = await world.blobs.getBlock(pointer)
    const shown = profileCodec.decode(block).public
    return { shown, sealed: await world.vault.openProfile(account, block).catch(() => null) }
  } catch {
    // A profile that no store has now is a person without a name, not a broken list.
    return NOTHING
  }
}

/** A person as this session may see them: profile, else the identity a patient keeps in folder 0. */
export async function readPerson(world: World, address: Address): Promise<PersonView> {
  const account = await world.ledger.account(address)
  const registered = world.index
    .events({ kinds: ['registered', 'admin-appointed'], concerning: address })
    .filter((event) => (event.subject ?? event.actor) === address)
  const { shown, sealed } = await readProfile(world, address)
  const identity = sealed ?? (account.roles.includes('patient') ? await identityOf(world, address) : null)
  return {
    address,
    roles: account.roles,
    active: rolesInForce(account, seconds(world)).length > 0,
    until: account.licenceUntil,
    registeredAt: registered[0]?.at ?? account.since,
    registeredBy: registered[0]?.actor ?? null,
    hasKey: account.publicKey !== NO_POINTER,
    name: shown?.name ?? identity?.name ?? null,
    specialties: shown?.specialties ?? [],
    licence: shown?.licence ?? null,
    birthDate: identity?.birthDate ?? null,
    gender: identity?.gender ?? null,
    email: identity?.email ?? null,
    picture: shown?.picture ?? identity?.picture ?? null,
  }
}

/** The name alone, for lists and logs; null where this session can't read it. */
export async function readName(world: World, address: Address): Promise<string | null> {
  return (await readPerson(world, address)).name
}
