import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskSources, memorySource } from '../../electron/main/adapters/files-disk.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { type Destination, FOLDER_LIMIT } from '../../electron/main/domain/folder.ts'
import type { JobView } from '../../electron/main/domain/job.ts'
import { SPECIALTY_CODES, type SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { listFolders, openedFolders } from '../../electron/main/flows/list-folders.ts'
import { listGrants } from '../../electron/main/flows/list-grants.ts'
import { listPatients } from '../../electron/main/flows/list-patients.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { previewRemove } from '../../electron/main/flows/preview-access.ts'
import { rememberPlace } from '../../electron/main/flows/suggest-specialty.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { openCast, terms, text, tomorrow } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const CARDIOLOGY: SpecialtyCode = '394579002'
const PSYCHIATRY: SpecialtyCode = '394587001'
const NEUROLOGY: SpecialtyCode = '394591006'
const GENERAL_PRACTICE: SpecialtyCode = '394814009'
const HOUR = 3600

describe('folders by specialty', () => {
  /** How far the clinic's clock has been put on, in seconds. */
  let later = 0
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let doctor: Person
  let patient: Person

  beforeAll(async () => {
    clinic = await openClinic({ now: () => new Date(Date.now() + later * 1000) })
    ;({ doctor, patient } = await openCast(clinic))
  })
  afterAll(() => clinic.close())

  const wait = async (seconds: number): Promise<void> => {
    later += seconds
    await clinic.provider.send('evm_increaseTime', [seconds])
    await clinic.provider.send('evm_mine', [])
  }
  const add = async (person: Person, title: string, to: Destination): Promise<void> => {
    const toAdd = { patient: patient.world.me, to, title, mediaType: 'text/plain' }
    const id = await person.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
    expect(await person.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  const titles = async (person: Person): Promise<(string | null)[]> =>
    (await listRecords(person.world, patient.world.me)).map(({ title }) => title)
  const numberOf = async (specialty: string): Promise<number> =>
    (await listFolders(patient.world, patient.world.me)).find((folder) => folder.specialty === specialty)!
      .folder

  it('a specialty gets a folder when something first goes into it, under a number by chance', async () => {
    await add(patient, 'Letter', { folder: 1 })
    await add(patient, 'ECG', { specialty: CARDIOLOGY })
    await add(patient, 'Echo', { specialty: CARDIOLOGY })
    await add(patient, 'Talk', { specialty: PSYCHIATRY })
    await add(patient, 'Cold', { specialty: GENERAL_PRACTICE })
    expect(patient.wallet.asked.filter((act) => act === 'OpenFolders')).toHaveLength(2)
    const folders = await listFolders(patient.world, patient.world.me)
    expect(folders.map(({ specialty, records }) => [specialty, records])).toEqual(
      expect.arrayContaining([
        [null, 2],
        [CARDIOLOGY, 2],
        [PSYCHIATRY, 1],
      ]),
    )
    expect(SPECIALTY_CODES.length).toBeLessThan(FOLDER_LIMIT - 2)
  })

  it('what a document was put into teaches its person, by specialty or by a folder that is open', async () => {
    const { world } = patient
    const learned = async (): Promise<string[]> =>
      Object.keys(JSON.parse((await world.learned.get('specialties')) ?? '{}'))
    await rememberPlace(world, ['1', '2'], world.me, { folder: 1 })
    expect(await learned()).toEqual([])
    await rememberPlace(world, ['1', '2'], world.me, { folder: await numberOf(PSYCHIATRY) })
    await rememberPlace(world, ['1', '2'], world.me, { specialty: NEUROLOGY })
    await rememberPlace(world, [], world.me, { specialty: CARDIOLOGY })
    expect((await learned()).sort()).toEqual([PSYCHIATRY, NEUROLOGY].sort())
    expect(await doctor.world.learned.keys()).toEqual([])
    await rememberPlace(doctor.world, ['1'], world.me, { folder: await numberOf(PSYCHIATRY) })
    expect(await doctor.world.learned.keys()).toEqual([])
  })

  it('what a folder is for is nowhere to be read by somebody without its key', async () => {
    const number = await numberOf(CARDIOLOGY)
    const { keyring } = await patient.world.ledger.folder(patient.world.me, number)
    const block = Buffer.from(await patient.world.blobs.getBlock(keyring))
    expect(block.includes(CARDIOLOGY)).toBe(false)
    expect(block.includes(Buffer.from(CARDIOLOGY).toString('base64').slice(0, 10))).toBe(false)
    expect(await listFolders(doctor.world, patient.world.me)).toEqual([])
  })

  it('a doctor who is given one specialty sees its records and nothing of the others', async () => {
    const cardiology = await numberOf(CARDIOLOGY)
    const given = { ...terms(), folders: [0, cardiology], until: tomorrow() }
    const id = await patient.jobs.give({ reader: doctor.world.me, ...given })
    expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
    expect(await titles(doctor)).toEqual(['Echo', 'ECG'])
    expect(await listFolders(doctor.world, patient.world.me)).toMatchObject([
      { folder: cardiology, specialty: CARDIOLOGY },
    ])
    expect(await listPatients(doctor.world)).toMatchObject([{ records: 2 }])
    expect(await previewRemove(patient.world, doctor.world.me)).toMatchObject({ records: 2 })
    await add(doctor, 'Stress test', { folder: cardiology })
    expect(await titles(patient)).toContain('Stress test')
  })

  it('nobody but the patient opens a folder', async () => {
    const toAdd = {
      patient: patient.world.me,
      to: { specialty: NEUROLOGY },
      title: 'Note',
      mediaType: 'text/plain',
    }
    const id = await doctor.jobs.add(toAdd, memorySource('note.txt', [text('a note')]))
    expect(await doctor.settled(id)).toMatchObject({ failure: { code: 'E_NOT_ALLOWED' } })
    expect(doctor.wallet.asked).not.toContain('OpenFolders')
    await doctor.jobs.dismiss(id)
  })

  it('giving opens the folders that there are none of yet, and takes back what is left out', async () => {
    const given = { ...terms(), folders: [0], specialties: [CARDIOLOGY, NEUROLOGY] }
    const id = await patient.jobs.give({ reader: doctor.world.me, ...given })
    expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
    const [grant] = await listGrants(patient.world, patient.world.me)
    expect(grant?.folders).toEqual(
      [await numberOf(CARDIOLOGY), await numberOf(NEUROLOGY)].sort((a, b) => a - b),
    )
  })

  it('a record that is moved is read by those of the new folder alone, proven as before', async () => {
    const neurology = await numberOf(NEUROLOGY)
    const talk = (await listRecords(patient.world, patient.world.me)).find(({ title }) => title === 'Talk')!
    const echo = (await listRecords(patient.world, patient.world.me)).find(({ title }) => title === 'Echo')!
    expect(await titles(doctor)).not.toContain('Talk')
    const move = async (record: number, title: string, to: Destination) =>
      patient.settled(await patient.jobs.move(record, title, to))
    expect(await move(talk.id, 'Talk', { folder: neurology })).toMatchObject({ state: 'done', failure: null })
    expect(patient.questions.at(-1)).toMatchObject({
      act: 'move',
      name: 'Talk',
      facts: { folders: NEUROLOGY },
    })
    expect(await titles(doctor)).toContain('Talk')
    expect((await openRecord(doctor.world, patient.world.me, talk.id)).view).toMatchObject({
      folder: neurology,
      title: 'Talk',
      author: patient.world.me,
    })
    expect(await move(echo.id, 'Echo', { specialty: PSYCHIATRY })).toMatchObject({ state: 'done' })
    expect(await titles(doctor)).not.toContain('Echo')
    await expect(openRecord(doctor.world, patient.world.me, echo.id)).rejects.toBeInstanceOf(Failure)
    expect(await titles(patient)).toHaveLength(6)
    expect(await move(echo.id, 'Echo', { specialty: PSYCHIATRY })).toMatchObject({
      failure: { code: 'E_INPUT' },
    })
    const counted = (await listFolders(patient.world, patient.world.me)).map(({ records }) => records)
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(6)
  })

  it('a removal that was held up does not bring back what was moved away meanwhile', async () => {
    const cardiology = await numberOf(CARDIOLOGY)
    const all = await listRecords(patient.world, patient.world.me)
    const ecg = all.find(({ title }) => title === 'ECG')!
    let isAway = true
    const putFile: World['blobs']['putFile'] = async (content) => {
      if (isAway) throw new Failure('E_STORE_UNREACHABLE')
      return patient.world.blobs.putFile(content)
    }
    const views = new Map<string, JobView>()
    const blobs = { ...patient.world.blobs, putFile }
    const runner = new JobRunner({ ...patient.world, blobs }, diskSources, {
      changed: (view) => views.set(view.id, view),
      gone: () => undefined,
    })
    const { folders } = await patient.world.ledger.right(patient.world.me, doctor.world.me)
    const id = await runner.remove(doctor.world.me, 'Dr', [...folders])
    await expect.poll(() => views.get(id)?.state).toBe('waiting')
    const moved = await patient.jobs.move(ecg.id, 'ECG', { folder: 1 })
    expect(await patient.settled(moved)).toMatchObject({ state: 'done' })
    isAway = false
    runner.retry(id)
    await expect.poll(() => views.get(id)?.state).toBe('done')
    const after = await openFolder(patient.world, patient.world.me, cardiology)
    expect(after!.cards!.has(ecg.id)).toBe(false)
    expect((await openRecord(patient.world, patient.world.me, ecg.id)).view.folder).toBe(1)
    expect(await titles(patient)).toHaveLength(all.length)
    expect((await titles(doctor)).filter((title) => title !== null)).toEqual([])
    const again = { ...terms(), folders: [0, cardiology], until: tomorrow() }
    expect(
      await patient.settled(await patient.jobs.give({ reader: doctor.world.me, ...again })),
    ).toMatchObject({ state: 'done' })
  })

  it('a right that has ended by itself is followed by new keys at the next sign-in, once', async () => {
    const cardiology = await numberOf(CARDIOLOGY)
    const before = await openFolder(patient.world, patient.world.me, cardiology)
    await patient.jobs.closeEnded()
    expect(patient.jobs.list().filter(({ kind }) => kind === 'remove')).toEqual([])

    await wait(26 * HOUR)
    await patient.jobs.closeEnded()
    const [job] = patient.jobs.list().filter(({ kind }) => kind === 'remove')
    const asked = patient.wallet.asked.length
    expect(await patient.settled(job!.id)).toMatchObject({ state: 'done', endedAlone: true })
    expect(patient.wallet.asked).toHaveLength(asked)

    const after = await openFolder(patient.world, patient.world.me, cardiology)
    expect(after!.readers.epoch).toBe(before!.readers.epoch + 1)
    expect(after!.readers.to.map(({ address }) => address)).toEqual([patient.world.me])
    expect(await numberOf(CARDIOLOGY), 'the meaning goes along').toBe(cardiology)
    expect(await titles(patient)).toHaveLength(6)
    await patient.jobs.closeEnded()
    expect(patient.jobs.list().filter(({ kind }) => kind === 'remove')).toHaveLength(1)
    expect(openedFolders(patient.world, patient.world.me)).toHaveLength(5)
  })
})
