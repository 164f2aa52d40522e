import type { Address, Pointer } from '../domain/bytes.ts'
import { DRILL_SECONDS, type DrillView } from '../domain/emergency.ts'
import { Failure, type FailureCode } from '../domain/failure.ts'
import type { ChainEvent, Receipt } from '../ports/ledger.ts'
import { bringWithBlock } from './bring-act.ts'
import { readKit, requirePlan, type SetPlan } from './emergency-plan.ts'
import { readKey } from './read-key.ts'
import { seconds, type World } from './world.ts'

/**
 * A patient asks their guardians to practise: a kit of its own, whose key stands in no keyring, is made and split as a plan's
 * is, and only then told on the chain.
 * @throws Failure E_PLAN_NONE, E_DOCTOR_WITHOUT_KEY
 */
export async function callDrill(world: World): Promise<Receipt> {
  const patient = world.me
  const plan = await requirePlan(world, patient)
  const guardians = await Promise.all(plan.guardians.map((guardian) => addressee(world, guardian)))
  const kit = await world.vault.makeDrill({ patient, plan: plan.number }, guardians, plan.threshold)
  return bringWithBlock(world, 'CallEmergencyDrill', { patient, kit: kit.pointer }, kit.block)
}

/**
 * A guardian answers a patient's drill. Whether they could help in an emergency is looked at first: their share of the
 * plan's own key must open here and be the true one.
 * @throws Failure E_PLAN_NONE, E_DRILL_OVER, E_SHARE_UNREADABLE
 */
export async function answerDrill(world: World, patient: Address): Promise<Receipt> {
  await world.index.sync()
  const plan = await requirePlan(world, patient)
  const drill = await runningDrill(world, plan)
  const kit = drill.fields.kit as Pointer
  const [own, practice, to] = await Promise.all([
    readKit(world, plan),
    readKit(world, { ...plan, kit }),
    addressee(world, patient),
  ])
  const share = await world.vault
    .answerDrill(own.block, practice.block, { patient, plan: plan.number }, to)
    .catch((cause: unknown) => {
      if (!UNREADABLE.has(Failure.from(cause).code)) throw cause
      throw new Failure('E_SHARE_UNREADABLE', { patient }, { cause })
    })
  const answer = { guardian: world.me, patient, kit, share: share.pointer }
  return bringWithBlock(world, 'AnswerEmergencyDrill', answer, share.block)
}

/** No key here opens the share, or what it opens to is not the share. */
const UNREADABLE: ReadonlySet<FailureCode> = new Set(['E_NOT_ADDRESSED', 'E_SHARE_FALSE'])

/** The newest drill of a plan. For its patient, what was handed over is joined and tried. */
export async function readDrill(world: World, plan: SetPlan): Promise<DrillView | null> {
  const drill = newestDrill(world, plan)
  if (drill === undefined) return null
  const answers = answersTo(world, plan, drill)
  const tried = plan.patient === world.me ? await tryAnswers(world, plan, drill, answers) : null
  return {
    calledAt: drill.at,
    endsAt: endOf(drill),
    running: await isRunning(world, drill),
    answers: answers.map(({ actor, at }) => ({ guardian: actor, at, good: tried?.good.get(actor) ?? null })),
    opened: tried?.opened ?? null,
  }
}

async function addressee(world: World, address: Address) {
  return { address, spki: (await readKey(world, address)).spki }
}

const newestDrill = (world: World, { patient, number }: SetPlan): ChainEvent | undefined =>
  world.index
    .events({ kinds: ['emergency-drill-called'], patient })
    .filter(({ fields }) => fields.plan === number)
    .at(-1)

const endOf = (drill: ChainEvent): number => drill.at + DRILL_SECONDS

const isRunning = async (world: World, drill: ChainEvent): Promise<boolean> =>
  Math.max(await world.ledger.now(), seconds(world)) < endOf(drill)

/** @throws Failure E_DRILL_OVER */
async function runningDrill(world: World, plan: SetPlan): Promise<ChainEvent> {
  const drill = newestDrill(world, plan)
  if (drill === undefined || !(await isRunning(world, drill))) throw new Failure('E_DRILL_OVER')
  return drill
}

/** The newest answer of each guardian. */
const answersTo = (world: World, { patient }: SetPlan, drill: ChainEvent): ChainEvent[] => [
  ...new Map(
    world.index
      .events({ kinds: ['emergency-drill-answered'], patient })
      .filter(({ fields }) => fields.kit === drill.fields.kit)
      .map((answer) => [answer.actor, answer]),
  ).values(),
]

/** What no store answers for is not counted, and nothing is said of it. */
async function tryAnswers(world: World, plan: SetPlan, drill: ChainEvent, answers: readonly ChainEvent[]) {
  const block = (pointer: unknown) => world.blobs.getBlock(pointer as Pointer).catch(() => null)
  const shares = await Promise.all(
    answers.map(async ({ actor, fields }) => ({ by: actor, block: await block(fields.share) })),
  )
  const handed = shares.flatMap(({ by, block }) => (block === null ? [] : [{ by, block }]))
  const kit = await block(drill.fields.kit)
  if (kit === null) return null
  const { patient, number } = plan
  const tried = await world.vault.tryDrill(kit, { patient, plan: number }, handed)
  return { good: new Map(handed.map(({ by }) => [by, tried.true.includes(by)])), opened: tried.opened }
}
