import { ACT_PARTS, BUCKETS, saidNo, TIMED_ACTS, type TimedAct, type Timing } from './performance.ts'

/** What the page below is served as. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

type Labels = Readonly<Record<string, string>>
type Sample = readonly [suffix: string, labels: Labels, value: number]

/**
 * Timings as a page that Prometheus reads: acts that were done as a histogram, the parts of their time, their bytes and
 * gas, and what failed. Counters count from the first timing given, so that whoever serves this begins with its own start.
 *
 * Prometheus, "Exposition formats", text-based format 0.0.4. Names nobody, like the timings.
 */
export function expositionOf(timings: readonly Timing[]): string {
  const done = TIMED_ACTS.map((act) => ({ act, own: timings.filter(isDone(act)) }))
  return [
    family(
      'act_duration_seconds',
      'histogram',
      'Time that an act took, without waiting for a person.',
      done.flatMap(({ act, own }) => histogram(act, own)),
    ),
    family(
      'act_part_seconds_total',
      'counter',
      'What the time of acts that were done went into.',
      done.flatMap(({ act, own }) =>
        ACT_PARTS.flatMap((part): Sample[] => {
          const times = own.flatMap(({ parts }) => parts[part] ?? [])
          return times.length === 0 ? [] : [['', { act, part }, seconds(sum(times))]]
        }),
      ),
    ),
    family(
      'act_bytes_total',
      'counter',
      'Bytes of the documents in acts that were done, each to two places.',
      done.map(({ act, own }): Sample => ['', { act }, sum(own.map(({ bytes }) => bytes ?? 0))]),
    ),
    family(
      'act_gas_total',
      'counter',
      'What acts that were done used on the chain, each to two places.',
      done.map(({ act, own }): Sample => ['', { act }, sum(own.map(({ gas }) => gas ?? 0))]),
    ),
    family('act_failures_total', 'counter', 'Acts that failed, by reason.', failures(timings)),
  ].join('')
}

const isDone =
  (act: TimedAct) =>
  (timing: Timing): boolean =>
    timing.act === act && timing.code === null

function histogram(act: TimedAct, own: readonly Timing[]): Sample[] {
  const times = own.map(({ milliseconds }) => seconds(milliseconds))
  return [
    ...BUCKETS.map((upTo): Sample => {
      const le = seconds(upTo)
      return ['_bucket', { act, le: String(le) }, times.filter((time) => time <= le).length]
    }),
    ['_bucket', { act, le: '+Inf' }, times.length],
    ['_sum', { act }, sum(times)],
    ['_count', { act }, times.length],
  ]
}

function failures(timings: readonly Timing[]): Sample[] {
  const counts = new Map<string, Sample>()
  for (const timing of timings) {
    const { act, code } = timing
    if (code === null || saidNo(timing)) continue
    const key = `${act} ${code}`
    counts.set(key, ['', { act, code }, (counts.get(key)?.[2] ?? 0) + 1])
  }
  return [...counts.values()]
}

function family(
  name: string,
  type: 'counter' | 'histogram',
  help: string,
  samples: readonly Sample[],
): string {
  const full = `medical_chain_${name}`
  const lines = samples.map(([suffix, labels, value]) => {
    // Acts, parts and codes are words of ours: nothing in them asks for escaping.
    const told = Object.entries(labels).map(([label, text]) => `${label}="${text}"`)
    return `${full}${suffix}{${told.join()}} ${value}\n`
  })
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const seconds = (milliseconds: number): number => milliseconds / 1000
