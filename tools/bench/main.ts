import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECORD_LIMIT } from '../../electron/main/domain/record.ts'
import { buildAll } from '../demo/build.ts'
import { measureClassifying } from './classifier.ts'
import { measureClinicDay } from './clinic-day.ts'
import { measureEmergency } from './emergency.ts'
import { readGas } from './gas.ts'
import { measureListing } from './listing.ts'
import { measurePhone } from './phone.ts'
import { measureQueue } from './queue.ts'
import { measureRemoval } from './removal.ts'
import { reportOf } from './report.ts'
import { measureScale } from './scale.ts'
import { measureSealing } from './sealing.ts'
import { measureStartUp, overBudget } from './start-up.ts'
import { measureStores, type Piece } from './stores.ts'
import { measureThroughput } from './throughput.ts'

const REPORT = join(import.meta.dirname, '../../docs/benchmarks.md')
const MEBIBYTE = 2 ** 20
const full = process.argv.includes('--full')

const alone = (bytes: number): Piece => ({ bytes, files: 1 })
const eight = (bytes: number): Piece => ({ bytes, files: 8 })

/** The short run takes less than five minutes on two cores. */
const SIZES = full
  ? {
      sealed: 1024 * MEBIBYTE,
      removed: 100,
      listed: [100, 1_000, 10_000],
      /** Of other people's, on the chain where a patient is opened: a clinic's after some years. */
      events: 100_000,
      queued: 500,
      rates: [1, 10, 50, 100, 200],
      lasting: 10,
      chain: [
        { patients: 10, events: 0 },
        { patients: 1_000, events: 0 },
        { patients: 100_000, events: 1_000_000 },
      ],
      day: { doctors: 40, visits: 400, lasting: 600 },
      stored: [...[2 ** 10, MEBIBYTE, 100 * MEBIBYTE, RECORD_LIMIT].map(alone), eight(16 * MEBIBYTE)],
      repaired: 1_000,
      rounds: 3,
      phones: 7,
      read: 100,
      starts: 3,
    }
  : {
      sealed: 128 * MEBIBYTE,
      removed: 20,
      listed: [100],
      events: 10_000,
      queued: 200,
      rates: [1, 20, 100],
      lasting: 3,
      chain: [
        { patients: 10, events: 0 },
        { patients: 1_000, events: 0 },
      ],
      day: { doctors: 4, visits: 16, lasting: 20 },
      stored: [alone(2 ** 10), eight(2 * MEBIBYTE)],
      repaired: 100,
      rounds: 1,
      phones: 2,
      read: 20,
      starts: 2,
    }

const tell = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)
/** Says each result as soon as it is there: a later part may fail. */
const told = <T>(result: T): T => {
  tell(JSON.stringify(result))
  return result
}

buildAll()
// First, while the disk has nothing else to do.
tell(
  'starting the app beside a bare window; before a cold start, the system is made to forget what it has read',
)
const startUp = told(await measureStartUp(SIZES.starts))
tell('sealing and opening one file three times, beside openssl and age')
const sealing = told(await measureSealing(SIZES.sealed))
tell('removing a reader of records of 5 MB')
const removal = told(await measureRemoval(SIZES.removed, 5))
tell('opening a patient with ever more records')
const listing = told(await measureListing(SIZES.listed, SIZES.events, tell))
tell('bringing acts through the clinic’s account')
const queue = told(await measureQueue(SIZES.queued))
tell('adding records at ever higher rates, directly and through the clinic’s account')
const throughput = told(await measureThroughput(SIZES.rates, SIZES.lasting))
tell('acts and an opened patient on a chain that grows')
const scale = told(await measureScale(SIZES.chain, tell))
tell('a day of a clinic, with a store, a chain and a computer that fail')
const day = told(await measureClinicDay(SIZES.day))
tell('storing and fetching, and repairing what was lost')
const stores = told(await measureStores(SIZES.stored, SIZES.repaired, SIZES.rounds))
tell('pairing a phone and signing on it')
const phone = told(await measurePhone(SIZES.phones))
tell('from asking in an emergency to the first page, with two of three guardians')
const emergency = told(await measureEmergency(SIZES.read))
tell('classifying 1,000 documents beside the keyword baseline')
const classifying = told(await measureClassifying(1_000))
writeFileSync(
  REPORT,
  reportOf({
    full,
    sealing,
    removal,
    listing,
    events: SIZES.events,
    queue,
    throughput,
    scale,
    day,
    stores,
    phone,
    emergency,
    classifying,
    startUp,
    gas: readGas(),
  }),
)
tell(`written: ${REPORT}`)
const over = overBudget(startUp)
if (over.length > 0) {
  tell(`over the budget of a start: ${over.join(', ')}`)
  process.exitCode = 1
}
