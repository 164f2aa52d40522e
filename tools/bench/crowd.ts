import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import { signWithWallet } from '../../electron/main/flows/bring-act.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { inBlocks } from './blocks.ts'
import type { BenchClinic, BenchPerson } from './clinic.ts'
import { fill } from './fill.ts'
import { finish, inAYear } from './people.ts'

/** As many as fit into one block beside their signature. */
const VIEWS_AN_ACT = 200
/** Enough for them; a block takes thirty million. */
const GAS = '0xf4240'
const AT_ONCE = 20

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
  const { network, provider } = clinic
  const { payer } = network
  if (payer.kind !== 'node') throw new Error('the node pays here')
  await inBlocks(clinic, Math.ceil(events / VIEWS_AN_ACT), AT_ONCE, async (at) => {
    const times = Math.min(events - at * VIEWS_AN_ACT, VIEWS_AN_ACT)
    const data = await viewed(doctor.world, patient, record, times)
    return provider.send('eth_sendTransaction', [
      { from: payer.account, to: network.contract, data, gas: GAS },
    ])
  })
}

/** The call that brings so many views. */
async function viewed(world: World, patient: World['me'], record: number, times: number): Promise<string> {
  const at = await world.ledger.now()
  const views = [{ patient, records: Array(times).fill(record), times: Array(times).fill(at) }]
  const { act, signature } = await signWithWallet(world, 'LogViews', { viewer: world.me, views })
  return CONTRACT.encodeFunctionData(functionOf(act.name), [act.message, signature])
}
