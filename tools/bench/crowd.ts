import { signWithWallet } from '../../electron/main/flows/bring-act.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { BenchClinic, BenchPerson } from './clinic.ts'
import { fill } from './fill.ts'
import { finish, inAYear } from './people.ts'

/** As many as fit into one block beside their signature. */
const VIEWS_AN_ACT = 200

/** Fills the chain with `events` views of somebody else's record, so that it looks like a clinic's after some years. */
export async function crowd(
  clinic: BenchClinic,
  doctor: BenchPerson,
  other: BenchPerson,
  events: number,
): Promise<void> {
  await fill(clinic, other.world, 1, new TextEncoder().encode('Dear colleague'), 1)
  const reader = doctor.world.me
  await finish(other.world, (jobs) =>
    jobs.give({
      reader,
      readerName: 'Some doctor',
      folders: [0, 1],
      specialties: [],
      mayAdd: false,
      until: inAYear(),
    }),
  )
  const patient = other.world.me
  const record = (await other.world.ledger.head(patient)).records
  for (let left = events; left > 0; left -= VIEWS_AN_ACT)
    await view(doctor.world, patient, record, Math.min(left, VIEWS_AN_ACT))
}

async function view(world: World, patient: World['me'], record: number, times: number): Promise<void> {
  const at = await world.ledger.now()
  const views = [{ patient, records: Array(times).fill(record), times: Array(times).fill(at) }]
  const { act, signature } = await signWithWallet(world, 'LogViews', { viewer: world.me, views })
  await world.ledger.carry(act, signature)
}
