import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const REPORT = join(import.meta.dirname, '../../test/contracts/gas.json')

/** Acts as the committed report names them, and the protocol's figure for each. */
const TARGETS: Readonly<Record<string, number>> = {
  'register a person': 70_000,
  'publish a key': 60_000,
  'add a record': 58_000,
  'add a record, relayed': 68_000,
  'give access': 75_000,
  'give access, a further folder': 8_000,
  'remove access': 42_000,
  're-key a folder for the first time': 78_000,
  're-key a folder': 60_000,
  're-key, a further folder for the first time': 29_000,
  're-key, a further folder': 12_000,
  'log 50 views of 10 patients': 290_000,
}

/** What the same act costs elsewhere, as far as it is published; the seed is the report that this project began with. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'register a person': 'seed 396,000',
  'publish a key': 'seed 1,634,000',
  'add a record': 'seed 755,000; best open peer 119,500',
  'give access': 'seed 437,000; best peer with keys 143,000',
  'remove access': 'seed 1,470,000 at 10 records; peers 27,000 to 70,000, without new keys',
  're-key a folder': 'seed impossible above about 126 records; no peer',
}

/** What a patient and those around them do in a year, each brought by the clinic. */
const YEAR: readonly (readonly [times: number, act: string])[] = [
  [1, 'register a person, relayed'],
  [1, 'join as a patient with two folders'],
  [5, 'give access'],
  [20, 'add a record, relayed'],
  [2, 'remove access, relayed'],
  [2, 're-key a folder, relayed'],
  [1, 'log 50 views of 10 patients'],
]

/** The same act, alone and beside others in a transaction. */
const SHARING: readonly (readonly [act: string, alone: string])[] = [
  ['add a record, each of 2 of one patient', 'add a record, relayed'],
  ['add a record, each of 20 of one patient', 'add a record, relayed'],
  ['add a record, each of 10 of as many patients', 'add a record, relayed'],
]

type Measured = { readonly act: string; readonly measured: number }
export type Gas = {
  readonly acts: readonly (Measured & { readonly target: number; readonly elsewhere: string })[]
  readonly year: readonly (Measured & { readonly times: number })[]
  readonly sharing: readonly (Measured & { readonly alone: number })[]
}

/** What the contract's tests measured last; they hold it to 3 %. @throws Error when an act has another name now */
export function readGas(): Gas {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Record<string, number>
  function gasOf(act: string): number {
    const measured = report[act]
    if (measured === undefined) throw new Error(`${REPORT} has no "${act}"`)
    return measured
  }
  return {
    acts: Object.entries(TARGETS).map(([act, target]) => ({
      act,
      measured: gasOf(act),
      target,
      elsewhere: ELSEWHERE[act] ?? '',
    })),
    year: YEAR.map(([times, act]) => ({ act, times, measured: gasOf(act) })),
    sharing: SHARING.map(([act, alone]) => ({ act, measured: gasOf(act), alone: gasOf(alone) })),
  }
}
