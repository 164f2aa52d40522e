import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { openRecord, readRange } from '../../electron/main/flows/open-record.ts'
import { LETTER, openCast, terms } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

/** Three segments and three blocks, with padding behind them. */
const BYTES = Uint8Array.from(randomBytes(2_600_001))

let clinic: Awaited<ReturnType<typeof openClinic>>
let doctor: Person
let patient: Person

beforeAll(async () => {
  clinic = await openClinic()
  ;({ doctor, patient } = await openCast(clinic))
})
afterAll(() => clinic.close())

async function read({ world }: Person): Promise<Buffer> {
  const opened = await openRecord(world, patient.world.me, 1)
  const parts: Uint8Array[] = []
  for await (const part of readRange(world, opened, 0, BYTES.length)) parts.push(part)
  return Buffer.concat(parts)
}

it('a record of several segments comes back byte by byte, also for a doctor', async () => {
  const source = memorySource('scan.png', [BYTES.slice(0, 700_000), BYTES.slice(700_000)])
  const added = await patient.jobs.add({ patient: patient.world.me, ...LETTER }, source)
  expect(await patient.settled(added)).toMatchObject({ state: 'done' })
  await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...terms() }))
  for (const person of [patient, doctor]) expect((await read(person)).equals(BYTES)).toBe(true)
})

it('and is still the same under new keys', async () => {
  const removed = await patient.jobs.remove(doctor.world.me, 'Dr', [0, 1])
  expect(await patient.settled(removed)).toMatchObject({ state: 'done' })
  expect((await read(patient)).equals(BYTES)).toBe(true)
})
