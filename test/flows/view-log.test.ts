import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { keep, kept } from '../../electron/main/flows/job.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { ViewLog } from '../../electron/main/flows/view-log.ts'
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

const logged = (): number => doctor.world.index.events({ kinds: ['record-viewed'] }).length

it('views that another act, or whatever else, was in the way of are brought a little later', async () => {
  const { world } = doctor
  await world.index.sync()
  const record = world.index.records(patient.world.me).find(({ folder }) => folder === 1)!.id
  await openRecord(world, patient.world.me, record)
  const carry = vi.spyOn(world.ledger, 'carry')
  carry.mockRejectedValueOnce(new Failure('E_STALE'))
  carry.mockRejectedValueOnce(new Failure('E_CHAIN_REFUSED'))
  const views = new ViewLog(world, { gather: 10, again: 50 })
  views.note()
  await expect.poll(logged).toBe(1)
  expect(carry).toHaveBeenCalledTimes(3)
  views.stop()
})

it('a view under a right that was replaced does not hold up the others, and is not tried again', async () => {
  const { world } = doctor
  await world.index.sync()
  const record = world.index.records(patient.world.me).find(({ folder }) => folder === 1)!.id
  for (const _ of ['morning', 'noon', 'evening']) await openRecord(world, patient.world.me, record)
  const [view] = (await kept(world)).filter((state) => state.kind === 'view')
  const { since } = await world.ledger.right(patient.world.me, world.me)
  await keep(world, { ...view!, at: since - 60 })

  // Two sittings' ends at once log nothing twice.
  await Promise.all([doctor.jobs.views.flush(), doctor.jobs.views.flush()])

  expect(logged()).toBe(3)
  const left = (await kept(world)).filter((state) => state.kind === 'view')
  expect(left).toMatchObject([{ id: view!.id, finishedAt: expect.any(Number) }])

  await doctor.jobs.views.flush()
  expect(logged()).toBe(3)
})
