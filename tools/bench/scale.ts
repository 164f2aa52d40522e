import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIndex } from '../../electron/main/adapters/index-sqlite.ts'
import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import { viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import type { Address, Hex32 } from '../../electron/main/domain/bytes.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { inBlocks } from './blocks.ts'
import { type BenchClinic, openBenchClinic } from './clinic.ts'
import { crowd } from './crowd.ts'
import { fill } from './fill.ts'
import { seconds } from './measure.ts'
import { settle } from './people.ts'
import { random32, signRecords } from './queue.ts'

export type Scale = {
  readonly patients: number
  /** On the whole chain, of every kind. */
  readonly events: number
  /** Gas of the very next one of each. */
  readonly gas: Readonly<Record<'register' | 'add' | 'ask', number>>
  /** Seconds to the list of a patient with ten records, the log being there already. */
  readonly opened: number
  /** The local index: seconds for all of the log, seconds for one event more, bytes on the disk. */
  readonly index: { readonly first: number; readonly next: number; readonly bytes: number }
}

type Cast = Awaited<ReturnType<typeof settle>>

const RECORDS = 10
const CONTENT = new TextEncoder().encode('Dear colleague')
/** Seconds until the last of many registrations has to be in a block. */
const HOURS = 20 * 3600
const GAS = '0x30d40'
const AT_ONCE = 100

/**
 * What acts cost and one patient takes to open as the clinic's chain grows.
 * @param sizes how many people and, at least, how many events there are, from the smallest
 */
export async function measureScale(
  sizes: readonly { readonly patients: number; readonly events: number }[],
  tell: (line: string) => void,
): Promise<Scale[]> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-scale-'))
  const clinic = await openBenchClinic()
  const scales: Scale[] = []
  try {
    const cast = await settle(clinic)
    await fill(clinic, cast.patient.world, RECORDS, CONTENT, 1)
    // A patient's very first record opens a slot; the next one is what is compared.
    await fill(clinic, cast.other.world, 1, CONTENT, 1)
    let patients = 2
    for (const size of sizes) {
      await registerMany(clinic, cast, size.patients - patients)
      patients = size.patients
      const lacking = size.events - (await eventsOf(cast))
      if (lacking > 0) await crowd(clinic, cast.doctor, cast.other, lacking)
      tell(`${patients} patients, ${size.events} events are there`)
      scales.push(await measureAt(clinic, cast, patients, join(folder, `${patients}.sqlite`)))
      patients += 1
    }
    return scales
  } finally {
    await clinic.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAt(clinic: BenchClinic, cast: Cast, patients: number, file: string): Promise<Scale> {
  const { admin, doctor, patient } = cast
  const index = createIndex(file, clinic.network, clinic.provider, viewsOf(clinic.provider, clinic.network))
  const first = await seconds(() => index.sync())
  const account = newAddress()
  const message = { admin: admin.world.me, account, profile: random32() as never, until: 0 }
  const registered = await bring(admin.world, 'RegisterPatient', message)
  const next = await seconds(() => index.sync())
  const bytes = statSync(file).size + statSync(`${file}-wal`).size
  const asked = await bring(doctor.world, 'RequestAccess', {
    doctor: doctor.world.me,
    patient: account,
    folders: [0, 1],
  })
  await patient.world.index.sync()
  const opened = await seconds(() => listRecords(patient.world, patient.world.me))
  const [record] = await signRecords(cast.other.world, 1)
  const added = await cast.other.world.ledger.carry(record!.act, record!.signature)
  index.close()
  const gasOf = async (hash: Hex32): Promise<number> =>
    Number((await clinic.provider.getTransactionReceipt(hash))!.gasUsed)
  return {
    patients,
    events: await eventsOf(cast),
    gas: {
      register: await gasOf(registered.transaction),
      add: await gasOf(added.transaction),
      ask: await gasOf(asked.transaction),
    },
    opened,
    index: { first, next, bytes },
  }
}

async function eventsOf({ other }: Cast): Promise<number> {
  await other.world.index.sync()
  return other.world.index.events({}).length
}

/** People of whom there is nothing but an address, sent by the admin's own account, which needs no signature. */
async function registerMany(clinic: BenchClinic, { admin }: Cast, count: number): Promise<void> {
  const { provider, network } = clinic
  const from = admin.world.me
  const { nonce } = await admin.world.ledger.account(from)
  const deadline = (await admin.world.ledger.now()) + HOURS
  await inBlocks(clinic, count, AT_ONCE, (at) => {
    const message = {
      ...{ admin: from, account: newAddress(), profile: random32(), until: 0 },
      ...{ nonce: nonce + BigInt(at), deadline },
    }
    const data = CONTRACT.encodeFunctionData(functionOf('RegisterPatient'), [message, '0x'])
    return provider.send('eth_sendTransaction', [{ from, to: network.contract, data, gas: GAS }])
  })
}

const newAddress = (): Address => random32().slice(0, 42) as Address
