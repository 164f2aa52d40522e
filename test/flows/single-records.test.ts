import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { cardCodec } from '../../electron/main/crypto/blocks.ts'
import type { Destination } from '../../electron/main/domain/folder.ts'
import type { RecordEvent } from '../../electron/main/domain/record.ts'
import { listFolders } from '../../electron/main/flows/list-folders.ts'
import { listGrants } from '../../electron/main/flows/list-grants.ts'
import { listPatients } from '../../electron/main/flows/list-patients.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { reachFolder, readFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { previewGive } from '../../electron/main/flows/preview-access.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import { listRequests, requestAccess } from '../../electron/main/flows/request-access.ts'
import { keepIdentity, openCast, register, terms, text, tomorrow } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const CARDIOLOGY = '394579002'
const HOUR = 3600
const NAME = 'Amara Osei'

describe('single records', () => {
  /** How far the clinic's clock has been put on, in seconds. */
  let later = 0
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let doctor: Person
  let colleague: Person
  let patient: Person

  beforeAll(async () => {
    clinic = await openClinic({ now: () => new Date(Date.now() + later * 1000) })
    const { admin, ...others } = await openCast(clinic)
    ;({ doctor, patient } = others)
    colleague = await clinic.person(3)
    await register(admin, colleague, 'doctor', 'Colleague')
    await clinic.join(colleague, ['doctor'])
    await keepIdentity(patient, NAME)
    for (const title of ['Letter', 'X-ray', 'Blood']) await add(patient, title, { folder: 1 })
  })
  afterAll(() => clinic.close())

  const wait = async (seconds: number): Promise<void> => {
    later += seconds
    await clinic.provider.send('evm_increaseTime', [seconds])
    await clinic.provider.send('evm_mine', [])
  }
  const DONE = { state: 'done', failure: null }
  const add = async (person: Person, title: string, to: Destination): Promise<void> => {
    const toAdd = { patient: patient.world.me, to, title, mediaType: 'text/plain' }
    const id = await person.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
    expect(await person.settled(id)).toMatchObject(DONE)
  }
  /** The patient's record of this title, as the chain tells of it. */
  const record = async (title: string): Promise<RecordEvent> => {
    const { id } = (await listRecords(patient.world, patient.world.me)).find((each) => each.title === title)!
    return patient.world.index.records(patient.world.me).find((event) => event.id === id)!
  }
  const share = async (reader: Person, title: string, until = tomorrow()) => {
    const records = [(await record(title)).id]
    const id = await patient.jobs.give({ reader: reader.world.me, readerName: 'Dr', records, until })
    return patient.settled(id)
  }
  const give = async (reader: Person, until = tomorrow()) =>
    patient.settled(await patient.jobs.give({ reader: reader.world.me, ...terms(), until }))
  const remove = async (reader: Person) => {
    const { folders } = await patient.world.ledger.right(patient.world.me, reader.world.me)
    return patient.settled(await patient.jobs.remove(reader.world.me, 'Dr', [...folders]))
  }
  const titles = async (reader: Person): Promise<(string | null)[]> =>
    (await listRecords(reader.world, patient.world.me)).map(({ title }) => title)
  const opens = async (reader: Person, title: string): Promise<string> =>
    (await openRecord(reader.world, patient.world.me, (await record(title)).id)).view.title!
  const general = async () => (await readFolder(patient.world, patient.world.me, 1))!
  const cardOf = async (title: string): Promise<Uint8Array> => {
    const event = await record(title)
    return patient.world.blobs.getBlock((await general()).cards?.get(event.id) ?? event.card)
  }
  const closeEnded = async (): Promise<void> => {
    await patient.jobs.closeEnded()
    const [job] = patient.jobs.list().filter(({ kind, state }) => kind === 'remove' && state !== 'done')
    if (job !== undefined) expect(await patient.settled(job.id)).toMatchObject(DONE)
  }

  it('a doctor with whom one record is shared reads it and nothing else', async () => {
    await requestAccess(doctor.world, patient.world.me)
    expect(await share(doctor, 'Letter')).toMatchObject(DONE)
    expect(patient.questions.at(-1)).toMatchObject({ act: 'give', facts: { records: 'Letter', earlier: 0 } })
    expect(await patient.world.ledger.right(patient.world.me, doctor.world.me)).toMatchObject({
      folders: [1],
      listedOnly: true,
      mayAdd: false,
    })
    expect(await titles(doctor)).toEqual(['Letter'])
    expect(await opens(doctor, 'Letter')).toBe('Letter')
    await expect(opens(doctor, 'X-ray')).rejects.toMatchObject({ code: 'E_NOT_ADDRESSED' })
    expect(await listFolders(doctor.world, patient.world.me)).toEqual([])
    expect((await readLog(doctor.world)).find(({ kind }) => kind === 'access-given')).toMatchObject({
      listedOnly: true,
      folders: [1],
    })
    await doctor.jobs.views.flush()
    const views = doctor.world.index.events({ kinds: ['record-viewed'], actor: doctor.world.me })
    expect(views.map(({ fields }) => fields.record)).toEqual([(await record('Letter')).id])
  })

  it('both see which records are shared, the doctor an address for a name, and a request for more still waits', async () => {
    expect(await listRequests(patient.world)).toMatchObject([{ state: 'waiting' }])
    const { id } = await record('Letter')
    expect(await listGrants(patient.world, patient.world.me)).toMatchObject([
      { records: [{ id, folder: 1 }], state: 'open' },
    ])
    expect(await listPatients(doctor.world)).toMatchObject([
      { records: 1, name: null, grant: { records: [{ id, folder: 1 }], folders: [1] } },
    ])
    expect(await previewGive(patient.world, doctor.world.me)).toMatchObject({ given: [], listed: 1 })
  })

  it('nor does the key in their vault open anything else', async () => {
    const { vault } = doctor.world
    const { block } = await general()
    const [letter, xray] = [await record('Letter'), await record('X-ray')]
    expect(await vault.admitKeyring(block)).toBe(false)
    await expect(vault.openListedCard(block, xray.digest, await cardOf('X-ray'))).rejects.toMatchObject({
      code: 'E_NOT_ADDRESSED',
    })
    await expect(vault.openListedCard(block, letter.digest, await cardOf('X-ray'))).rejects.toMatchObject({
      code: 'E_KEY_COMMITMENT',
    })
    await expect(vault.openCard((await general()).keyring, await cardOf('X-ray'))).rejects.toMatchObject({
      code: 'E_NOT_ADDRESSED',
    })
  })

  it('a second record is shared beside the first, under the same right', async () => {
    const { since } = await patient.world.ledger.right(patient.world.me, doctor.world.me)
    expect(await share(doctor, 'X-ray')).toMatchObject(DONE)
    expect(patient.questions.at(-1)).toMatchObject({ facts: { records: 'X-ray', earlier: 1 } })
    expect(await titles(doctor)).toEqual(['X-ray', 'Letter'])
    expect(await patient.world.ledger.right(patient.world.me, doctor.world.me)).toMatchObject({ since })
  })

  it('what is added afterwards lies under the folder key as before, and is not theirs', async () => {
    await add(patient, 'Note', { folder: 1 })
    expect(cardCodec.decode(await cardOf('Note')).to).toBeUndefined()
    expect(await titles(doctor)).toEqual(['X-ray', 'Letter'])
    const toAdd = { patient: patient.world.me, to: { folder: 1 }, title: 'Mine', mediaType: 'text/plain' }
    const id = await doctor.jobs.add(toAdd, memorySource('mine.txt', [text('mine')]))
    expect(await doctor.settled(id)).toMatchObject({ failure: { code: 'E_NOT_ALLOWED' } })
    await doctor.jobs.dismiss(id)
  })

  it('nothing is shared one by one with a doctor who reads whole folders, and nothing is signed', async () => {
    expect(await give(colleague)).toMatchObject(DONE)
    const asked = patient.wallet.asked.length
    const refused = await share(colleague, 'Letter')
    expect(refused).toMatchObject({ failure: { code: 'E_READS_FOLDERS' } })
    expect(patient.wallet.asked).toHaveLength(asked)
    await patient.jobs.cancel(refused.id)
    expect(await titles(colleague)).toHaveLength(4)
  })

  it('the new keys after somebody else is removed reach those with whom a record is shared', async () => {
    const before = await general()
    expect(await remove(colleague)).toMatchObject(DONE)
    const after = await general()
    expect(after.readers.epoch).toBe(before.readers.epoch + 1)
    expect(after.readers.to.map(({ address }) => address)).toEqual([patient.world.me])
    doctor = await doctor.relock()
    expect(await titles(doctor)).toEqual(['X-ray', 'Letter'])
    expect(await opens(doctor, 'X-ray')).toBe('X-ray')
    await expect(opens(doctor, 'Blood')).rejects.toMatchObject({ code: 'E_NOT_ADDRESSED' })
    await patient.jobs.closeEnded()
    expect(patient.jobs.list().filter(({ state }) => state !== 'done' && state !== 'cancelled')).toEqual([])
  })

  it('a record that is moved is shared no longer; the others are', async () => {
    const { id } = await record('X-ray')
    const moved = await patient.jobs.move(id, 'X-ray', { specialty: CARDIOLOGY })
    expect(await patient.settled(moved)).toMatchObject(DONE)
    expect(await titles(doctor)).toEqual(['Letter'])
    expect((await listGrants(patient.world, patient.world.me))[0]!.records).toEqual([
      { id: (await record('Letter')).id, folder: 1 },
    ])
    expect(await share(doctor, 'X-ray')).toMatchObject(DONE)
    expect(await titles(doctor)).toEqual(['X-ray', 'Letter'])
    const { folders } = await patient.world.ledger.right(patient.world.me, doctor.world.me)
    expect(folders, 'two folders hold them').toHaveLength(2)
  })

  it('whole folders take the place of single records; what is in another folder gets new keys', async () => {
    const cardiology = (await listFolders(patient.world, patient.world.me)).find(
      ({ specialty }) => specialty === CARDIOLOGY,
    )!.folder
    const before = (await readFolder(patient.world, patient.world.me, cardiology))!
    expect(await give(doctor, Math.floor(Date.now() / 1000) + HOUR)).toMatchObject(DONE)
    expect((await general()).readers.single).toEqual({})
    expect((await titles(doctor)).sort()).toEqual(['Blood', 'Letter', 'Note'])
    expect(await listPatients(doctor.world)).toMatchObject([{ name: NAME }])
    expect(await listRequests(patient.world)).toMatchObject([{ state: 'given' }])
    await expect(opens(doctor, 'X-ray')).rejects.toMatchObject({ code: 'E_BLOCK_MISSING' })
    await closeEnded()
    expect((await readFolder(patient.world, patient.world.me, cardiology))!.readers).toMatchObject({
      epoch: before.readers.epoch + 1,
      single: {},
    })
  })

  it('somebody whose whole right is over reads a shared record and nothing more by a key from before', async () => {
    await wait(2 * HOUR)
    expect(await share(doctor, 'Blood', tomorrow())).toMatchObject(DONE)
    const known = await general()
    expect(
      known.readers.to.map(({ address }) => address),
      'waits for its new keys',
    ).toContain(doctor.world.me)
    expect(await titles(doctor)).toEqual(['Blood'])
    expect((await reachFolder(doctor.world, patient.world.me, 1))!.listed!.size).toBe(1)
    expect(await listFolders(doctor.world, patient.world.me)).toEqual([])
    expect(await listPatients(doctor.world)).toMatchObject([{ name: null }])
    await add(patient, 'Later', { folder: 1 })
    expect(cardCodec.decode(await cardOf('Later')).to!.map(({ address }) => address)).toEqual([
      patient.world.me,
    ])
    await closeEnded()
    expect((await general()).readers.to.map(({ address }) => address)).toEqual([patient.world.me])
    expect(await titles(doctor)).toEqual(['Blood'])
  })

  it('removing ends it at once, with new keys and one signature', async () => {
    const asked = patient.wallet.asked.length
    expect(await remove(doctor)).toMatchObject(DONE)
    expect(patient.wallet.asked.slice(asked)).toEqual(['RemoveAccess'])
    expect((await general()).readers.single).toEqual({})
    expect(await titles(doctor)).toEqual([])
    await expect(opens(doctor, 'Blood')).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  it('a share that is over by itself gets new keys before anything else is shared', async () => {
    expect(await share(doctor, 'Letter', Math.floor(Date.now() / 1000) + later + HOUR)).toMatchObject(DONE)
    await wait(2 * HOUR)
    await expect(opens(doctor, 'Letter')).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    const refused = await share(doctor, 'Blood')
    expect(refused).toMatchObject({ failure: { code: 'E_KEYS_CHANGING' } })
    await patient.jobs.cancel(refused.id)
    await closeEnded()
    expect((await general()).readers.single).toEqual({})
    expect(await share(doctor, 'Blood')).toMatchObject(DONE)
    expect(await titles(doctor)).toEqual(['Blood'])
  })
})
