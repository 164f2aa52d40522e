import { type Kit, kitCodec } from '../crypto/blocks.ts'
import { readerAddress } from '../crypto/emergency-kit.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Address, Pointer } from '../domain/bytes.ts'
import type { PlanTerms } from '../domain/emergency.ts'
import { Failure } from '../domain/failure.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { readKey } from './read-key.ts'
import type { Outside, World } from './world.ts'

/** A plan as its patient's event tells it. */
export type SetPlan = PlanTerms & {
  readonly patient: Address
  readonly number: number
  readonly kit: Pointer
  readonly setAt: number
  readonly block: number
  readonly place: number
}

type Reads = Pick<Outside, 'ledger' | 'index' | 'blobs'>

const planOf = (event: ChainEvent): SetPlan => {
  const { kit, plan, folders, threshold, wait, duration, guardians } = event.fields as {
    kit: Pointer
    plan: number
    folders: number[]
    threshold: number
    wait: number
    duration: number
    guardians: Address[]
  }
  const { at: setAt, block, place } = event
  const terms = { folders, guardians, threshold, wait, duration }
  return { patient: event.patient!, number: plan, kit, setAt, block, place, ...terms }
}

/** Every plan that a patient has set, the newest first; those that ended one are left out. */
const plansOf = (world: Pick<Reads, 'index'>, patient: Address): SetPlan[] =>
  world.index
    .events({ kinds: ['emergency-plan-set'], patient })
    .map(planOf)
    .filter(({ threshold }) => threshold > 0)
    .toReversed()

/**
 * The plan that stands by the contract's own state, with the terms of its event; null when there is none.
 * @throws Failure E_STALE when this computer's copy of the events does not have it yet
 */
export async function standingPlan(
  world: Pick<Reads, 'ledger' | 'index'>,
  patient: Address,
): Promise<SetPlan | null> {
  const { version, threshold } = await world.ledger.emergencyPlan(patient)
  if (threshold === 0) return null
  const known = (): SetPlan | undefined => plansOf(world, patient).find(({ number }) => number === version)
  if (known() === undefined) await world.index.sync()
  const plan = known()
  if (plan === undefined) throw new Failure('E_STALE', { plan: version })
  return plan
}

/** @throws Failure E_PLAN_NONE */
export async function requirePlan(world: Reads, patient: Address): Promise<SetPlan> {
  const plan = await standingPlan(world, patient)
  if (plan === null) throw new Failure('E_PLAN_NONE', { patient })
  return plan
}

/** A plan's kit. @throws Failure E_BLOCK_MISSING, E_BLOCK_REPLACED when it is not this plan's */
export async function readKit(
  world: Pick<Reads, 'blobs'>,
  { patient, number, kit: pointer }: Pick<SetPlan, 'patient' | 'number' | 'kit'>,
): Promise<{ readonly kit: Kit; readonly block: Uint8Array }> {
  const block = await world.blobs.getBlock(pointer)
  const kit = kitCodec.decode(block)
  if (kit.patient !== patient || kit.plan !== number) throw new Failure('E_BLOCK_REPLACED', { what: 'kit' })
  return { kit, block }
}

/** The emergency access key of a plan, as somebody who stands in keyrings. */
async function readerOf(world: Pick<Reads, 'blobs'>, plan: SetPlan): Promise<Addressee> {
  const { kit } = await readKit(world, plan)
  return { address: readerAddress(kit.reader), spki: kit.reader }
}

/** The key by a name in a keyring, if it is that of a plan which this patient has set, now or before. */
export async function emergencyKey(
  world: Pick<Reads, 'index' | 'blobs'>,
  patient: Address,
  name: Address,
): Promise<Addressee | null> {
  for (const plan of plansOf(world, patient)) {
    const reader = await readerOf(world, plan)
    if (reader.address === name) return reader
  }
  return null
}

/**
 * The emergency access key that has its place in a folder: that of the plan which stands, until it has been handed to a
 * doctor and their right is over. From then on it is a key that somebody knows.
 */
export async function emergencyReader(
  world: Reads,
  patient: Address,
  folder: number,
): Promise<Addressee | null> {
  const plan = await standingPlan(world, patient)
  if (plan === null || !plan.folders.includes(folder)) return null
  return (await isSpent(world, plan)) ? null : readerOf(world, plan)
}

/** Whether the plan's key was handed to doctors, none of whom may use it any more. */
async function isSpent(world: Pick<Reads, 'ledger' | 'index'>, plan: SetPlan): Promise<boolean> {
  const opened = openedUnder(world, plan)
  const now = await world.ledger.now()
  for (const { actor } of opened) {
    if ((await world.ledger.emergencyRight(plan.patient, actor)).until > now) return false
  }
  return opened.length > 0
}

/** Emergencies that were opened by this plan. */
export function openedUnder(world: Pick<Reads, 'index'>, plan: SetPlan): ChainEvent[] {
  const requests = new Set(
    world.index
      .events({ kinds: ['emergency-requested'], patient: plan.patient })
      .filter(({ fields }) => fields.plan === plan.number)
      .map(({ fields }) => fields.request),
  )
  return world.index
    .events({ kinds: ['emergency-opened'], patient: plan.patient })
    .filter(({ fields }) => requests.has(fields.request))
}

/** Somebody who stands in a patient's keyring, with the key that is wrapped to: a person's, or a plan's. */
export async function recipientIn(world: World, patient: Address, name: Address): Promise<Addressee> {
  const person = name === patient || (await world.ledger.right(patient, name)).since > 0
  const emergency = person ? null : await emergencyKey(world, patient, name)
  return emergency ?? { address: name, spki: (await readKey(world, name)).spki }
}
