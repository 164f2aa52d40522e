import type { Address, Pointer } from '../domain/bytes.ts'
import {
  type EmergencyPhase,
  type EmergencyView,
  type GuardianView,
  type PlanView,
  REQUEST_SECONDS,
  type RequestState,
  type StatedReason,
  VERDICTS,
} from '../domain/emergency.ts'
import type { Folder } from '../domain/folder.ts'
import { rolesInForce } from '../domain/person.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import { readDrill } from './drill.ts'
import { openedUnder, type SetPlan, standingPlan } from './emergency-plan.ts'
import { openFolder } from './open-folder.ts'
import { readName } from './read-person.ts'
import { whoMayRead } from './who-may-read.ts'
import { seconds, type World } from './world.ts'

/** A patient's plan as it stands; null when there is none. */
export async function readPlan(world: World, patient: Address): Promise<PlanView | null> {
  await world.index.sync()
  const plan = await standingPlan(world, patient)
  if (plan === null) return null
  const people = await Promise.all(plan.guardians.map((address) => guardianView(world, patient, address)))
  const enough = people.filter(({ accepted, active }) => accepted && active).length >= plan.threshold
  const used = openedUnder(world, plan).length > 0
  const { folders, guardians, threshold, wait, duration, number, kit, setAt } = plan
  return {
    ...{ patient, number, kit, setAt, folders, guardians, threshold, wait, duration },
    patientName: await readName(world, patient),
    people,
    ready: enough && !used && (patient !== world.me || (await isInEveryFolder(world, plan))),
    used,
    drill: await readDrill(world, plan),
  }
}

async function guardianView(world: World, patient: Address, address: Address): Promise<GuardianView> {
  const [account, { accepted }, name] = await Promise.all([
    world.ledger.account(address),
    world.ledger.guardian(patient, address),
    readName(world, address),
  ])
  return { address, name, accepted, active: rolesInForce(account, seconds(world)).length > 0 }
}

async function isInEveryFolder(world: World, plan: SetPlan): Promise<boolean> {
  for (const folder of plan.folders) {
    const opened = await openFolder(world, plan.patient, folder)
    if (opened === null || (await whoMayRead(world, opened)).missing.length > 0) return false
  }
  return true
}

/** The plans that name this person as a guardian. */
export async function listGuarded(world: World): Promise<PlanView[]> {
  await world.index.sync()
  const patients = await guardedPatients(world)
  const plans = await Promise.all(patients.map((patient) => readPlan(world, patient)))
  return plans.filter((plan) => plan !== null)
}

async function guardedPatients(world: World): Promise<Address[]> {
  const newest = new Map(
    world.index.events({ kinds: ['emergency-plan-set'] }).map((event) => [event.patient!, event]),
  )
  return [...newest.values()]
    .filter(({ fields }) => (fields.guardians as Address[]).includes(world.me))
    .map(({ patient }) => patient!)
}

/** Requests that this person made, is to decide, was asked about, or, as an admin, that were reported; newest first. */
export async function listEmergencies(world: World): Promise<EmergencyView[]> {
  await world.index.sync()
  const guarded = new Set(await guardedPatients(world))
  const isAdmin = (await world.ledger.account(world.me)).roles.includes('admin')
  const reported = new Set(isAdmin ? reports(world) : [])
  const events = world.index
    .events({ kinds: ['emergency-requested'] })
    .filter(
      (event) =>
        event.actor === world.me ||
        event.patient === world.me ||
        guarded.has(event.patient!) ||
        reported.has(keyOf(event)),
    )
  return (await Promise.all(events.map((event) => viewOf(world, event)))).reverse()
}

const keyOf = ({ patient, fields }: ChainEvent): string => `${patient}/${fields.request}`

/** Requests that a patient has called misuse. */
const reports = (world: World): string[] =>
  world.index
    .events({ kinds: ['emergency-reviewed'] })
    .filter(({ fields }) => VERDICTS[(fields.verdict as number) - 1] === 'misuse')
    .map(keyOf)

async function viewOf(world: World, event: ChainEvent): Promise<EmergencyView> {
  const patient = event.patient!
  const doctor = event.actor
  const request = event.fields.request as number
  const [state, current, chain] = await Promise.all([
    world.ledger.emergencyRequest(patient, request),
    world.ledger.emergencyPlan(patient),
    world.ledger.now(),
  ])
  const now = Math.max(chain, seconds(world))
  const terms = planEvent(world, patient, state.plan)
  const of = (kind: ChainEvent['kind']): ChainEvent[] =>
    world.index.events({ kinds: [kind], patient }).filter(({ fields }) => fields.request === request)
  const opened = of('emergency-opened')[0]
  const until = (of('emergency-extended')[0] ?? opened)?.fields.until as number | undefined
  const closed = of('emergency-closed')[0]?.at
  const readyAt = event.at + Number(terms.wait)
  const verdict = of('emergency-reviewed')[0]?.fields.verdict as number | undefined
  const threshold = Number(terms.threshold)
  return {
    patient,
    patientName: await readName(world, patient),
    doctor,
    doctorName: await readName(world, doctor),
    request,
    phase: phaseOf(state, {
      ...{ now, askedAt: event.at, readyAt, until: until ?? 0, threshold },
      plan: current.threshold === 0 ? 0 : current.version,
    }),
    extended: state.state === 'extended',
    askedAt: event.at,
    readyAt,
    expiresAt: event.at + REQUEST_SECONDS,
    openedAt: opened?.at ?? null,
    until: closed ?? until ?? null,
    folders: terms.folders as Folder[],
    threshold,
    approvedBy: of('emergency-approved').map(({ actor }) => actor),
    vetoedBy: of('emergency-vetoed')[0]?.actor ?? null,
    stated: await statedReason(world, patient, doctor, event.fields.reason as Pointer),
    verdict: verdict === undefined ? null : (VERDICTS[verdict - 1] ?? null),
    viewed: opened === undefined ? [] : viewedIn(world, patient, doctor, opened.at, closed ?? until ?? now),
  }
}

const planEvent = (world: World, patient: Address, plan: number): ChainEvent['fields'] =>
  world.index.events({ kinds: ['emergency-plan-set'], patient }).find(({ fields }) => fields.plan === plan)
    ?.fields ?? {}

type Clock = {
  readonly now: number
  readonly askedAt: number
  readonly readyAt: number
  readonly until: number
  readonly threshold: number
  /** The plan that stands; zero for none. */
  readonly plan: number
}

function phaseOf({ state, plan, approvals }: RequestState, clock: Clock): EmergencyPhase {
  switch (state) {
    case 'open':
    case 'extended':
      return clock.now < clock.until ? 'open' : 'over'
    case 'vetoed':
      return 'vetoed'
    case 'closed':
      return 'closed'
    default:
      if (clock.now >= clock.askedAt + REQUEST_SECONDS) return 'expired'
      if (plan !== clock.plan) return 'void'
      return approvals >= clock.threshold && clock.now >= clock.readyAt ? 'ready' : 'waiting'
  }
}

async function statedReason(
  world: World,
  patient: Address,
  doctor: Address,
  pointer: Pointer,
): Promise<StatedReason | null> {
  try {
    const { reason, text } = await world.vault.openReason(
      patient,
      doctor,
      await world.blobs.getBlock(pointer),
    )
    return { reason, text }
  } catch {
    return null
  }
}

const viewedIn = (world: World, patient: Address, doctor: Address, from: number, to: number): number[] => [
  ...new Set(
    world.index
      .events({ kinds: ['record-viewed'], patient, actor: doctor })
      .filter(({ fields }) => (fields.time as number) >= from && (fields.time as number) < to)
      .map(({ fields }) => fields.record as number),
  ),
]
