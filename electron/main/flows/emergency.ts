import type { Address, Pointer } from '../domain/bytes.ts'
import { REASON_LENGTH, type StatedReason, type Verdict, verdictNumber } from '../domain/emergency.ts'
import { Failure } from '../domain/failure.ts'
import type { Receipt } from '../ports/ledger.ts'
import type { HandedBlock } from '../ports/vault-emergency.ts'
import { bring, bringWithBlock } from './bring-act.ts'
import { readKit, requirePlan } from './emergency-plan.ts'
import { heldEmergency } from './held-emergency.ts'
import { readKey } from './read-key.ts'
import type { World } from './world.ts'

/**
 * A doctor asks for a patient's planned folders. The reason is sealed to patient, guardians and doctor: the chain shows
 * that somebody asked, not why.
 * @throws Failure E_INPUT, E_PLAN_NONE, E_EMERGENCY_LIMIT, E_SUSPENDED
 */
export async function requestEmergency(
  world: World,
  patient: Address,
  { reason, text }: StatedReason,
): Promise<Receipt> {
  if (reason === 'other' && text.trim().length < REASON_LENGTH.least)
    throw new Failure('E_INPUT', { field: 'text' })
  await world.index.sync()
  const plan = await requirePlan(world, patient)
  const people = [...new Set([world.me, patient, ...plan.guardians])]
  const sealed = await world.vault.sealReason(
    { v: 1, patient, doctor: world.me, reason, text: text.trim() },
    await Promise.all(
      people.map(async (address) => ({ address, spki: (await readKey(world, address)).spki })),
    ),
  )
  const message = { doctor: world.me, patient, reason: sealed.pointer }
  return bringWithBlock(world, 'RequestEmergency', message, sealed.block)
}

/** Says no to a request: the patient, or a guardian. */
export const vetoEmergency = (world: World, patient: Address, request: number): Promise<Receipt> =>
  bring(world, 'VetoEmergency', { by: world.me, patient, request })

/**
 * Opens what was approved and, for the doctor who asked, enters it. The doctor's app looks at the shares first: while the
 * request waits, another guardian can still make up for a false one.
 * @throws Failure E_EMERGENCY_EARLY, E_EMERGENCY_OVER, E_PLAN_CHANGED, E_SHARE_FALSE, E_SHARES_MISSING, E_BLOCK_*
 */
export async function openEmergency(world: World, patient: Address, request: number): Promise<Receipt> {
  const { doctor, approvals } = await world.ledger.emergencyRequest(patient, request)
  const { threshold } = await world.ledger.emergencyPlan(patient)
  // With fewer the contract's own reason is the better one.
  if (doctor === world.me && approvals >= threshold) await checkShares(world, patient, request)
  const receipt = await bring(world, 'OpenEmergency', { by: world.me, patient, request })
  if (doctor === world.me) await enterEmergency(world, patient, request)
  return receipt
}

/** Guardians whose shares are false, where the others are enough. @throws Failure E_SHARE_FALSE, E_SHARES_MISSING */
export async function checkShares(
  world: World,
  patient: Address,
  request: number,
): Promise<readonly Address[]> {
  const { kit, asked, handed } = await sharesOf(world, patient, request)
  return world.vault.checkHanded(kit, asked, handed)
}

/**
 * The doctor's app joins the shares that guardians have handed over and opens the kit. Safe to call again, after an unlock
 * for example.
 * @throws Failure E_EMERGENCY_OVER, E_SHARE_FALSE, E_SHARES_MISSING, E_BLOCK_*
 */
export async function enterEmergency(world: World, patient: Address, request: number): Promise<void> {
  const state = await world.ledger.emergencyRequest(patient, request)
  const right = await heldEmergency(world, patient)
  if (state.doctor !== world.me || right.since !== state.time || right.since === 0)
    throw new Failure('E_EMERGENCY_OVER', { request })
  const { kit, asked, handed } = await sharesOf(world, patient, request)
  await world.vault.enterEmergency(kit, asked, handed)
}

/** The kit of the plan that a request was made under, and what guardians have handed over. */
async function sharesOf(world: World, patient: Address, request: number) {
  await world.index.sync()
  const { plan: number } = await world.ledger.emergencyRequest(patient, request)
  const set = world.index
    .events({ kinds: ['emergency-plan-set'], patient })
    .find(({ fields }) => fields.plan === number)
  if (set === undefined) throw new Failure('E_STALE', { plan: number })
  const { block } = await readKit(world, { patient, number, kit: set.fields.kit as Pointer })
  const asked = { patient, plan: number, request, doctor: world.me }
  return { kit: block, asked, handed: await handedShares(world, patient, request) }
}

/** What no store answers for is left out: the others may be enough. */
async function handedShares(world: World, patient: Address, request: number): Promise<HandedBlock[]> {
  const approvals = world.index
    .events({ kinds: ['emergency-approved'], patient })
    .filter(({ fields }) => fields.request === request)
  const found = await Promise.all(
    approvals.map(async ({ actor, fields }) => {
      const block = await world.blobs.getBlock(fields.share as Pointer).catch(() => null)
      return block === null ? null : { by: actor, block }
    }),
  )
  return found.filter((share) => share !== null)
}

/** Ends what is open, or takes a request back. Patient or doctor. */
export async function closeEmergency(world: World, patient: Address, request: number): Promise<Receipt> {
  const receipt = await bring(world, 'CloseEmergency', { by: world.me, patient, request })
  await heldEmergency(world, patient)
  return receipt
}

/** What the patient thinks of it. Misuse that still goes on is ended first. */
export async function reviewEmergency(world: World, request: number, verdict: Verdict): Promise<Receipt> {
  const patient = world.me
  const { doctor, state } = await world.ledger.emergencyRequest(patient, request)
  const [right, now] = await Promise.all([world.ledger.emergencyRight(patient, doctor), world.ledger.now()])
  const goesOn = (state === 'open' || state === 'extended') && right.until > now
  if (verdict === 'misuse' && goesOn) await closeEmergency(world, patient, request)
  return bring(world, 'ReviewEmergency', { patient, request, verdict: verdictNumber(verdict) })
}
