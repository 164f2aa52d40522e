import { sealedToCodec } from '../crypto/blocks.ts'
import { type Address, NO_POINTER, type Pointer } from '../domain/bytes.ts'
import {
  CRITICAL_READERS,
  type CriticalFacts,
  type CriticalView,
  type OwnCriticalCard,
} from '../domain/critical-card.ts'
import { Failure } from '../domain/failure.ts'
import { rolesInForce } from '../domain/person.ts'
import type { Receipt } from '../ports/ledger.ts'
import { bring, bringWithBlock } from './bring-act.ts'
import { listDoctors } from './list-people.ts'
import { readKey } from './read-key.ts'
import { readPerson } from './read-person.ts'
import { seconds, type World } from './world.ts'

/** A patient's own card and who can read it; null while it is off, as it is until they write one. */
export async function readOwnCard(world: World): Promise<OwnCriticalCard | null> {
  await world.index.sync()
  const card = standingCard(world, world.me)
  if (card === null) return null
  const block = await world.blobs.getBlock(card.pointer).catch(() => null)
  const doctors = new Set(await activeDoctors(world))
  const sealedTo = block === null ? [] : sealedToCodec.decode(block).to.map(({ address }) => address)
  const readers = sealedTo.filter((address) => doctors.has(address)).length
  return {
    facts: block === null ? null : await world.vault.openCriticalCard(world.me, block),
    signedAt: card.signedAt,
    readers,
    missing: doctors.size - readers,
    gone: sealedTo.filter((address) => address !== world.me && !doctors.has(address)).length,
  }
}

/**
 * Writes the card, seals it to every doctor in force and turns it on. The one before is let go.
 * @throws Failure E_INPUT when it says nothing
 */
export async function setCriticalCard(world: World, facts: CriticalFacts): Promise<Receipt> {
  const { bloodGroup } = facts
  const [allergies, medication] = [facts.allergies.trim(), facts.medication.trim()]
  if (bloodGroup === null && allergies === '' && medication === '')
    throw new Failure('E_INPUT', { field: 'facts' })
  await world.index.sync()
  const before = standingCard(world, world.me)
  const { name, birthDate } = await readPerson(world, world.me)
  const card = { patient: world.me, name, birthDate, bloodGroup, allergies, medication }
  const doctors = (await activeDoctors(world)).slice(0, CRITICAL_READERS)
  const people = await Promise.all([world.me, ...doctors].map((address) => addressee(world, address)))
  const sealed = await world.vault.sealCriticalCard(
    card,
    people.filter((person) => person !== null),
  )
  const message = { patient: world.me, card: sealed.pointer }
  const receipt = await bringWithBlock(world, 'SetCriticalCard', message, sealed.block)
  await letGo(world, before)
  return receipt
}

/** The same card, sealed anew to those who are doctors now. @throws Failure E_CRITICAL_OFF, E_BLOCK_MISSING */
export async function renewCriticalCard(world: World): Promise<Receipt> {
  const { pointer } = requireCard(world, world.me)
  const card = await world.vault.openCriticalCard(world.me, await world.blobs.getBlock(pointer))
  return setCriticalCard(world, card)
}

/** Turns the card off, and lets go of it wherever this person keeps it. */
export async function removeCriticalCard(world: World): Promise<Receipt> {
  const before = standingCard(world, world.me)
  const receipt = await bring(world, 'SetCriticalCard', { patient: world.me, card: NO_POINTER })
  await letGo(world, before)
  return receipt
}

/**
 * A doctor looks at a patient's card. That they did stands on the chain before anything of it leaves this function, and
 * nothing is written down that could not be read.
 * @throws Failure E_CRITICAL_OFF, E_CRITICAL_BEFORE, E_BLOCK_MISSING, E_SUSPENDED
 */
export async function viewCriticalCard(world: World, patient: Address): Promise<CriticalView> {
  await world.index.sync()
  const { pointer, signedAt } = requireCard(world, patient)
  const block = await world.blobs.getBlock(pointer)
  const card = await world.vault.openCriticalCard(patient, block).catch((cause: unknown) => {
    if (Failure.from(cause).code !== 'E_NOT_ADDRESSED') throw cause
    throw new Failure('E_CRITICAL_BEFORE', { patient }, { cause })
  })
  await bring(world, 'ViewCriticalCard', { doctor: world.me, patient, card: pointer })
  return { ...card, signedAt }
}

type Standing = { readonly pointer: Pointer; readonly signedAt: number }

function standingCard(world: World, patient: Address): Standing | null {
  const newest = world.index.events({ kinds: ['critical-card-set'], patient }).at(-1)
  const pointer = (newest?.fields.card ?? NO_POINTER) as Pointer
  return newest === undefined || pointer === NO_POINTER ? null : { pointer, signedAt: newest.at }
}

/** @throws Failure E_CRITICAL_OFF */
function requireCard(world: World, patient: Address): Standing {
  const card = standingCard(world, patient)
  if (card === null) throw new Failure('E_CRITICAL_OFF', { patient })
  return card
}

/** Doctors whose role is in force and who have a key, without this person. */
async function activeDoctors(world: World): Promise<Address[]> {
  const doctors = (await listDoctors(world)).filter(({ hasKey, address }) => hasKey && address !== world.me)
  const accounts = await Promise.all(doctors.map(({ address }) => world.ledger.account(address)))
  return accounts
    .filter((account) => rolesInForce(account, seconds(world)).includes('doctor'))
    .map(({ address }) => address)
}

/** Null where a doctor's key can't be had now: the card is renewed for them later. */
async function addressee(world: World, address: Address) {
  const key = await readKey(world, address).catch(() => null)
  return key === null ? null : { address, spki: key.spki }
}

/** A store that does not answer keeps sealed bytes which nobody is led to any more; what was signed stands all the same. */
async function letGo(world: World, card: Standing | null): Promise<void> {
  if (card === null) return
  await world.blobs.unpin(card.pointer).catch(() => undefined)
  await world.blobs.collect()
}
