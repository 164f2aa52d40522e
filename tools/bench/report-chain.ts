import type { ClinicDay } from './clinic-day.ts'
import type { Scale } from './scale.ts'
import { number, table } from './table.ts'
import { type Throughput, WAYS_TO_CHAIN } from './throughput.ts'

/** What becomes dearer as a clinic grows, as a section of the report. */
export function scaleOf(scales: readonly Scale[]): string {
  const [smallest] = scales
  const rows = scales.map(({ patients, events, gas, opened, index }) => [
    `${number(patients)} patients, ${number(events)} events`,
    ...[gas.register, gas.add, gas.ask].map((value) => number(value)),
    number(opened, 2),
    number(opened / smallest!.opened, 2),
    number(index.first, 2),
    number(index.next * 1000),
    number(index.bytes / 2 ** 20, 1),
  ])
  return `## A chain that grows

What the very next act costs in gas, and how long the list of a patient with ten records takes, on one chain that gets ever more
people and events; then the local index, for somebody who comes anew and for somebody who was here yesterday. What an act costs and
one patient takes must stay flat; the index grows with the log, since a history is proven from every line.

${table(
  [
    ...['', 'register', 'add a record', 'ask for access', 'open, s', 'of the smallest'],
    ...['index anew, s', 'one event more, ms', 'index, MiB'],
  ],
  rows,
)}`
}

/** How much the chain takes, as a section of the report. */
export function throughputOf({ blockSeconds, loads, knees }: Throughput): string {
  const names = { direct: 'each in a transaction', relayed: 'through the clinic’s account' } as const
  const rows = WAYS_TO_CHAIN.flatMap((way) => {
    const own = loads.filter((load) => load.way === way)
    return own.map(({ asked, reached, p50, p95, acts, stalled, transactions }) => [
      `${names[way]}, ${number(asked)} a second`,
      number(reached, 1),
      number(reached / asked, 2),
      number(p50, 2),
      number(p95, 2),
      number(p95 / own[0]!.p95, 2),
      number(acts / transactions, 1),
      number(stalled),
    ])
  })
  return `## Throughput and latency

Records added at ever higher rates to a chain with a block every ${blockSeconds} s, each at its own moment whether or not those before it are
done; seconds from handing a signed act over until it is in a block and read back. Up to ${number(knees.direct)} acts a second directly, and ${number(knees.relayed)} through
the clinic's account, 95 of 100 take at most half longer than at the lowest rate; above that they wait. The account needs fewer
transactions (ADR 15), writes each act down first, and looks after it: that is its price.

An admin can measure a clinic's own network in the app (ADR 28).

Of acts that are not recorded after a minute the app says that the chain is stalled; they are counted in the last column alone, and
nothing faster is tried.

${table(['', 'reached', 'of asked', 'p50, s', 'p95, s', 'of the lowest', 'acts a transaction', 'stalled'], rows)}`
}

/** A day with its troubles, as a section of the report. */
export function dayOf({
  doctors,
  visits,
  documents,
  lasting,
  arrived,
  lost,
  troubles,
  queue,
}: ClinicDay): string {
  const during = (at: number): string =>
    troubles.find(({ from, to }) => from <= at && at <= Math.max(to, from + lasting / 20))?.what ?? ''
  return `## A clinic's day

${number(doctors)} doctors with ${number(visits)} visits and ${number(documents)} documents (8 kB to 1.5 MB) in ${number(lasting)} s, whatever happens meanwhile, each document through the app's own
jobs to the clinic's shared store and to the chain. Everything had arrived after ${number(arrived)} s, a ratio of ${number(arrived / lasting, 2)} to the visits alone; on another
computer, with nothing but that store, ${lost === 0 ? 'all of them open: none is lost' : `**${number(lost)} of them do not open**`}.

${table(
  ['', 'documents under way', ''],
  queue.map(({ at, waiting }) => [`${number(at)} s`, number(waiting), during(at)]),
)}`
}
