import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHeliaBlobs, type EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createShelf, type SqliteShelf } from '../../electron/main/adapters/shelf-sqlite.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import type { Cid } from '../../electron/main/domain/bytes.ts'
import { checkCopies } from '../../electron/main/flows/check-copies.ts'
import { kept } from '../../electron/main/flows/job.ts'
import { keepCurrent, keepHere } from '../../electron/main/flows/keep-here.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openCard } from '../../electron/main/flows/open-card.ts'
import { findRecord, openRecord } from '../../electron/main/flows/open-record.ts'
import { purgeEnded } from '../../electron/main/flows/shelf-keeper.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { startKuboServer } from '../../tools/stand-ins/kubo-server.ts'
import { LETTER, openCast, terms } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const RECORDS = 4
const LENGTH = 300_000

let clinic: Awaited<ReturnType<typeof openClinic>>
let server: Awaited<ReturnType<typeof startKuboServer>>
let doctor: Person
let patient: Person
let local: EmbeddedBlobs
let shelf: SqliteShelf
/** The doctor's computer, whose store has nothing of its own. */
let here: World
let limit = 1e9
let contents: Cid[]
/** The clinic's store, filled from the patient's own computer. */
let everything: ReturnType<typeof createSharedBlobs>

beforeAll(async () => {
  clinic = await openClinic()
  server = await startKuboServer()
  const cast = await openCast(clinic)
  ;({ doctor, patient } = cast)
  for (let at = 0; at < RECORDS; at += 1) {
    const source = memorySource(`${at}.txt`, [new Uint8Array(LENGTH).fill(65 + at)])
    await patient.settled(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
  }
  await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
  const store = createKuboStore({ name: 'node', url: server.url })
  everything = createSharedBlobs({ local: clinic.blobs, stores: [store], copies: 1 })
  await checkCopies(patient.world, everything, () => undefined)
  // What the others have published themselves.
  for (const { world } of [cast.admin, doctor])
    for (const event of world.index.events({}))
      for (const field of Object.values(event.fields).flat())
        if (typeof field === 'string' && field.length === 66)
          await everything.repair(field as never).catch(() => undefined)

  local = await createHeliaBlobs({
    blockstore: new MemoryBlockstore(),
    datastore: new MemoryDatastore(),
  })
  shelf = createShelf({ file: ':memory:', local, limit: () => limit })
  here = {
    ...doctor.world,
    network: { ...clinic.network, stores: [{ kind: 'kubo', name: 'node', url: server.url }] },
    blobs: createSharedBlobs({ local, stores: [store], copies: 1, books: shelf }),
    shelf,
  }
})
afterAll(async () => {
  await clinic.close()
  shelf.close()
  await Promise.all([server, local].map((each) => each.stop()))
})

const me = () => patient.world.me
const contentOf = async (id: number): Promise<Cid> =>
  (await openCard(here, await findRecord(here, me(), id))).content.content
const places = async () => (await listRecords(here, me())).map(({ place }) => place).reverse()

describe('what a doctor reads from the clinic’s store', () => {
  it('lies elsewhere first, and here after it was opened', async () => {
    expect(await places()).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'elsewhere'])
    await openRecord(here, me(), 1)
    expect(await places()).toEqual(['here', 'elsewhere', 'elsewhere', 'elsewhere'])
  })

  it('can be kept without anybody having seen it, and is read when no store answers', async () => {
    const views = (await kept(here)).length
    await keepHere(here, me(), 2, true)
    expect(await places()).toEqual(['here', 'kept', 'elsewhere', 'elsewhere'])
    expect(await kept(here)).toHaveLength(views)
    server.misbehave('locked')
    expect((await openRecord(here, me(), 2)).view.byteLength).toBe(LENGTH)
    await expect(keepHere(here, me(), 3, true)).rejects.toMatchObject({ code: 'E_STORE_REFUSED' })
    server.misbehave('none')
    expect(await kept(here)).toHaveLength(views + 1)
  })

  it('makes room, the oldest first, where it is not kept', async () => {
    limit = shelf.bytes() + LENGTH / 2
    await openRecord(here, me(), 3)
    expect(await places()).toEqual(['elsewhere', 'kept', 'here', 'elsewhere'])
    expect(shelf.bytes()).toBeLessThanOrEqual(limit)
    await openRecord(here, me(), 4)
    expect(await places()).toEqual(['elsewhere', 'kept', 'elsewhere', 'here'])
  })

  it('is not kept beyond what was set aside', async () => {
    limit = LENGTH * 1.5
    await expect(keepHere(here, me(), 1, true)).rejects.toMatchObject({
      code: 'E_OFFLINE_FULL',
      detail: { limit },
    })
    expect((await places())[1]).toBe('kept')
    limit = 1e9
    await keepHere(here, me(), 2, false)
    expect((await places())[1]).toBe('here')
  })

  it('stays while the chain does not say that the right is over', async () => {
    contents = await Promise.all([2, 4].map(contentOf))
    // Somebody else at this computer reads the last one too.
    await shelf.put(me(), { patient: me(), id: 4 }, [contents[1]!])
    const silent = { ...here, ledger: { ...here.ledger, contact: () => ({ live: false, at: 1, ago: 1 }) } }
    await patient.settled(await patient.jobs.remove(doctor.world.me, 'Dr', [0, 1]))
    await purgeEnded(silent)
    expect(shelf.patients(here.me)).toEqual([me()])
  })

  it('goes when the right is over, but for what somebody else reads here', async () => {
    expect(await Promise.all(contents.map(local.has))).toEqual([true, true])
    await purgeEnded(here)
    expect(shelf.patients(here.me)).toEqual([])
    expect(await Promise.all(contents.map(local.has))).toEqual([false, true])
    expect(shelf.bytes()).toBeLessThan(2 * LENGTH)
  })
  it('comes anew where it is kept and a re-key has replaced it, and the old goes', async () => {
    await checkCopies(patient.world, everything, () => undefined)
    shelf.mark(me(), { patient: me(), id: 4 }, true)
    const patientHere = { ...patient.world, network: here.network, blobs: here.blobs, shelf }
    const placeNow = async () => (await listRecords(patientHere, me()))[0]!.place
    expect(await placeNow()).toBe('elsewhere')
    await keepCurrent(patientHere)
    expect(await placeNow()).toBe('kept')
    expect(await local.has(contents[1]!)).toBe(false)
  })
})
