import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openBenchClinic } from './clinic.ts'
import { crowd } from './crowd.ts'
import { fill } from './fill.ts'
import { seconds } from './measure.ts'
import { settle } from './people.ts'

export type Listing = {
  readonly records: number
  /** Keys opened, local index empty: the first time on this machine. */
  readonly first: number
  /** Index full, no card opened yet: the first time after an unlock. */
  readonly unlocked: number
  /** The same list again. */
  readonly again: number
}

const CONTENT = new TextEncoder().encode('Dear colleague')

/** Opens one patient with ever more records, on a chain that holds `events` of other people's. */
export async function measureListing(
  counts: readonly number[],
  events: number,
  tell: (line: string) => void,
): Promise<Listing[]> {
  const clinic = await openBenchClinic()
  const results: Listing[] = []
  try {
    const { doctor, patient, other } = await settle(clinic)
    const crowded = await seconds(() => crowd(clinic, doctor, other, events))
    tell(`${events} events are there (${crowded.toFixed(0)} s)`)
    let records = 0
    for (const count of counts) {
      const filled = await seconds(() => fill(clinic, patient.world, count - records, CONTENT, 16))
      tell(`${count} records are there (${filled.toFixed(0)} s)`)
      records = count
      const { world } = await clinic.person(2, { vault: patient.file })
      const list = async (): Promise<void> => {
        const views = await listRecords(world, world.me)
        const failed = views.find(({ failure }) => failure !== null)
        if (failed !== undefined || views.length !== count)
          throw new Error(
            `${views.length} of ${count} records were listed; ${failed?.failure ?? 'all opened'}`,
          )
      }
      const first = await seconds(list)
      const again = await seconds(list)
      const later = await clinic.person(2, { vault: patient.file })
      const unlockedWorld = { ...later.world, index: world.index }
      const unlocked = await seconds(() => listRecords(unlockedWorld, unlockedWorld.me))
      results.push({ records: count, first, unlocked, again })
    }
    return results
  } finally {
    await clinic.close()
  }
}
