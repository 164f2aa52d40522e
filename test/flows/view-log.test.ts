import { afterAll, beforeAll, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { keep, kept } from '../../electron/main/flows/job.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { LETTER, openCast, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

let clinic: Awaited<ReturnType<typeof openClinic>>
let doctor: Person
let patient: Person

beforeAll(async () => {
  clinic = await openClinic()
  ;({ doctor, patient } = await openCast(clinic))
  const source = memorySource('letter.txt', [text('a letter')])
  await patient.settled(await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source))
  await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
})
afterAll(() => clinic.close())

it('a view under a right that was replaced does not hold up the others, and is not tried again', async () => {
  const { world } = doctor
  await world.index.sync()
  const record = world.index.records(patient.world.me).find(({ folder }) => folder === 1)!.id
  for (const _ of ['morning', 'noon', 'evening']) await openRecord(world, patient.world.me, record)
  const [view] = (await kept(world)).filter((state) => state.kind === 'view')
  const { since } = await world.ledger.right(patient.world.me, world.me)
  await keep(world, { ...view!, at: since - 60 })

  await doctor.jobs.views.flush()

  const logged = (): number => world.index.events({ kinds: ['record-viewed'] }).length
  expect(logged()).toBe(2)
  const left = (await kept(world)).filter((state) => state.kind === 'view')
  expect(left).toMatchObject([{ id: view!.id, finishedAt: expect.any(Number) }])

  await doctor.jobs.views.flush()
  expect(logged()).toBe(2)
})
