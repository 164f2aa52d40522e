import { profileCodec } from '../crypto/blocks.ts'
import type { Address, Pointer } from '../domain/bytes.ts'
import { NO_POINTER } from '../domain/bytes.ts'
import { isHandedOver } from '../domain/custody.ts'
import {
  type Account,
  CODE_DAYS,
  type PersonView,
  type Profile,
  type PublicProfile,
  rolesInForce,
} from '../domain/person.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { identityOf } from './identity.ts'
import { seconds, type World } from './world.ts'

/** Who has used the code of a claim key; null where nobody has, and for any other account. */
export function claimantOf(world: Pick<World, 'index'>, claimKey: Address): Address | null {
  return world.index.events({ kinds: ['claimed'], subject: claimKey, concerning: claimKey })[0]?.actor ?? null
}

/**
 * The newest profile block of an account, as the events tell, and whose name it was sealed under: the account's own, or
 * that of the claim key whose code it has used.
 */
export function profileOf(
  world: Pick<World, 'index'>,
  account: Address,
): { readonly pointer: Pointer; readonly owner: Address } | null {
  const newest = world.index
    .events({ kinds: ['registered', 'claimed', 'profile-updated'], concerning: account })
    .filter((event) => (event.kind === 'claimed' ? event.actor : (event.subject ?? event.actor)) === account)
    .at(-1)
  if (newest === undefined) return null
  if (newest.kind === 'claimed') return profileOf(world, newest.subject!)
  return { pointer: newest.fields.profile as Pointer, owner: account }
}

type Read = { readonly shown: PublicProfile | null; readonly sealed: Profile | null }
const NOTHING: Read = { shown: null, sealed: null }

/** What this session may read of somebody: their public half, and what is sealed to me. */
async function readProfile(world: World, account: Address): Promise<Read> {
  const found = profileOf(world, account)
  if (found === null) return NOTHING
  try {
    const block = await world.blobs.getBlock(found.pointer)
    const shown = profileCodec.decode(block).public
    return { shown, sealed: await world.vault.openProfile(found.owner, block).catch(() => null) }
  } catch {
    // A profile that no store has now is a person without a name, not a broken list.
    return NOTHING
  }
}

/** A person as this session may see them: profile, else the identity a patient keeps in folder 0. */
export async function readPerson(world: World, address: Address): Promise<PersonView> {
  const account = await world.ledger.account(address)
  const registered = registrationsOf(world, address)
  const { shown, sealed } = await readProfile(world, address)
  const identity = sealed ?? (account.roles.includes('patient') ? await identityOf(world, address) : null)
  return {
    address,
    roles: account.roles,
    active: rolesInForce(account, seconds(world)).length > 0,
    suspended: account.suspended,
    until: account.licenceUntil,
    registeredAt: registered[0]?.at ?? account.since,
    registeredBy: registered[0]?.actor ?? null,
    hasKey: account.publicKey !== NO_POINTER,
    code: codeOf(account, seconds(world)),
    custody: account.isKeyless ? await readCustody(world, address) : null,
    name: shown?.name ?? identity?.name ?? null,
    specialties: shown?.specialties ?? [],
    licence: shown?.licence ?? null,
    birthDate: identity?.birthDate ?? null,
    gender: identity?.gender ?? null,
    email: identity?.email ?? null,
    picture: shown?.picture ?? identity?.picture ?? null,
  }
}

async function readCustody(world: World, patient: Address): Promise<PersonView['custody']> {
  const custody = await world.ledger.custody(patient)
  if (custody === null) return null
  // Of a wallet that was handed over to, the patient is the person.
  const name = isHandedOver(custody) ? null : await readName(world, custody.custodian)
  return { ...custody, name }
}

/** When and by whom, the first one first; for those who came with a code, that of its claim key. */
function registrationsOf(world: World, address: Address): readonly ChainEvent[] {
  const events = world.index.events({
    kinds: ['registered', 'admin-appointed', 'claimed'],
    concerning: address,
  })
  return events.flatMap((event) => {
    if (event.kind === 'claimed') return event.actor === address ? registrationsOf(world, event.subject!) : []
    return (event.subject ?? event.actor) === address ? [event] : []
  })
}

function codeOf({ isClaimKey, roles, suspended, since }: Account, now: number): PersonView['code'] {
  if (!isClaimKey || roles.length === 0) return null
  if (suspended) return 'void'
  return now - since > CODE_DAYS * 24 * 3600 ? 'old' : 'waiting'
}

/** The name alone, for lists and logs; null where this session can't read it. */
export async function readName(world: World, address: Address): Promise<string | null> {
  return (await readPerson(world, address)).name
}
