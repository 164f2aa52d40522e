import type { Address } from '../domain/bytes.ts'
import { signWithDevice } from './bring-act.ts'
import type { ViewState } from './job.ts'
import { timed } from './stopwatch.ts'
import type { World } from './world.ts'

/** Well under the size of one transaction. */
const BATCH = 100

/** Brings views to the chain in one act, grouped by patient. Returns those that are recorded. */
export async function logViews(world: World, views: readonly ViewState[]): Promise<readonly ViewState[]> {
  const batch = views.slice(0, BATCH)
  if (batch.length === 0) return []
  await timed(world, 'log', (watched) => bringAll(watched, batch))
  return batch
}

async function bringAll(world: World, batch: readonly ViewState[]): Promise<void> {
  const grouped = []
  for (const patient of new Set(batch.map((view) => view.patient as Address))) {
    const given = await world.ledger.right(patient, world.me)
    const own = batch.filter((view) => view.patient === patient)
    const isGiven = ({ at }: ViewState): boolean => at >= given.since && at < given.until
    // Those of an emergency go by themselves: the contract measures all of one entry by one right.
    for (const views of [own.filter(isGiven), own.filter((view) => !isGiven(view))])
      if (views.length > 0)
        grouped.push({
          patient,
          records: views.map(({ record }) => record),
          times: views.map(({ at }) => at),
        })
  }
  const { act, signature } = await signWithDevice(world, 'LogViews', { viewer: world.me, views: grouped })
  await world.ledger.carry(act, signature)
  await world.index.sync()
}
