import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskSources, memorySource } from '../../electron/main/adapters/files-disk.ts'
import { keyOfferCodec } from '../../electron/main/crypto/blocks.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { PublicBlock } from '../../electron/main/domain/bytes.ts'
import type { ClosedFolder } from '../../electron/main/domain/closed-folder.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Destination } from '../../electron/main/domain/folder.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { closedFolders } from '../../electron/main/flows/closed-folders.ts'
import { giveBack, newKeyOf } from '../../electron/main/flows/give-back.ts'
import { handOverProfile, waitingForProfile } from '../../electron/main/flows/hand-over-profile.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { listFolders } from '../../electron/main/flows/list-folders.ts'
import { listPatients } from '../../electron/main/flows/list-patients.ts'
import { listRecords } from '../../electron/main/flows/list-records.ts'
import { newRecover } from '../../electron/main/flows/new-job.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { publishNewKey } from '../../electron/main/flows/publish-key.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import { standing } from '../../electron/main/flows/standing.ts'
import { recoverFolders } from '../../electron/main/flows/take-back.ts'
import { openCast, register, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const CARDIOLOGY = '394579002'
const PSYCHIATRY = '394587001'

describe('a patient who has lost their key', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let colleague: Person
  /** With the key that is lost later, and with the new one. */
  let before: Person
  let patient: Person
  let cardiology: number
  let psychiatry: number

  const add = async (person: Person, title: string, to: Destination): Promise<void> => {
    const toAdd = { patient: before.world.me, to, title, mediaType: 'text/plain' }
    const id = await person.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
    expect(await person.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  const give = async (reader: Person, folders: number[]): Promise<void> => {
    const id = await before.jobs.give({ ...terms(), reader: reader.world.me, folders })
    expect(await before.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  const closed = async (folder: number): Promise<ClosedFolder | undefined> =>
    (await closedFolders(patient.world)).folders.find((each) => each.folder === folder)
  const titles = async (person: Person): Promise<(string | null)[]> =>
    (await listRecords(person.world, before.world.me)).map(({ title }) => title)
  const numberOf = async (specialty: string): Promise<number> =>
    (await listFolders(before.world, before.world.me)).find((folder) => folder.specialty === specialty)!
      .folder
  /** The doctor's last offer with something changed, brought like a true one. */
  const bringChanged = async (
    from: Person,
    change: (offer: ReturnType<typeof keyOfferCodec.decode>) => object,
  ): Promise<void> => {
    const last = patient.world.index.events({ kinds: ['keys-offered'], subject: patient.world.me }).at(-1)!
    const offer = keyOfferCodec.decode(await clinic.blobs.getBlock(last.fields.block as never))
    const block = keyOfferCodec.encode({ ...offer, ...change(offer) })
    await clinic.blobs.putBlock(block as PublicBlock)
    const message = { from: from.world.me, to: patient.world.me, block: pointerTo(block) }
    await bring(from.world, 'OfferKeys', message)
  }

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ admin, doctor, patient: before } = await openCast(clinic))
    colleague = await clinic.person(3)
    await register(admin, colleague, 'doctor')
    await clinic.join(colleague, ['doctor'])
    await add(before, 'Letter', { folder: 1 })
    await add(before, 'ECG', { specialty: CARDIOLOGY })
    await add(before, 'Talk', { specialty: PSYCHIATRY })
    cardiology = await numberOf(CARDIOLOGY)
    psychiatry = await numberOf(PSYCHIATRY)
    await give(colleague, [0, cardiology])
    await give(doctor, [0, cardiology])
    // The re-key is still to come when the doctor adds a record: its key is wrapped to people one by one.
    await bring(before.world, 'RemoveAccess', {
      patient: before.world.me,
      reader: colleague.world.me,
      folders: [],
    })
    await add(doctor, 'Echo', { folder: cardiology })
    await handOverProfile(admin.world, before.world.me)
    patient = await clinic.person(2)
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
      replaces: true,
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
    const { fingerprint } = await patient.world.vault.self()
    expect(doctor.questions.at(-1)).toMatchObject({ act: 'offer', address: patient.world.me, fingerprint })
    expect((await newKeyOf(doctor.world, patient.world.me))?.givenBackAt).toBeGreaterThan(0)
    expect(await closed(0)).toMatchObject({ state: 'given' })
    expect(await closed(cardiology)).toMatchObject({ state: 'given', records: 2, leftOut: 0 })
    expect(await closed(1)).toMatchObject({ state: 'lost' })
    expect(await closed(psychiatry)).toMatchObject({ state: 'lost' })
    // Looking takes nothing in.
    expect(await titles(patient)).toEqual([null, null, null, null])
  })

  it('has a false key refused and its sender named, while a true one beside it counts', async () => {
    await bringChanged(doctor, ({ folders }) => ({
      folders: folders.map((entry, place) => ({ ...entry, wrapped: folders.at(place - 1)!.wrapped })),
    }))
    const { folders, refused } = await closedFolders(patient.world)
    expect(refused).toMatchObject([{ address: doctor.world.me }])
    expect(folders.find(({ folder }) => folder === cardiology)).toMatchObject({ state: 'given' })
  })

  it('has a folder left as it is where only a false key was given for it', async () => {
    await bringChanged(doctor, ({ folders }) => ({
      folders: [...folders, { ...folders[0]!, folder: 1, epoch: 0 }],
    }))
    const told = await closedFolders(patient.world)
    expect(told.folders.find(({ folder }) => folder === 1)).toMatchObject({ state: 'lost' })
    const taking = (folder: number) =>
      recoverFolders({
        world: patient.world,
        state: newRecover(patient.world, 'recover', '', [folder]),
        save: async () => undefined,
        progress: () => undefined,
        signal: new AbortController().signal,
      })
    await expect(taking(1)).rejects.toMatchObject({ code: 'E_OFFER_FALSE', detail: { name: 'Somebody' } })
    await expect(taking(psychiatry)).rejects.toMatchObject({ code: 'E_KEY_LOST' })
  })

  it('does not take an offer that is not from whoever signed for it, or for another key', async () => {
    const offers = patient.world.index
      .events({ kinds: ['keys-offered'], subject: patient.world.me })
      .map(({ fields }) => fields.block as never)
    const [block] = await Promise.all(offers.slice(0, 1).map((pointer) => clinic.blobs.getBlock(pointer)))
    const folder = (await openFolder(doctor.world, patient.world.me, cardiology))!
    const check = (from: Person, bytes: Uint8Array) =>
      patient.world.vault.checkOffers(folder.block, [{ from: from.world.me, block: bytes }], [])
    expect(await check(doctor, block!)).toMatchObject({ from: doctor.world.me, refused: [] })
    expect(await check(colleague, block!)).toMatchObject({ from: null, refused: [colleague.world.me] })
    expect(await check(doctor, text('{"v":1}'))).toMatchObject({ from: null, refused: [doctor.world.me] })
    const echo = patient.world.index.records(patient.world.me).at(-1)!.card
    const cards = [await clinic.blobs.getBlock(echo)]
    const whole = keyOfferCodec.decode(block!)
    const without = keyOfferCodec.encode({ ...whole, records: [] })
    const told = (bytes: Uint8Array) =>
      patient.world.vault.checkOffers(folder.block, [{ from: doctor.world.me, block: bytes }], cards)
    expect(await told(block!)).toMatchObject({ from: doctor.world.me, closed: [] })
    expect(await told(without)).toMatchObject({ from: doctor.world.me, closed: [echo] })
    const other = { ...whole, key: (await before.world.vault.self()).fingerprint }
    expect(await check(doctor, keyOfferCodec.encode(other))).toMatchObject({ from: null, refused: [] })
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
    await add(patient, 'Second letter', { folder: 1 })
    await add(patient, 'Second talk', { specialty: PSYCHIATRY })
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
