import { csvOf } from './csv.ts'
import type { FailureCode } from './failure.ts'

/** What people do here, as far as it is timed. */
export const TIMED_ACTS = [
  'add',
  'view',
  'give',
  'remove',
  'rekey',
  'move',
  'recover',
  'anew',
  'log',
] as const
export type TimedAct = (typeof TIMED_ACTS)[number]

/** What an act's time goes into. Waiting for a person is none of them. */
export const ACT_PARTS = ['preparing', 'sealing', 'reading', 'uploading', 'recording', 'rekeying'] as const
export type ActPart = (typeof ACT_PARTS)[number]

/** One act of the app. It names nobody and nothing: no person, no record, no address. */
export type Timing = {
  readonly act: TimedAct
  /** Unix seconds, to the minute: the second would lead to its line in the log. */
  readonly at: number
  readonly milliseconds: number
  readonly parts: Readonly<Partial<Record<ActPart, number>>>
  /** To two places: the whole number would name a document. */
  readonly bytes: number | null
  /** What its acts on the chain used, to two places for the same reason; null where it brought none. */
  readonly gas: number | null
  /** Why it failed; null where it did not. */
  readonly code: FailureCode | null
}

/** A person's own no is no failure of the app. */
const SAID_NO: ReadonlySet<string> = new Set([
  'E_CANCELLED',
  'E_CONFIRM_DECLINED',
  'E_WALLET_REJECTED',
  'E_LOCKED',
])
export const saidNo = ({ code }: Pick<Timing, 'code'>): boolean => code !== null && SAID_NO.has(code)

/** How long acts are kept, in seconds. */
export const KEPT_SECONDS = 90 * 86_400

/** How far back screens look: an hour, 24 hours, 90 days. */
export const SPANS = ['hour', 'day', 'quarter'] as const
export type SpanName = (typeof SPANS)[number]

/** From when to when, and in which steps, Unix seconds. */
export type Span = { readonly from: number; readonly step: number; readonly steps: number }

export type Quantiles = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
}

export type ActSummary = {
  readonly act: TimedAct
  readonly done: number
  readonly failed: number
  /** How long those took that were done; null where none was. */
  readonly times: Quantiles | null
  /** Half of them took at most so long for this part. */
  readonly parts: Readonly<Partial<Record<ActPart, number>>>
  readonly bytes: number
  /** Half of those that brought acts to the chain used at most so much there; null where none did. */
  readonly gas: number | null
}

/** How long something takes that has been done here. */
export type ActTimes = Pick<ActSummary, 'act' | 'done'> & { readonly times: Quantiles }

export type Step = {
  /** When it begins, Unix seconds. */
  readonly at: number
  readonly done: number
  readonly failed: number
  readonly times: Quantiles | null
}

/** How many took longer than the bucket before this one ends, and at most as long, in milliseconds; null is without an end. */
export type Bucket = { readonly upTo: number | null; readonly count: number }

/** Where buckets end, in milliseconds: from what a person does not notice to what they give up on. */
export const BUCKETS = [100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000] as const

export type Performance = {
  readonly span: Span
  readonly acts: readonly ActSummary[]
  /** One act's, step by step. */
  readonly of: TimedAct
  readonly steps: readonly Step[]
  /** How its times are spread. */
  readonly spread: readonly Bucket[]
  readonly failures: readonly { readonly act: TimedAct; readonly code: FailureCode; readonly count: number }[]
}

/** Which port figures are read at; a failure where the one that is wanted can't be opened. */
export type FiguresPort = { readonly open: number | null; readonly failure: FailureCode | null }

/** How a network agrees on its blocks. `bft` is IBFT or QBFT: blocks say that it is one of them, the node does not say which. */
export const CONSENSUS = [
  'development',
  'proof-of-work',
  'clique',
  'ibft',
  'qbft',
  'bft',
  'proof-of-stake',
  'unknown',
] as const
export type Consensus = (typeof CONSENSUS)[number]

/** What a node tells of its network. Whatever it does not tell is null; nothing is filled in. */
export type NetworkReading = {
  readonly client: string | null
  readonly consensus: Consensus
  readonly validators: number | null
  readonly block: number
  /** Unix seconds. */
  readonly blockAt: number
  /** How many blocks the figures below are of. */
  readonly blocks: number
  /** Seconds between two blocks; null where there is only one. */
  readonly blockTime: { readonly mean: number; readonly spread: number; readonly longest: number } | null
  readonly transactionsPerSecond: number | null
  readonly gasPerSecond: number | null
  /** From 0 to 1. */
  readonly gasUse: number | null
  /** Of the newest block, in the chain's smallest unit. */
  readonly baseFee: string | null
  readonly difficulty: number | null
  readonly pending: number | null
  /** How many blocks the newest one is ahead of the one that counts as final, or as safe. */
  readonly finalLag: number | null
  readonly safeLag: number | null
  readonly peers: number | null
  /** How many blocks another took the place of since this computer began to look. */
  readonly replaced: number
}

/** The value that a share of all are not above: the smallest such one (nearest rank). @param sorted upwards, not empty */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!

const up = (a: number, b: number): number => a - b
const half = (values: readonly number[]): number | null =>
  values.length === 0 ? null : quantile(values.toSorted(up), 0.5)

function quantilesOf(timings: readonly Timing[]): Quantiles | null {
  if (timings.length === 0) return null
  const sorted = timings.map(({ milliseconds }) => milliseconds).sort(up)
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
    longest: sorted.at(-1)!,
  }
}

/** @param chosen whose steps are asked for; else the act that there are most of */
export function summarise(timings: readonly Timing[], span: Span, chosen: TimedAct | null): Performance {
  const acts = TIMED_ACTS.flatMap((act) => {
    const own = timings.filter((timing) => timing.act === act)
    return own.length === 0 ? [] : [summaryOf(act, own)]
  })
  const most = acts.reduce<ActSummary | null>((a, b) => (a === null || b.done > a.done ? b : a), null)
  const of = chosen ?? most?.act ?? 'add'
  const steps = Array.from({ length: span.steps }, (_, index) => {
    const at = span.from + index * span.step
    const own = timings.filter((timing) => timing.act === of && timing.at >= at && timing.at < at + span.step)
    const { done, failed, times } = summaryOf(of, own)
    return { at, done, failed, times }
  })
  const spread = spreadOf(timings.filter(({ act, code }) => act === of && code === null))
  return { span, acts, of, steps, spread, failures: failuresOf(timings) }
}

function spreadOf(done: readonly Timing[]): readonly Bucket[] {
  return [...BUCKETS, null].map((upTo, place) => {
    const from = BUCKETS[place - 1] ?? Number.NEGATIVE_INFINITY
    const own = done.filter(({ milliseconds: took }) => took > from && (upTo === null || took <= upTo))
    return { upTo, count: own.length }
  })
}

function summaryOf(act: TimedAct, own: readonly Timing[]): ActSummary {
  const done = own.filter(({ code }) => code === null)
  const parts = ACT_PARTS.flatMap((part) => {
    const time = half(done.flatMap((timing) => timing.parts[part] ?? []))
    return time === null ? [] : [[part, time] as const]
  })
  return {
    act,
    done: done.length,
    failed: own.filter((timing) => timing.code !== null && !saidNo(timing)).length,
    times: quantilesOf(done),
    parts: Object.fromEntries(parts),
    bytes: done.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    gas: half(done.flatMap(({ gas }) => gas ?? [])),
  }
}

function failuresOf(timings: readonly Timing[]): Performance['failures'] {
  const counts = new Map<string, Performance['failures'][number]>()
  for (const timing of timings) {
    const { act, code } = timing
    if (code === null || saidNo(timing)) continue
    const key = `${act} ${code}`
    counts.set(key, { act, code, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

const COLUMNS = ['minute', 'act', 'code', 'milliseconds', 'bytes', 'gas', ...ACT_PARTS] as const

/** Every act on a line of its own. */
export const timingsCsv = (timings: readonly Timing[]): Uint8Array =>
  csvOf([
    COLUMNS,
    ...timings.map(({ act, at, milliseconds, parts, bytes, gas, code }) => [
      new Date(at * 1000).toISOString(),
      act,
      code,
      milliseconds,
      bytes,
      gas,
      ...ACT_PARTS.map((part) => parts[part] ?? null),
    ]),
  ])
