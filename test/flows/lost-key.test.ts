import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskSources } from '../../electron/main/adapters/files-disk.ts'
import { publicKeyCard } from '../../electron/main/crypto/fingerprint.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { ClosedFolder } from '../../electron/main/domain/closed-folder.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { closedFolders } from '../../electron/main/flows/closed-folders.ts'
import { giveBack, newKeyOf } from '../../electron/main/flows/give-back.ts'
import { handOverProfile, waitingForProfile } from '../../electron/main/flows/hand-over-profile.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { listPatients } from '../../electron/main/flows/list-patients.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { publishNewKey } from '../../electron/main/flows/publish-key.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import { standing } from '../../electron/main/flows/standing.ts'
import { terms, text } from '../support/cast.ts'
import type { Person } from '../support/clinic.ts'
import { addTo, CARDIOLOGY, type LostKey, openLostKey, PSYCHIATRY } from '../support/lost-key.ts'

describe('a patient who has lost their key', () => {
  let clinic: LostKey['clinic']
  let admin: Person
  let doctor: Person
  let colleague: Person
  let before: Person
  let patient: Person
  let cardiology: number
  let psychiatry: number

  const closed = async (folder: number): Promise<ClosedFolder | undefined> =>
    (await closedFolders(patient.world)).folders.find((each) => each.folder === folder)
  const titles = async (person: Person): Promise<(string | null)[]> =>
    (await listRecords(person.world, patient.world.me)).map(({ title }) => title)

  beforeAll(async () => {
    ;({ clinic, admin, doctor, colleague, before, patient, cardiology, psychiatry } = await openLostKey())
    await handOverProfile(admin.world, before.world.me)
  })
  afterAll(() => clinic.close())

  it('is asked for a backup first, and publishes a new key only where they have given the old one up', async () => {
    const { publicKey } = await patient.world.ledger.account(patient.world.me)
    const known = { roles: ['patient'], backedUp: false } as const
    expect(await standing(patient.world, { ...known, replaces: null })).toMatchObject({
      stage: 'needs-restore',
    })
    expect(await standing(patient.world, { ...known, replaces: publicKey })).toMatchObject({
      stage: 'needs-publish',
      replaces: 'lost',
    })
    expect(await waitingForProfile(admin.world)).not.toContain(patient.world.me)
    await publishNewKey(patient.world)
    expect(patient.questions.at(-1)).toMatchObject({ act: 'publish', facts: { replaces: true } })
    expect(await standing(patient.world, { ...known, replaces: publicKey })).toMatchObject({ stage: 'open' })
    // Another computer that still has the old key does not put it back.
    expect(await standing(before.world, { ...known, replaces: null })).toMatchObject({
      stage: 'needs-restore',
    })
  })

  it('can open nothing, and is told what somebody can still give back and what is lost', async () => {
    const records = await listRecords(patient.world, patient.world.me)
    expect(records.map(({ title, failure }) => [title, failure])).toEqual(
      Array.from({ length: 4 }, () => [null, 'E_KEY_LOST']),
    )
    await expect(openRecord(patient.world, patient.world.me, records[0]!.id)).rejects.toMatchObject({
      code: 'E_KEY_LOST',
    })
    const { folders, refused } = await closedFolders(patient.world)
    expect(refused).toEqual([])
    expect(folders).toHaveLength(4)
    expect(await closed(0)).toMatchObject({ state: 'waiting', records: 0, mustBegin: true })
    expect(await closed(1)).toMatchObject({ state: 'lost', records: 1, people: [], mustBegin: true })
    expect(await closed(cardiology)).toMatchObject({
      state: 'waiting',
      records: 2,
      people: [{ address: doctor.world.me, name: 'Somebody', roles: ['doctor'] }],
      mustBegin: false,
    })
    expect(await closed(psychiatry)).toMatchObject({ state: 'lost', records: 1, mustBegin: false })
  })

  it('can neither give access to what is closed, nor give it new keys', async () => {
    const giving = await patient.jobs.give({ ...terms(), reader: doctor.world.me, folders: [0, 1] })
    expect(await patient.settled(giving)).toMatchObject({ failure: { code: 'E_KEY_LOST' } })
    await patient.jobs.dismiss(giving)
    await patient.jobs.closeEnded()
    expect(patient.jobs.list()).toEqual([])
  })

  it('is seen by the doctors who can help, and has nothing given back without one who agrees', async () => {
    const [view] = await listPatients(doctor.world)
    expect(view?.newKey).toEqual({ folders: 2, givenBackAt: null })
    expect(await newKeyOf(colleague.world, patient.world.me)).toBeNull()
    const unread = {
      ...doctor.world,
      blobs: {
        ...doctor.world.blobs,
        getBlock: async () => {
          throw new Failure('E_STORE_UNREACHABLE')
        },
      },
    }
    expect(await listPatients(unread)).toMatchObject([{ patient: patient.world.me, newKey: null }])
    const declining = {
      ...doctor.world,
      confirm: {
        ask: async () => {
          throw new Failure('E_CONFIRM_DECLINED')
        },
      },
    }
    await expect(giveBack(declining, patient.world.me)).rejects.toMatchObject({ code: 'E_CONFIRM_DECLINED' })
    expect(doctor.wallet.asked).not.toContain('OfferKeys')
    expect(await closed(cardiology)).toMatchObject({ state: 'waiting' })
  })

  it('gets nothing from somebody whose right is over, neither by the app nor by the contract', async () => {
    await expect(giveBack(colleague.world, patient.world.me)).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    const message = { from: colleague.world.me, to: patient.world.me, block: pointerTo(text('keys')) }
    await expect(bring(colleague.world, 'OfferKeys', message)).rejects.toMatchObject({
      code: 'E_NOT_ALLOWED',
      detail: { rule: 'NoRight' },
    })
  })

  it('is given back half of the folders, after the doctor has compared the words of the new key', async () => {
    await giveBack(doctor.world, patient.world.me)
    const { spki } = await patient.world.vault.self()
    const { words } = publicKeyCard(spki)
    expect(doctor.questions.at(-1)).toMatchObject({ act: 'offer', address: patient.world.me, words })
    expect((await newKeyOf(doctor.world, patient.world.me))?.givenBackAt).toBeGreaterThan(0)
    expect(await closed(0)).toMatchObject({ state: 'given' })
    expect(await closed(cardiology)).toMatchObject({ state: 'given', records: 2, leftOut: 0 })
    expect(await closed(1)).toMatchObject({ state: 'lost' })
    expect(await closed(psychiatry)).toMatchObject({ state: 'lost' })
    // Looking takes nothing in.
    expect(await titles(patient)).toEqual([null, null, null, null])
  })

  it('takes back what is true: it opens again, for them and for those who may read, under keys of its own', async () => {
    const epoch = (await openFolder(doctor.world, patient.world.me, cardiology))!.readers.epoch
    const unstored = {
      ...patient.world.blobs,
      putFile: async () => {
        throw new Failure('E_STORE_UNREACHABLE')
      },
    }
    const interrupted = new JobRunner({ ...patient.world, blobs: unstored }, diskSources, {
      changed: (view) => patient.views.set(view.id, view),
      gone: () => undefined,
    })
    const id = await interrupted.takeBack()
    await expect.poll(() => patient.views.get(id)?.state).toBe('waiting')
    interrupted.stop()
    // A lock has ended the thread that had the keys: they are taken anew.
    patient = await patient.relock()
    await patient.jobs.resume()
    expect(await patient.settled(id)).toMatchObject({ kind: 'recover', state: 'done', title: 'Somebody' })
    expect(await titles(patient)).toEqual(['Echo', null, 'ECG', null])
    const folder = (await openFolder(patient.world, patient.world.me, cardiology))!
    expect(folder.readers.epoch).toBe(epoch + 1)
    expect(await patient.world.vault.meaningOf(folder.keyring)).toBe(CARDIOLOGY)
    const echo = (await listRecords(patient.world, patient.world.me)).find(({ title }) => title === 'Echo')!
    expect((await openRecord(patient.world, patient.world.me, echo.id)).view).toMatchObject({
      author: doctor.world.me,
    })
    expect((await titles(doctor)).filter((title) => title !== null)).toEqual(['Echo', 'ECG'])
    expect(await newKeyOf(doctor.world, patient.world.me)).toBeNull()
    await expect(patient.jobs.takeBack()).rejects.toMatchObject({ code: 'E_STALE' })
  })

  it('is left with an honest list of what nobody can open', async () => {
    const { folders } = await closedFolders(patient.world)
    expect(folders.map(({ folder, state, records }) => [folder, state, records])).toEqual([
      [1, 'lost', 1],
      [psychiatry, 'lost', 1],
    ])
  })

  it('begins anew what they need, asked in main’s own window; the old records stay closed', async () => {
    const id = await patient.jobs.beginAnew()
    expect(await patient.settled(id)).toMatchObject({ kind: 'anew', state: 'done' })
    expect(patient.questions.at(-1)).toMatchObject({
      act: 'anew',
      facts: { profile: false, folders: 'general' },
    })
    expect((await closedFolders(patient.world)).folders.map(({ folder }) => folder)).toEqual([psychiatry])
    await addTo(patient, patient, 'Second letter', { folder: 1 })
    await addTo(patient, patient, 'Second talk', { specialty: PSYCHIATRY })
    expect(await titles(patient)).toEqual(['Second talk', 'Second letter', 'Echo', null, 'ECG', null])
    await expect(patient.jobs.beginAnew()).rejects.toMatchObject({ code: 'E_STALE' })
  })

  it('can give access as before', async () => {
    const id = await patient.jobs.give({ ...terms(), reader: colleague.world.me, folders: [0, 1] })
    expect(await patient.settled(id)).toMatchObject({ state: 'done', failure: null })
    expect(await titles(colleague)).toContain('Second letter')
  })

  it('and everybody else finds it in the log; the front desk may hand the profile over again', async () => {
    for (const person of [patient, doctor, admin])
      expect(await readLog(person.world)).toContainEqual(
        expect.objectContaining({
          kind: 'keys-offered',
          actor: doctor.world.me,
          subject: patient.world.me,
        }),
      )
    expect(await waitingForProfile(admin.world)).toContain(patient.world.me)
  })
})
