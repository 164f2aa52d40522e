import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Classifying } from './classifier.ts'
import type { ClinicDay } from './clinic-day.ts'
import type { EmergencyTimes } from './emergency.ts'
import type { Gas } from './gas.ts'
import type { Listing } from './listing.ts'
import type { PhoneTimes } from './phone.ts'
import type { Queue } from './queue.ts'
import type { Removal } from './removal.ts'
import { dayOf, scaleOf, throughputOf } from './report-chain.ts'
import { effortsOf } from './report-efforts.ts'
import { gasOf } from './report-gas.ts'
import { startOf } from './report-start.ts'
import type { Scale } from './scale.ts'
import type { Rate, Sealing } from './sealing.ts'
import type { StartUp } from './start-up.ts'
import { type Stores, WAYS } from './stores.ts'
import { number, table } from './table.ts'
import type { Throughput } from './throughput.ts'

export type Results = {
  readonly full: boolean
  readonly sealing: Sealing
  readonly removal: Removal
  readonly listing: readonly Listing[]
  /** Of other people's, on the chain of `listing`. */
  readonly events: number
  readonly queue: Queue
  readonly throughput: Throughput
  readonly scale: readonly Scale[]
  readonly day: ClinicDay
  readonly stores: Stores
  readonly phone: PhoneTimes
  readonly emergency: EmergencyTimes
  readonly classifying: Classifying
  readonly startUp: StartUp
  readonly gas: Gas
}

const costs = ({ transactions, gas }: Queue['single']): string[] => [number(transactions), number(gas)]

/** The report as Markdown. It says what was measured, with what it was compared, and what was not measured. */
export function reportOf(results: Results): string {
  const { sealing, startUp } = results
  return `# Benchmarks

${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${number(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}. Node ${process.versions.node} with OpenSSL ${process.versions.openssl}.
References: ${sealing.versions.join('; ')}.
Made by \`npm run bench${results.full ? ' -- --full' : ''}\`; load average at the end ${number(loadavg()[1]!, 1)}: on a busy machine all of this is
slower than it need be, and single figures scatter.

## Sealing and opening ${number(sealing.megabytes)} MB

The app's own path: file, thread of keys, digest, padding, sealing, spool; then spool, thread, opening, digest. Median of
three rounds, each interleaved with the references.

${sealingTable(sealing)}

\`openssl speed\` is one algorithm on one block in the cache, without any file: a ceiling, not a competitor. The like for
like is \`age\`, which encrypts the same file to another file, without a digest of the plaintext.

Memory: ${number(sealing.peakMiB)} MiB at the peak of the process, of which ${number(sealing.idleMiB)} MiB were there before the first byte. The target is
200 MB at most: ${sealing.peakMiB * 1.048576 <= 200 ? 'met' : '**not met**'}.

## Removing a reader of ${results.removal.records} records of ${results.removal.megabytes} MB

${removalTable(results.removal)}

The chain is anvil, recording at once; a public chain adds its two waits. The store is the embedded one on this disk.

## Opening a patient

Seconds to the whole list, every card opened and compared with its entry on the chain (the signature is checked when a record is opened).

${table(
  ['records', 'first time on this machine', 'after an unlock', 'again'],
  results.listing.map(({ records, first, unlocked, again }) => [
    number(records),
    ...[first, unlocked, again].map((value) => number(value, 2)),
  ]),
)}
${results.full ? '' : '\nSizes are small in this run; `npm run bench -- --full` takes those of a clinic.\n'}
The chain also held ${number(results.events)} events of other people's. The first time on a machine reads and decodes them all, since a
history is proven from every line; afterwards only what is new is read.

## The clinic's account

${number(results.queue.acts)} signed acts given to the clinic's queue at once were all on the chain after ${number(results.queue.drained, 1)} s: written down before they
are sent, looked after, and read back. As many bare transactions of the same calls, one after the other on the same chain,
took ${number(results.queue.bare, 1)} s: a ratio of ${number(results.queue.drained / results.queue.bare, 2)}.

${table(
  ['', 'transactions', 'gas an act', 'seconds'],
  [
    ['through the queue', ...costs(results.queue.shared), number(results.queue.drained, 1)],
    ['bare, one after the other', ...costs(results.queue.single), number(results.queue.bare, 1)],
  ],
)}

${throughputOf(results.throughput)}

${scaleOf(results.scale)}

${dayOf(results.day)}

${storesOf(results.stores)}

${phoneOf(results.phone)}

${emergencyOf(results.emergency)}

${classifyingOf(results.classifying)}

${startOf(startUp)}

${effortsOf()}

${gasOf(results.gas)}
`
}

/** Stores, as a section of the report. */
export function storesOf({ rounds, sizes, repair }: Stores): string {
  const names = {
    embedded: 'embedded store',
    kubo: 'Kubo adapter',
    pinata: 'Pinata adapter',
    bare: 'bare HTTP',
  } as const
  const size = (bytes: number): string =>
    bytes >= 1e9 ? `${bytes / 1e9} GB` : bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes} B`
  const rows = sizes.flatMap(({ bytes, files, ways }) =>
    WAYS.map((way) => [
      `${files === 1 ? '' : `${files} × `}${size(bytes)}, ${names[way]}`,
      number(ways[way].put, 2),
      number(ways[way].put / ways.bare.put, 2),
      number(ways[way].got, 2),
      number(ways[way].got / ways.bare.got, 2),
      number(ways[way].peakMiB),
    ]),
  )
  return `## Stores

MB/s to store and to fetch, ${rounds === 1 ? 'one round' : `median of ${rounds} rounds, interleaved; one round of 2 GB`}. Fetching through the Kubo and the Pinata adapter
checks every block against its hash and keeps it on this disk, as another computer of the clinic does. The reference is the same bytes over
bare HTTP to a server that keeps them in memory; Kubo and Pinata are the stand-ins in \`tools/stand-ins\`, in memory, in the process beside:
what they take for addressing what they are given is in the figures.
The last column is memory at the peak over what the process had before the first byte, in MiB.

${table(['', 'store', 'of bare', 'fetch', 'of bare', 'peak'], rows)}

A node that has lost ${number(repair.records)} records of 1 KiB has them all again after ${number(repair.seconds, 1)} s, each looked for first; as many bare requests one
after the other take ${number(repair.bare, 1)} s: a ratio of ${number(repair.seconds / repair.bare, 1)}.`
}

/** From a doctor's request to the first page, as a section of the report. */
export function emergencyOf({ rounds, records, asked, given }: EmergencyTimes): string {
  return `## An emergency

${number(asked, 2)} s from a doctor's request to the first page of ${number(records)} records, with two of three guardians at their computers and a plan without a
wait, median of ${rounds} rounds: a sealed reason, four acts on the chain, two shares re-wrapped and joined, the list, the record.
A doctor who was given access before has the same list and page after ${number(given, 2)} s: a ratio of ${number(asked / given, 1)}. Wallets and people say yes at once, and
anvil records at once; a public chain adds its waits.`
}

/** Placing documents, as a section of the report. */
export function classifyingOf({ documents, seconds, keywordSeconds }: Classifying): string {
  return `## Classifying

${number(documents)} short documents of the test corpus, from their text to a proposal with its terms, take ${number(seconds, 2)} s. Looking for the lexicon's
terms alone takes ${number(keywordSeconds, 2)} s for the same: a ratio of ${number(seconds / keywordSeconds, 1)}. How much better the answers are stands in
\`docs/classifier.md\`.`
}

/** Pairing and signing, as a section of the report. */
export function phoneOf({ rounds, app, sdk, bare }: PhoneTimes): string {
  const ms = (value: number): string => number(value * 1000)
  const rows = [
    ['a code scanned, until the phone can be asked', app.paired, sdk.paired],
    ['a record to sign, until its signature is verified', app.signed, sdk.signed],
  ] as const
  return `## A phone

Milliseconds through the app to a wallet in a process of its own that says yes at once, median of ${rounds} rounds; beside it
WalletConnect's client in a bare process with the same phone. The relay is the stand-in in \`tools/stand-ins\` on this machine: a
real one adds its distance, and people take seconds to look.

${table(
  ['', 'app', 'SDK alone', 'ratio'],
  rows.map(([name, own, alone]) => [name, ms(own), ms(alone), number(own / alone, 2)]),
)}

The same typed data, signed by the wallet's library between two bare lines to the same relay, takes ${number(bare * 1000, 1)} ms: a ratio
of ${number(app.signed / bare)} for the app, and of ${number(sdk.signed / bare)} for the SDK alone.`
}

function sealingTable({ rates }: Sealing): string {
  const rows: readonly (readonly [string, Rate, Rate, Rate])[] = [
    ['seal', 'seal', 'aes', 'ageSeal'],
    ['open', 'open', 'aes', 'ageOpen'],
  ]
  const ratio = (rate: number, reference: number | null): string =>
    reference === null ? '–' : number(rate / reference, 2)
  const shown = rows.map(([name, own, aes, age]) => {
    const rate = rates[own]!
    return [name, number(rate), ratio(rate, rates[aes]), ratio(rate, rates.sha), ratio(rate, rates[age])]
  })
  const references = (['aes', 'sha', 'ageSeal', 'ageOpen'] as const).map((name) => {
    const rate = rates[name]
    const label = { aes: 'AES-256-GCM', sha: 'SHA-256', ageSeal: 'age -r', ageOpen: 'age -d' }[name]
    return `${label} ${rate === null ? 'not installed' : `${number(rate)} MB/s`}`
  })
  const head = ['', 'MB/s', 'of openssl AES-256-GCM', 'of openssl SHA-256', 'of age']
  return `${table(head, shown)}\n\nReferences: ${references.join(', ')}.`
}

function removalTable({ total, chain, crypto, store, rest }: Removal): string {
  const head = ['', 'seconds', 'share']
  const row = (name: string, value: number): string[] => [
    name,
    number(value, 1),
    `${number((value / total) * 100)} %`,
  ]
  return table(head, [
    row('chain: two acts, reading the log', chain),
    row('crypto: digest, opening and sealing in the thread of keys', crypto),
    row('store: reading, addressing and writing', store),
    row('rest: spool, journal', rest),
    row('all of it', total),
  ])
}
