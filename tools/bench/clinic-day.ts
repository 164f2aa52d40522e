import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { diskSources } from '../../electron/main/adapters/files-disk.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { publishKey } from '../../electron/main/flows/publish-key.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { startKuboServer } from '../stand-ins/kubo-server.ts'
import { type BenchClinic, type BenchPerson, openBenchClinic } from './clinic.ts'
import { finish, inAYear, register } from './people.ts'

export type ClinicDay = {
  readonly doctors: number
  readonly visits: number
  readonly documents: number
  /** Seconds from the first visit to the last one. */
  readonly lasting: number
  /** Seconds from the first visit until everything had arrived. */
  readonly arrived: number
  /** Documents that another computer does not find or can't open afterwards. */
  readonly lost: number
  /** What went wrong, in seconds from the first visit. */
  readonly troubles: readonly { readonly what: string; readonly from: number; readonly to: number }[]
  /** Documents under way, at each moment. */
  readonly queue: readonly { readonly at: number; readonly waiting: number }[]
}

type Size = { readonly doctors: number; readonly visits: number; readonly lasting: number }
type Place = { readonly doctor: BenchPerson; readonly patient: BenchPerson }
type Clinic = BenchClinic & { readonly store: Awaited<ReturnType<typeof startKuboServer>> }

const DOCUMENTS_A_VISIT = 4
/** Shares of the day. */
const OUTAGE = [0.2, 0.4] as const
const STALL = [0.5, 0.6] as const
const CRASH = 0.75
const SAMPLES = 20
/** Bytes of letters, reports and photographs. */
const SIZES = [8_000, 60_000, 250_000, 1_500_000]

/**
 * Doctors who each add four documents at a visit, whatever happens meanwhile: the shared store refuses everything for a
 * while, then the chain makes no blocks, then one computer crashes. Each doctor sees one patient again and again.
 */
export async function measureClinicDay({ doctors, visits, lasting }: Size): Promise<ClinicDay> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-day-'))
  const store = await startKuboServer()
  const clinic = { ...(await openBenchClinic()), store }
  try {
    const places = await settleDoctors(clinic, doctors)
    const files = SIZES.map((bytes, at) => {
      const path = join(folder, `document-${at}`)
      writeFileSync(path, randomBytes(bytes))
      return path
    })
    const day = await live(clinic, places, files, { visits, lasting })
    const found = await Promise.all(places.map(({ patient }) => foundElsewhere(clinic, patient.world)))
    const documents = visits * DOCUMENTS_A_VISIT
    const lost = documents - found.reduce((sum, count) => sum + count, 0)
    return { doctors, visits, documents, lasting, lost, ...day }
  } finally {
    await clinic.close()
    await store.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A computer's own store, and behind it the one of the clinic. */
const withStore = (world: World, local: BenchClinic['blobs'], url: string): World => ({
  ...world,
  blobs: createSharedBlobs({ local, stores: [createKuboStore({ name: 'node', url })], copies: 1 }),
})

async function settleDoctors(clinic: Clinic, count: number): Promise<Place[]> {
  const seat = async (index: number): Promise<BenchPerson> => {
    const person = await clinic.person(index)
    return { ...person, world: withStore(person.world, clinic.blobs, clinic.store.url) }
  }
  const admin = await seat(0)
  await publishKey(admin.world, ['admin'])
  const places: Place[] = []
  for (let at = 0; at < count; at += 1) {
    const [doctor, patient] = await Promise.all([seat(1 + 2 * at), seat(2 + 2 * at)])
    await register(admin.world, doctor.world, 'doctor')
    await register(admin.world, patient.world, 'patient')
    await finish(patient.world, (jobs) =>
      jobs.give({
        reader: doctor.world.me,
        readerName: 'Some doctor',
        folders: [0, 1],
        specialties: [],
        mayAdd: true,
        until: inAYear(),
      }),
    )
    places.push({ doctor, patient })
  }
  return places
}

/** One doctor's computer: its work goes on by itself once what it waits for is back. */
class Computer {
  readonly #waiting: Set<string>
  readonly #again: NodeJS.Timeout
  #doctor: BenchPerson
  #jobs: JobRunner
  #restarted = Promise.resolve()

  constructor(doctor: BenchPerson, waiting: Set<string>) {
    this.#doctor = doctor
    this.#waiting = waiting
    this.#jobs = this.#runner()
    this.#again = setInterval(() => this.#jobs.retryPassing(), 1_000)
  }

  add = async (patient: World['me'], path: string): Promise<void> => {
    const document = {
      patient,
      to: { folder: 1 },
      title: 'Report',
      mediaType: 'application/pdf',
    } as const
    try {
      await this.#jobs.add(document, await diskSources.at(path))
    } catch (error) {
      // What was not written down yet is chosen once more.
      if (Failure.from(error).code !== 'E_LOCKED') throw error
      await this.#restarted
      await this.add(patient, path)
    }
  }

  /** The thread of keys is gone in the middle of everything; what was written down is taken up by the next one. */
  crash(clinic: Clinic, index: number): Promise<void> {
    this.#restarted = this.#restart(clinic, index)
    return this.#restarted
  }

  async #restart(clinic: Clinic, index: number): Promise<void> {
    const { world, file, end } = this.#doctor
    this.#jobs.stop()
    await end()
    const next = await clinic.person(index, { vault: file })
    this.#doctor = { ...next, world: { ...world, vault: next.world.vault } }
    this.#jobs = this.#runner()
    await this.#jobs.resume()
  }

  stop(): void {
    clearInterval(this.#again)
    this.#jobs.stop()
  }

  #runner(): JobRunner {
    return new JobRunner(this.#doctor.world, diskSources, {
      changed: ({ id, state }) => void (state === 'done' ? this.#waiting.delete(id) : this.#waiting.add(id)),
      gone: (id) => void this.#waiting.delete(id),
    })
  }
}

async function live(
  clinic: Clinic,
  places: readonly Place[],
  files: readonly string[],
  { visits, lasting }: Omit<Size, 'doctors'>,
): Promise<Pick<ClinicDay, 'arrived' | 'troubles' | 'queue'>> {
  const waiting = new Set<string>()
  const computers = places.map(({ doctor }) => new Computer(doctor, waiting))
  const queue: { at: number; waiting: number }[] = []
  const started = performance.now()
  const at = (): number => (performance.now() - started) / 1000
  const sampling = setInterval(
    () => queue.push({ at: at(), waiting: waiting.size }),
    (lasting / SAMPLES) * 1000,
  )
  const visiting = Array.from({ length: visits }, async (_, visit) => {
    await delay((visit / visits) * lasting * 1000)
    const place = visit % places.length
    for (let each = 0; each < DOCUMENTS_A_VISIT; each += 1)
      await computers[place]!.add(places[place]!.patient.world.me, files[each % files.length]!)
  })
  const troubles = await Promise.all([
    between(OUTAGE, lasting, 'the clinic’s store refuses everything', {
      begin: async () => clinic.store.misbehave('busy'),
      end: async () => clinic.store.misbehave('none'),
    }),
    between(STALL, lasting, 'the chain makes no blocks', {
      begin: () => clinic.provider.send('evm_setAutomine', [false]),
      end: () => clinic.provider.send('evm_setAutomine', [true]),
    }),
    between([CRASH, CRASH], lasting, 'a doctor’s computer crashes', {
      begin: () => computers[0]!.crash(clinic, 1),
      end: async () => undefined,
    }),
  ])
  await Promise.all(visiting)
  while (waiting.size > 0) await delay(100)
  clearInterval(sampling)
  for (const computer of computers) computer.stop()
  return { arrived: at(), troubles, queue }
}

async function between(
  [from, to]: readonly [number, number],
  lasting: number,
  what: string,
  trouble: { readonly begin: () => Promise<unknown>; readonly end: () => Promise<unknown> },
): Promise<ClinicDay['troubles'][number]> {
  await delay(from * lasting * 1000)
  await trouble.begin()
  await delay((to - from) * lasting * 1000)
  await trouble.end()
  return { what, from: from * lasting, to: to * lasting }
}

/** How many of a patient's records open on a computer that has nothing but what the clinic's store gives it. */
async function foundElsewhere({ store }: Clinic, world: World): Promise<number> {
  const local = await createHeliaBlobs({
    blockstore: new MemoryBlockstore(),
    datastore: new MemoryDatastore(),
  })
  const elsewhere = withStore(world, local, store.url)
  const records = await listRecords(elsewhere, world.me)
  await local.stop()
  return records.filter(({ failure }) => failure === null).length
}
