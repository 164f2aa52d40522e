import type { Address } from '../domain/bytes.ts'
import { signWithDevice } from './bring-act.ts'
import type { ViewState } from './job.ts'
import type { World } from './world.ts'

/** Well under the size of one transaction. */
const BATCH = 100

/** Brings views to the chain in one act, grouped by patient. Returns those that are recorded. */
export async function logViews(world: World, views: readonly ViewState[]): Promise<readonly ViewState[]> {
  const batch = views.slice(0, BATCH)
  if (batch.length === 0) return []
  const patients = [...new Set(batch.map((view) => view.patient))] as Address[]
  const grouped = patients.map((patient) => {
    const own = batch.filter((view) => view.patient === patient)
    return { patient, records: own.map((view) => view.record), times: own.map((view) => view.at) }
  })
  const { act, signature } = await signWithDevice(world, 'LogViews', { viewer: world.me, views: grouped })
  await world.ledger.carry(act, signature)
  await world.index.sync()
  return batch
}
