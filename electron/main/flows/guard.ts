import type { Address } from '../domain/bytes.ts'
import type { Receipt } from '../ports/ledger.ts'
import { bring, bringWithBlock } from './bring-act.ts'
import { readKit, requirePlan } from './emergency-plan.ts'
import { readKey } from './read-key.ts'
import { readName } from './read-person.ts'
import type { World } from './world.ts'

/**
 * Agrees to be a guardian. The share is looked at first: a false one would only be found out in the emergency.
 * @throws Failure E_PLAN_NONE, E_NOT_ADDRESSED, E_SHARE_FALSE
 */
export async function acceptGuardian(world: World, patient: Address): Promise<Receipt> {
  const plan = await requirePlan(world, patient)
  const { block } = await readKit(world, plan)
  await world.vault.checkShare(block, { patient, plan: plan.number })
  return bring(world, 'AcceptGuardian', { guardian: world.me, patient, plan: plan.number })
}

/** Is a guardian no longer, or says no to being one. */
export const resignGuardian = (world: World, patient: Address): Promise<Receipt> =>
  bring(world, 'ResignGuardian', { guardian: world.me, patient })

/**
 * Approves a request: asks in main's own window, hands this guardian's share to the doctor's present key, and brings its
 * pointer to the chain.
 * @throws Failure E_PLAN_NONE, E_SHARE_FALSE, E_DOCTOR_WITHOUT_KEY, E_CONFIRM_DECLINED, E_EMERGENCY_OVER, E_PLAN_CHANGED
 */
export async function approveEmergency(world: World, patient: Address, request: number): Promise<Receipt> {
  const plan = await requirePlan(world, patient)
  const { doctor } = await world.ledger.emergencyRequest(patient, request)
  const [key, { block }] = await Promise.all([readKey(world, doctor), readKit(world, plan)])
  const handed = await world.vault.handShare(
    block,
    { patient, plan: plan.number, request, doctor },
    { address: doctor, spki: key.spki },
  )
  await world.confirm.ask({
    act: 'approve',
    name: (await readName(world, doctor)) ?? '',
    address: doctor,
    words: key.words,
    facts: { patient: (await readName(world, patient)) ?? patient },
  })
  const message = { guardian: world.me, patient, request, share: handed.pointer }
  return bringWithBlock(world, 'ApproveEmergency', message, handed.block)
}

/** Lets what is open last once more as long. */
export const extendEmergency = (world: World, patient: Address, request: number): Promise<Receipt> =>
  bring(world, 'ExtendEmergency', { guardian: world.me, patient, request })
