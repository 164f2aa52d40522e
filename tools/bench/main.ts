import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RECORD_LIMIT } from '../../electron/main/domain/record.ts'
import { buildAll } from '../demo/build.ts'
import { measureClassifying } from './classifier.ts'
import { measureEmergency } from './emergency.ts'
import { readGas } from './gas.ts'
import { measureListing } from './listing.ts'
import { measurePhone } from './phone.ts'
import { measureQueue } from './queue.ts'
import { measureRemoval } from './removal.ts'
import { reportOf } from './report.ts'
import { measureSealing } from './sealing.ts'
import { measureStartUp } from './start-up.ts'
import { measureStores } from './stores.ts'

const REPORT = join(import.meta.dirname, '../../docs/benchmarks.md')
const GIBIBYTE = 2 ** 30
/** Of other people's, on the chain where a patient is opened: a clinic's after some years. */
const EVENTS = 100_000
const full = process.argv.includes('--full')

const tell = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)
/** Says each result as soon as it is there: a later part may fail. */
const told = <T>(result: T): T => {
  tell(JSON.stringify(result))
  return result
}

buildAll()
tell('sealing and opening 1 GiB, three times, beside openssl and age')
const sealing = told(await measureSealing(GIBIBYTE))
tell('removing a reader of 100 records of 5 MB')
const removal = told(await measureRemoval(100, 5))
tell(`opening a patient with 100, 1,000${full ? ' and 10,000' : ''} records`)
const listing = told(await measureListing([100, 1_000, ...(full ? [10_000] : [])], EVENTS, tell))
tell('bringing 500 acts through the clinic’s account')
const queue = told(await measureQueue(500))
tell(`storing and fetching up to ${full ? '2 GB' : '100 MiB'}, and repairing 1,000 records`)
const stores = told(
  await measureStores([2 ** 10, 2 ** 20, 100 * 2 ** 20, ...(full ? [RECORD_LIMIT] : [])], 1_000),
)
tell('pairing a phone and signing on it, seven times each')
const phone = told(await measurePhone(7))
tell('from asking in an emergency to the first page, with two of three guardians')
const emergency = told(await measureEmergency(100))
tell('classifying 1,000 documents beside the keyword baseline')
const classifying = told(await measureClassifying(1_000))
tell('starting the app')
const startUp = told(await measureStartUp())
writeFileSync(
  REPORT,
  reportOf({
    sealing,
    removal,
    listing,
    events: EVENTS,
    queue,
    stores,
    phone,
    emergency,
    classifying,
    startUp,
    gas: readGas(),
  }),
)
tell(`written: ${REPORT}`)
