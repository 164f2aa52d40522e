import { publicKeyCard } from '../crypto/fingerprint.ts'
import { pointerTo } from '../crypto/pointer.ts'
import { type Address, NO_POINTER } from '../domain/bytes.ts'
import { isHandedOver } from '../domain/custody.ts'
import { Failure } from '../domain/failure.ts'
import { rolesInForce } from '../domain/person.ts'
import type { Me, SessionState } from '../domain/session.ts'
import type { StoredVault } from '../ports/profiles.ts'
import { chargesOf, isKnownToOther } from './acting.ts'
import { readPerson } from './read-person.ts'
import { seconds, type World } from './world.ts'

/** What was known when this person was last in, for an opening without a network. */
export type Remembered = Pick<StoredVault, 'roles' | 'backedUp' | 'replaces'>

/** Where a person stands whose vault has just been opened. */
export async function standing(world: World, remembered: Remembered): Promise<SessionState> {
  const { spki } = await world.vault.self()
  const key = publicKeyCard(spki)
  try {
    const account = await world.ledger.account(world.me)
    const { roles } = account
    if (roles.length === 0) return { stage: 'unregistered', address: world.me }
    const isReplaced = account.publicKey === remembered.replaces
    if (account.publicKey === NO_POINTER || isReplaced) {
      const replaces = isReplaced && ((await isKnownToOther(world)) ? 'known' : 'lost')
      return { stage: 'needs-publish', address: world.me, roles, key, replaces }
    }
    if (account.publicKey !== pointerTo(spki)) return { stage: 'needs-restore', address: world.me, roles }
    if (await isKnownToOther(world)) return { stage: 'needs-new-key', address: world.me, roles }
    const active = rolesInForce(account, seconds(world)).length > 0
    return { stage: 'open', me: await meOf(world, { ...remembered, roles }, active) }
  } catch (error) {
    if (Failure.from(error).code !== 'E_CHAIN_UNREACHABLE') throw error
    const me = { address: world.me, name: null, specialties: [], picture: null, active: true, key }
    const { roles, backedUp } = remembered
    return { stage: 'open', me: { ...me, ...(await actingOf(world)), roles, backedUp } }
  }
}

async function meOf(world: World, { roles, backedUp }: Remembered, active: boolean): Promise<Me> {
  await world.index.sync()
  const { name, specialties, picture } = await readPerson(world, world.me)
  const { spki } = await world.vault.self()
  return {
    address: world.me,
    ...(await actingOf(world)),
    ...{ roles, name, specialties, picture, active, backedUp },
    key: publicKeyCard(spki),
  }
}

/** Who signs here, for whom else, and until when. */
async function actingOf(world: World): Promise<Pick<Me, 'signer' | 'actedForUntil' | 'hasOthers'>> {
  const { me, signer } = world
  const custody = signer === me ? null : await world.ledger.custody(me)
  const charges = await chargesOf(world, signer)
  return {
    signer,
    actedForUntil: custody === null || isHandedOver(custody) ? null : custody.until,
    hasOthers:
      charges.some(({ address }) => address !== me) || (signer !== me && (await isSomebody(world, signer))),
  }
}

const isSomebody = async (world: World, address: Address): Promise<boolean> =>
  (await world.ledger.account(address)).roles.length > 0
