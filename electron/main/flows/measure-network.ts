import { Failure } from '../domain/failure.ts'
import {
  isBent,
  isWhole,
  kneeOf,
  type MeasuredNetwork,
  type MeasuredStep,
  type MeasureEnd,
  type Measurement,
  type MeasureProgress,
  MOST_MINUTES,
  momentsOf,
  ratesUpTo,
  STEP_SECONDS,
  stepOf,
} from '../domain/measurement.ts'
import { quantile } from '../domain/performance.ts'
import type { SignedAct } from './bring-act.ts'
import { isAdmin } from './read-log.ts'
import { RECORD_BYTES, registerSynthetic, type SyntheticPatient } from './synthetic-patient.ts'
import { seconds, type World } from './world.ts'

export type Load = {
  /** Acts a second, at most. */
  readonly top: number
  /** How long each rate is kept up, and how long all of it may take, in seconds. */
  readonly stepSeconds?: number
  readonly within?: number
  /** Where in its slot each act is sent, from 0 to 1. */
  readonly random?: () => number
  /** Calls it off. What is under way is waited for. */
  readonly signal: AbortSignal
  readonly tell: (progress: MeasureProgress) => void
}

/** What was looked up before the load begins. */
type Surroundings = Pick<Measurement, 'machine'> & Pick<MeasuredNetwork, 'payer' | 'reading'>

type Run = Required<Load> & { readonly patient: SyntheticPatient; readonly steps: MeasuredStep[] }

/**
 * Who signs the acts of a measurement. Nothing is sent where it may not be measured.
 * @param confirmed whether the admin knows that the network is in use
 * @throws Failure E_NOT_ALLOWED, E_LOAD_UNCONFIRMED, E_LOAD_PROMPTS, and as `registerSynthetic`
 */
export async function openMeasurement(world: World, confirmed: boolean): Promise<SyntheticPatient> {
  if (!(await isAdmin(world))) throw new Failure('E_NOT_ALLOWED')
  if (world.network.demo === null && !confirmed) throw new Failure('E_LOAD_UNCONFIRMED')
  if ((await world.ledger.payer()) === 'wallet') throw new Failure('E_LOAD_PROMPTS')
  return registerSynthetic(world)
}

/**
 * Adds records at ever higher rates, whatever the chain keeps up with, until latency bends. The way to the chain is the one
 * of every act, so what is measured is what this clinic has set up. Whatever ends it, what was measured until then is kept.
 */
export async function measureNetwork(
  world: World,
  patient: SyntheticPatient,
  load: Load,
  { machine, payer, reading }: Surroundings,
): Promise<Measurement> {
  const { top, stepSeconds = STEP_SECONDS, within = 60 * MOST_MINUTES, random = Math.random } = load
  const at = seconds(world)
  const late = AbortSignal.timeout(1000 * within)
  const steps: MeasuredStep[] = []
  const signal = AbortSignal.any([load.signal, late])
  const end = await rise(world, { ...load, stepSeconds, within, random, signal, patient, steps })
  const rate = steps.at(-1)?.asked ?? 1
  load.tell({ doing: 'tidying', rate, done: 0, of: 1, steps })
  const left = await patient.tidy()
  const { name: clinic, chainId, stores, copies } = world.network
  return {
    ...{ at, top, stepSeconds, steps, left },
    knee: kneeOf(steps.filter(isWhole)),
    ended: end.why === 'stopped' && !load.signal.aborted ? 'time' : end.why,
    code: end.failure?.code ?? null,
    storing: storingOf(patient.storing),
    network: {
      ...{ clinic, chainId, payer, copies },
      stores: stores.map(({ kind }) => kind),
      reading,
    },
    machine,
  }
}

type End = { readonly why: MeasureEnd; readonly failure?: Failure }

async function rise(world: World, run: Run): Promise<End> {
  try {
    for (const rate of ratesUpTo(run.top)) {
      const acts = await prepare(run, rate)
      if (acts === null) return { why: 'stopped' }
      const { step, failure } = await send(world, run, rate, acts)
      if (step !== null) run.steps.push(step)
      if (failure !== null) return { why: 'failed', failure }
      if (run.signal.aborted) return { why: 'stopped' }
      if (isBent(run.steps)) return { why: 'bent' }
    }
    return { why: 'top' }
  } catch (error) {
    // Keys that were locked meanwhile are why it was called off.
    if (run.signal.aborted) return { why: 'stopped' }
    return { why: 'failed', failure: Failure.from(error) }
  }
}

/** Everything of one rate but its way to the chain. @returns null when it is called off */
async function prepare({ patient, stepSeconds, steps, signal, tell }: Run, rate: number) {
  const acts: SignedAct[] = []
  const of = rate * stepSeconds
  while (acts.length < of) {
    if (signal.aborted) return null
    acts.push(await patient.prepare())
    tell({ doing: 'preparing', rate, done: acts.length, of, steps: [...steps] })
  }
  return acts
}

/** Each act at its own moment, however many are still under way; none after one that fails. */
async function send(
  world: World,
  { steps, signal, random, tell }: Run,
  rate: number,
  acts: readonly SignedAct[],
) {
  const began = performance.now()
  const over = new AbortController()
  const done: { milliseconds: number; transaction: string }[] = []
  const failures: Failure[] = []
  const progress = (): void =>
    tell({ doing: 'sending', rate, done: done.length, of: acts.length, steps: [...steps] })
  const until = AbortSignal.any([signal, over.signal])
  const bringOne = async ({ act, signature }: SignedAct): Promise<void> => {
    const handed = performance.now()
    try {
      const { transaction } = await world.ledger.carry(act, signature)
      done.push({ milliseconds: performance.now() - handed, transaction })
      progress()
    } catch (error) {
      failures.push(Failure.from(error))
      over.abort()
    }
  }
  const underWay: Promise<void>[] = []
  progress()
  for (const [place, moment] of momentsOf(acts.length, rate, random).entries()) {
    if (!(await isTime(began + moment, until))) break
    underWay.push(bringOne(acts[place]!))
  }
  await Promise.all(underWay)
  const milliseconds = performance.now() - began
  const sent = { asked: rate, acts: acts.length, failed: failures.length, done, milliseconds }
  return { step: stepOf(sent), failure: failures[0] ?? null }
}

/** Waits for a moment. @returns false when it is called off before */
function isTime(moment: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false)
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', settle)
      resolve(!signal.aborted)
    }
    const timer = setTimeout(settle, Math.max(0, moment - performance.now()))
    signal.addEventListener('abort', settle)
  })
}

function storingOf(times: readonly number[]): Measurement['storing'] {
  if (times.length === 0) return null
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), bytes: RECORD_BYTES }
}
