import type { FailureCode } from './failure.ts'
import type { Payer } from './network.ts'
import { type NetworkReading, quantile } from './performance.ts'
import type { StoreSettings } from './store.ts'

/** How far a measurement may go, in acts a second. */
export const TOP_RATES = [4, 8, 16, 32, 64] as const
export type TopRate = (typeof TOP_RATES)[number]

/** How long each rate is kept up, and how long all of it may take. */
export const STEP_SECONDS = 10
export const MOST_MINUTES = 10

/** What a patient's own record takes at most: test/contracts/gas.json. */
export const RECORD_GAS = 60_000

/** A rate is too high once 95 of 100 acts take half as long again as at the lowest one, and so much longer that somebody notices. */
export const BENT_TIMES = 1.5
export const BENT_MILLISECONDS = 100

/** What one rate has shown. Times are milliseconds from handing an act over until it is in a block and read back. */
export type MeasuredStep = {
  /** Acts a second. */
  readonly asked: number
  readonly reached: number
  /** How many were to be sent at this rate, and how many of them were recorded. */
  readonly acts: number
  readonly done: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly transactions: number
}

export const MEASURE_ENDS = ['bent', 'top', 'time', 'stopped', 'failed'] as const
export type MeasureEnd = (typeof MEASURE_ENDS)[number]

/** What ran the app. Nothing in it names the computer or anybody. */
export type Machine = {
  readonly app: string
  /** Empty where the Chromium host runs the app. */
  readonly electron: string
  readonly chromium: string
  readonly node: string
  readonly system: string
  readonly processor: string
  readonly processors: number
  /** Bytes. */
  readonly memory: number
}

/** What was measured, as far as it bears on the figures. */
export type MeasuredNetwork = {
  readonly clinic: string
  readonly chainId: number
  readonly payer: Payer['kind']
  readonly stores: readonly StoreSettings['kind'][]
  readonly copies: number
  readonly reading: NetworkReading
}

export type Measurement = {
  /** When it began, Unix seconds. */
  readonly at: number
  readonly top: number
  readonly stepSeconds: number
  readonly steps: readonly MeasuredStep[]
  /** The highest rate before latency bends, or of all where it never does; null where none was kept up. */
  readonly knee: number | null
  readonly ended: MeasureEnd
  /** Why it failed; null where it did not. */
  readonly code: FailureCode | null
  /** Milliseconds for sealing and storing one record, which is not in the times above; null where none was. */
  readonly storing: { readonly p50: number; readonly p95: number; readonly bytes: number } | null
  /** How many of the stored pieces could not be removed again. */
  readonly left: number
  readonly network: MeasuredNetwork
  readonly machine: Machine
}

export type MeasureProgress = {
  readonly doing: 'preparing' | 'sending' | 'tidying'
  readonly rate: number
  readonly done: number
  readonly of: number
  /** Of the rates before. */
  readonly steps: readonly MeasuredStep[]
}

/** What a measurement that goes so far sends at most. */
export type MeasurePlan = {
  readonly top: TopRate
  readonly acts: number
  /** As long as nothing waits. */
  readonly seconds: number
  readonly gas: number
}

export type MeasureState = {
  /** People may be at work on this network: it is no demo clinic's. */
  readonly inUse: boolean
  readonly pays: Payer['kind']
  readonly plans: readonly MeasurePlan[]
  readonly progress: MeasureProgress | null
  /** The last one since the app was opened. */
  readonly last: Measurement | null
}

/** Each twice the one before. */
export function ratesUpTo(top: number): number[] {
  const rates: number[] = []
  for (let rate = 1; rate <= top; rate *= 2) rates.push(rate)
  return rates
}

export const planOf = (top: TopRate): MeasurePlan => {
  const rates = ratesUpTo(top)
  const acts = rates.reduce((sum, rate) => sum + rate * STEP_SECONDS, 0)
  return { top, acts, seconds: rates.length * STEP_SECONDS, gas: acts * RECORD_GAS }
}

/**
 * When to send each act, in milliseconds from the first moment: anywhere in a slot of its own. Acts at regular moments would
 * meet blocks that come at regular moments at the same distance each time, and show no more than that distance.
 * @param random from 0 to 1
 */
export const momentsOf = (acts: number, rate: number, random: () => number): number[] =>
  Array.from({ length: acts }, (_, place) => (1000 * (place + random())) / rate)

type Sent = {
  readonly asked: number
  readonly acts: number
  readonly failed: number
  /** Of those that were recorded: milliseconds, and the transaction that each came with. */
  readonly done: readonly { readonly milliseconds: number; readonly transaction: string }[]
  /** All of them together. */
  readonly milliseconds: number
}

/** @returns null where nothing was recorded at this rate */
export function stepOf({ asked, acts, failed, done, milliseconds }: Sent): MeasuredStep | null {
  if (done.length === 0) return null
  const sorted = done.map((each) => each.milliseconds).sort((a, b) => a - b)
  return {
    asked,
    acts,
    failed,
    done: done.length,
    reached: done.length / (milliseconds / 1000),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    transactions: new Set(done.map(({ transaction }) => transaction)).size,
  }
}

/** Whether a rate was kept up to its end. Only those are compared. */
export const isWhole = ({ acts, done }: Pick<MeasuredStep, 'acts' | 'done'>): boolean => acts === done

type Rate = Pick<MeasuredStep, 'asked' | 'p95'>

const bendOf = ([lowest, ...higher]: readonly Rate[]): Rate | undefined =>
  higher.find(({ p95 }) => p95 > BENT_TIMES * lowest!.p95 && p95 - lowest!.p95 > BENT_MILLISECONDS)

/** @param steps whole ones, from the lowest rate */
export const isBent = (steps: readonly Rate[]): boolean => bendOf(steps) !== undefined

/**
 * The highest rate before the first one at which latency bends: what is sent faster waits.
 * @param steps whole ones, from the lowest rate
 */
export function kneeOf(steps: readonly Rate[]): number | null {
  const bend = bendOf(steps)
  return steps.at(bend === undefined ? -1 : steps.indexOf(bend) - 1)?.asked ?? null
}
