import type { Gas } from './gas.ts'
import { number, table } from './table.ts'

/** What each act costs, beside others and beside the protocol, as a section of the report. */
export function gasOf({ acts, sharing, year }: Gas): string {
  return `## Gas an act

As the contract's tests measured it (\`test/contracts/gas.json\`), beside the protocol's figure and what is known of other
systems; docs/adr/0005 explains those that are over the protocol's.

${table(
  ['act', 'gas', 'protocol', 'ratio', 'elsewhere'],
  acts.map(({ act, measured, target, elsewhere }) => [
    act,
    number(measured),
    number(target),
    number(measured / target, 2),
    elsewhere,
  ]),
)}

${yearOf(year)}

Several acts in one transaction (docs/adr/0015) share what a transaction costs:

${table(
  ['act', 'gas', 'alone', 'ratio'],
  sharing.map(({ act, measured, alone }) => [
    act,
    number(measured),
    number(alone),
    number(measured / alone, 2),
  ]),
)}`
}

/** A patient's first year, act by act, and all of it. */
function yearOf(year: Gas['year']): string {
  const all = year.reduce((sum, { times, measured }) => sum + times * measured, 0)
  return `A patient's first year, each act alone; \`docs/scaling.md\` goes on from there:

${table(
  ['act', 'times', 'gas'],
  [
    ...year.map(({ act, times, measured }) => [act, number(times), number(times * measured)]),
    ['all of it', '', number(all)],
  ],
)}`
}
