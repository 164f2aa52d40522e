import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHeliaBlobs, type EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { checkCopies } from '../../electron/main/flows/check-copies.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { startKuboServer } from '../../tools/stand-ins/kubo-server.ts'
import { LETTER, register, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

let clinic: Awaited<ReturnType<typeof openClinic>>
let server: Awaited<ReturnType<typeof startKuboServer>>
let patient: Person
const locals: EmbeddedBlobs[] = []

const shared = (local: EmbeddedBlobs) =>
  createSharedBlobs({
    local,
    stores: [createKuboStore({ name: 'node', url: server.url })],
    copies: 1,
  })

beforeAll(async () => {
  clinic = await openClinic()
  server = await startKuboServer()
  const [admin, person] = await Promise.all([0, 1].map(clinic.person))
  patient = person!
  await clinic.join(admin!, ['admin'])
  await register(admin!, patient, 'patient')
  await clinic.join(patient, ['patient'])
  const source = memorySource('letter.txt', [text('a letter')])
  await patient.settled(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
})
afterAll(async () => {
  await clinic.close()
  await Promise.all([server, ...locals].map((each) => each.stop()))
})

it('a store that comes later gets everything, and another computer then reads from it', async () => {
  const told: [number, number][] = []
  const found = await checkCopies(patient.world, shared(clinic.blobs), (done, total) =>
    told.push([done, total]),
  )
  // Public key, profile, two keyrings, and the record's card and content.
  expect(found).toMatchObject({ checked: 6, repaired: 6, failed: 0, failure: null })
  expect(told.at(-1)).toEqual([6, 6])

  const local = await createHeliaBlobs({
    blockstore: new MemoryBlockstore(),
    datastore: new MemoryDatastore(),
  })
  locals.push(local)
  const elsewhere: World = { ...patient.world, blobs: shared(local) }
  const record = elsewhere.index.records(elsewhere.me)[0]!.id
  expect((await openRecord(elsewhere, elsewhere.me, record)).view).toMatchObject({ title: 'Letter' })
})

it('a second look finds nothing to do, and a store that fails is named', async () => {
  expect(await checkCopies(patient.world, shared(clinic.blobs), () => undefined)).toMatchObject({
    repaired: 0,
    failed: 0,
  })
  server.misbehave('locked')
  expect(await checkCopies(patient.world, shared(clinic.blobs), () => undefined)).toMatchObject({
    failed: 6,
    failure: { code: 'E_STORE_REFUSED', detail: { store: 'node', status: 401 } },
  })
  server.misbehave('none')
})
