import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { handOverProfile, waitingForProfile } from '../../electron/main/flows/hand-over-profile.ts'
import { profileSource } from '../../electron/main/flows/keep-profile.ts'
import { listGrants } from '../../electron/main/flows/list-grants.ts'
import { listPatients } from '../../electron/main/flows/list-patients.ts'
import { listPeople } from '../../electron/main/flows/list-people.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openRecord, readRange } from '../../electron/main/flows/open-record.ts'
import { readLog, verifyLog } from '../../electron/main/flows/read-log.ts'
import { registerPerson } from '../../electron/main/flows/register-person.ts'
import { listRequests, requestAccess } from '../../electron/main/flows/request-access.ts'
import { LETTER, profileOf, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const YEAR = 365 * 24 * 3600

async function add(person: Person, patient: Person, title: string, content: string): Promise<void> {
  const id = await person.jobs.add(
    { patient: patient.world.me, ...LETTER, title },
    memorySource(`${title}.txt`, [text(content)]),
  )
  expect(await person.settled(id)).toMatchObject({ state: 'done', failure: null })
}

async function read(person: Person, patient: Person, id: number): Promise<string> {
  const opened = await openRecord(person.world, patient.world.me, id)
  const parts: Uint8Array[] = []
  for await (const part of readRange(person.world, opened, 0, opened.view.byteLength)) parts.push(part)
  return Buffer.concat(parts).toString()
}

describe('the main job, told by its flows', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let second: Person
  let patient: Person

  beforeAll(async () => {
    clinic = await openClinic()
    ;[admin, doctor, second, patient] = (await Promise.all(
      [0, 1, 2, 3].map((index) => clinic.person(index)),
    )) as [Person, Person, Person, Person]
  })
  afterAll(() => clinic.close())

  it('the admin registers doctors and a patient', async () => {
    await clinic.join(admin, ['admin'])
    const until = Math.floor(Date.now() / 1000) + YEAR
    for (const [person, name] of [
      [doctor, 'Nisha Rao'],
      [second, 'Hana Sato'],
    ] as const) {
      await registerPerson(admin.world, {
        role: 'doctor',
        account: person.world.me,
        profile: profileOf(name),
        specialties: ['394579002'],
        licence: 'A-1',
        until,
      })
    }
    await registerPerson(admin.world, {
      role: 'patient',
      account: patient.world.me,
      profile: profileOf('Amara Osei'),
      specialties: [],
      licence: '',
      until: 0,
    })
    expect((await listPeople(admin.world)).map(({ name }) => name)).toContain('Amara Osei')
  })

  it('each publishes a key, and the patient keeps the profile that the admin hands over', async () => {
    await clinic.join(doctor, ['doctor'])
    await clinic.join(second, ['doctor'])
    await clinic.join(patient, ['patient'])
    await admin.world.index.sync()
    expect(await waitingForProfile(admin.world)).toHaveLength(3)
    await handOverProfile(admin.world, patient.world.me)
    await patient.world.index.sync()
    const { source, mediaType } = await profileSource(patient.world)
    const id = await patient.jobs.add(
      { patient: patient.world.me, to: { folder: 0 }, title: 'profile', mediaType },
      source,
    )
    expect(await patient.settled(id)).toMatchObject({ state: 'done' })
  })

  it('the patient adds two records and reads them', async () => {
    await add(patient, patient, 'Letter', 'a letter')
    await add(patient, patient, 'Report', 'a report')
    expect((await listRecords(patient.world, patient.world.me)).map(({ title }) => title)).toEqual([
      'Report',
      'Letter',
    ])
    expect(await read(patient, patient, 2)).toBe('a letter')
  })

  it('the doctor asks and the patient gives', async () => {
    await requestAccess(doctor.world, patient.world.me)
    expect(await listRequests(patient.world)).toMatchObject([{ name: 'Nisha Rao', state: 'waiting' }])
    const until = Math.floor(Date.now() / 1000) + YEAR
    for (const person of [doctor, second]) {
      const id = await patient.jobs.give({ reader: person.world.me, ...terms(), until })
      expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
    }
    expect(await listGrants(patient.world, patient.world.me)).toHaveLength(2)
    expect(patient.questions.at(-1)).toMatchObject({ act: 'give' })
  })

  it('the doctor opens the records, with every check, and adds one', async () => {
    expect(await listPatients(doctor.world)).toMatchObject([{ name: 'Amara Osei', records: 2 }])
    expect(await read(doctor, patient, 3)).toBe('a report')
    await add(doctor, patient, 'ECG', 'a heartbeat')
    expect(await read(patient, patient, 4)).toBe('a heartbeat')
    await doctor.jobs.views.flush()
  })

  it('the patient removes the doctor; everything gets new keys; the other doctor still reads', async () => {
    const id = await patient.jobs.remove(doctor.world.me, 'Dr Rao', [0, 1])
    expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
    await expect(read(doctor, patient, 3)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    expect(await read(second, patient, 2)).toBe('a letter')
    expect(await read(patient, patient, 4)).toBe('a heartbeat')
    await add(second, patient, 'Note', 'after')
    expect(await read(patient, patient, 5)).toBe('after')
    expect(await listPatients(doctor.world)).toMatchObject([{ name: null, records: 0 }])
  })

  it('everyone sees the log of what concerns them and proves it whole', async () => {
    const kinds = (await readLog(patient.world)).map(({ kind }) => kind)
    expect(kinds).toContain('record-viewed')
    expect(kinds).toContain('rekeyed')
    for (const person of [admin, doctor, second, patient]) {
      expect(await verifyLog(person.world)).toMatchObject({ whole: true })
    }
  })
})
