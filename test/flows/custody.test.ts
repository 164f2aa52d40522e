import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { isWrappedTo } from '../../electron/main/crypto/envelope.ts'
import type { Fingerprint, Hex32 } from '../../electron/main/domain/bytes.ts'
import { NO_END } from '../../electron/main/domain/right.ts'
import { chargesOf, handOver, isKnownToOther, passOn, signerFor } from '../../electron/main/flows/acting.ts'
import { bring } from '../../electron/main/flows/bring-act.ts'
import { closedFolders } from '../../electron/main/flows/closed-folders.ts'
import { custodies } from '../../electron/main/flows/custodies.ts'
import { listPeople } from '../../electron/main/flows/list-people.ts'
import { openCard } from '../../electron/main/flows/open-card.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { publishNewKey } from '../../electron/main/flows/publish-key.ts'
import { readKey } from '../../electron/main/flows/read-key.ts'
import { readLog, verifyLog } from '../../electron/main/flows/read-log.ts'
import { registerChild } from '../../electron/main/flows/register-child.ts'
import { standing } from '../../electron/main/flows/standing.ts'
import { LETTER, openCast, profileOf, terms, text, tomorrow } from '../support/cast.ts'
import { addressAt, openClinic, PASSPHRASE, type Person } from '../support/clinic.ts'

const PARENT = 4
const YOUNG = 5
const OTHER = 6
const KNOWN = { roles: ['patient'], backedUp: false, replaces: null } as const

describe('a child for whom a parent acts', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let patient: Person
  /** The parent at their own computer, in the child's place. */
  let parent: Person
  /** The child once it has a wallet of its own. */
  let young: Person

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ admin, doctor, patient } = await openCast(clinic))
    const custodian = addressAt(PARENT)
    const child = await registerChild(admin.world, {
      profile: profileOf('Mia'),
      custodian,
      custodyUntil: tomorrow(),
    })
    parent = await clinic.acting(PARENT, child.address)
  }, 60_000)
  afterAll(() => clinic.close())

  const add = async (person: Person, title: string): Promise<void> => {
    const toAdd = { patient: parent.world.me, ...LETTER, title }
    const id = await person.jobs.add(toAdd, memorySource(`${title}.txt`, [text(title)]))
    expect(await person.settled(id)).toMatchObject({ state: 'done', failure: null })
  }
  const newest = () => parent.world.index.records(parent.world.me).at(-1)!

  it('is registered with a custodian, whose wallet finds whom it acts for', async () => {
    expect(await listPeople(admin.world)).toContainEqual(
      expect.objectContaining({ address: parent.world.me, roles: ['patient'], name: 'Mia', hasKey: false }),
    )
    expect(await chargesOf(parent.world, addressAt(PARENT))).toEqual([
      { address: parent.world.me, until: expect.any(Number) },
    ])
    expect(await chargesOf(parent.world, addressAt(YOUNG))).toEqual([])
  })

  it('joins, adds a record and gives a doctor access, each signed by the parent', async () => {
    await clinic.join(parent, ['patient'])
    await add(parent, 'Vaccination')
    const id = await parent.jobs.give({ ...terms(), reader: doctor.world.me })
    expect(await parent.settled(id)).toMatchObject({ state: 'done', failure: null })
    expect(parent.wallet.asked).toEqual(['Join', 'AddRecord', 'GiveAccess'])
    await expect(readKey(doctor.world, parent.world.me)).resolves.toMatchObject({ bits: 3072 })
  })

  it('is read by the doctor with every check passed, who writes to it too', async () => {
    await doctor.world.index.sync()
    const opened = await openRecord(doctor.world, parent.world.me, 1)
    expect(opened.view).toMatchObject({ title: 'Vaccination', author: parent.world.me })
    expect(opened.view.checks.map(({ name }) => name)).toEqual([
      'content',
      'author',
      'registered',
      'history',
      'allowed',
    ])
    await add(doctor, 'Check-up')
    await parent.world.index.sync()
    await expect(openRecord(parent.world, parent.world.me, 2)).resolves.toMatchObject({
      view: { title: 'Check-up' },
    })
  })

  it('shows in the log whose wallet signed, which the chain proves', async () => {
    const lines = await readLog(parent.world)
    expect(lines.find(({ kind }) => kind === 'access-given')).toMatchObject({
      actor: parent.world.me,
      signer: addressAt(PARENT),
    })
    expect(lines.find(({ kind }) => kind === 'custodian-set')).toMatchObject({
      actor: admin.world.me,
      subject: addressAt(PARENT),
      patient: parent.world.me,
      signer: null,
    })
    expect(await verifyLog(parent.world)).toMatchObject({ whole: true })
  })

  it('refuses a record that somebody else signed, also in the name of one who has a key', async () => {
    await doctor.world.index.sync()
    const event = doctor.world.index.records(parent.world.me)[0]!
    await expect(openCard(doctor.world, event)).resolves.toMatchObject({ checked: 'here' })
    const { patient: of, author, folder, keyring, digest, card, nonce, deadline } = event
    const message = { patient: of, author, folder, keyring, digest, card, nonce, deadline }
    const act = { name: 'AddRecord' as const, message }
    for (const person of [patient, doctor]) {
      const acting = { account: author, signer: person.world.me }
      const signature = await person.wallet.signAct(act, acting)
      await expect(openCard(doctor.world, { ...event, signature })).rejects.toMatchObject({
        code: 'E_SIGNATURE_FOREIGN',
      })
    }
    // Before the custody began nobody's signature counted.
    await expect(openCard(doctor.world, { ...event, block: 1 })).rejects.toMatchObject({
      code: 'E_SIGNATURE_FOREIGN',
    })
  })

  it('believes no node that names a custodian of somebody who has a key', async () => {
    const named = doctor.world.index.events({ kinds: ['custodian-set'] })
    const forged = named.map((event) => ({ ...event, patient: patient.world.me }))
    const index = { ...doctor.world.index, events: () => forged }
    const later = { block: newest().block, place: 0, at: newest().recordedAt }
    expect(custodies({ index }).signerOf(patient.world.me, later)).toBeNull()
    expect(custodies(doctor.world).signerOf(parent.world.me, later)).toBe(addressAt(PARENT))
  })

  it('may be acted for by another wallet in the parent’s place, for as long and no longer', async () => {
    const { until } = (await parent.world.ledger.custody(parent.world.me))!
    await expect(passOn(parent.world, admin.world.me)).rejects.toMatchObject({ code: 'E_CUSTODIAN_UNFIT' })
    await expect(passOn(patient.world, addressAt(PARENT))).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
    await passOn(parent.world, addressAt(OTHER))
    expect(parent.questions.at(-1)).toMatchObject({
      act: 'pass-on',
      address: addressAt(OTHER),
      facts: { until },
    })
    await expect(passOn(parent.world, addressAt(PARENT))).rejects.toMatchObject({ code: 'E_CUSTODY_OVER' })
    const other = await clinic.acting(OTHER, parent.world.me)
    expect(await chargesOf(other.world, addressAt(OTHER))).toEqual([{ address: parent.world.me, until }])
    expect(await isKnownToOther(other.world), 'the parent knows the key').toBe(true)
    await passOn(other.world, addressAt(PARENT))
    await parent.world.index.sync()
    expect(await isKnownToOther(parent.world), 'nobody else has had it').toBe(false)
  })

  it('is handed over to its own wallet once the parent agrees, and no longer opens for the parent', async () => {
    const signing = { name: 'GiveAccess' as const, message: await given() }
    await expect(handOver(parent.world, doctor.world.me)).rejects.toMatchObject({ code: 'E_CUSTODIAN_UNFIT' })
    await handOver(parent.world, addressAt(YOUNG))
    expect(parent.questions.at(-1)).toMatchObject({ act: 'hand-over', address: addressAt(YOUNG) })
    expect(await parent.world.ledger.custody(parent.world.me)).toEqual({
      custodian: addressAt(YOUNG),
      until: NO_END,
    })
    await expect(bring(parent.world, signing.name, signing.message)).rejects.toMatchObject({
      code: 'E_SIGNATURE_FOREIGN',
    })
    const outside = { ...parent.world, wallet: parent.wallet }
    await expect(signerFor(outside, parent.world.me)).rejects.toMatchObject({ code: 'E_CUSTODY_OVER' })
    expect(await chargesOf(parent.world, addressAt(PARENT))).toEqual([])
    const held = { ...parent.world, signer: addressAt(YOUNG) }
    await expect(passOn(held, addressAt(PARENT))).rejects.toMatchObject({ code: 'E_NOT_ALLOWED' })
  })

  const given = async () => ({
    patient: parent.world.me,
    reader: doctor.world.me,
    folders: [0, 1],
    mayAdd: false,
    listedOnly: false,
    until: tomorrow(),
    previous: await keyrings(),
    keyrings: (await keyrings()).toReversed(),
    consent: (await keyrings())[0]!,
  })
  const keyrings = () =>
    Promise.all(
      [0, 1].map(async (folder) => (await parent.world.ledger.folder(parent.world.me, folder)).keyring),
    )

  it('asks for a new key at the first sign-in afterwards, since the parent knows the old one and trusted a computer', async () => {
    young = await clinic.acting(YOUNG, parent.world.me)
    const { publicKey } = await young.world.ledger.account(young.world.me)
    const file = await parent.world.vault.backup(PASSPHRASE)
    const backup = { file, passphrase: PASSPHRASE, expected: publicKey as Hex32 as Fingerprint }
    const secret = new Uint8Array(32)
    await young.world.vault.restore(young.world.me, backup, PASSPHRASE, secret)
    expect(await standing(young.world, KNOWN)).toMatchObject({ stage: 'needs-new-key' })
    await young.world.vault.renew('another passphrase', secret)
    const renewed = { ...KNOWN, replaces: publicKey }
    expect(await standing(young.world, renewed)).toMatchObject({ stage: 'needs-publish', replaces: 'known' })
    const { device } = await parent.world.vault.self()
    expect(await young.world.ledger.deviceTrustedUntil(young.world.me, device)).toBeGreaterThan(0)
    await publishNewKey(young.world)
    expect(await young.world.ledger.deviceTrustedUntil(young.world.me, device)).toBe(0)
    expect(
      young.world.index.events({ kinds: ['key-published'], concerning: young.world.me }).at(-1),
    ).toMatchObject({ fields: { compromised: true } })
    expect(await standing(young.world, renewed)).toMatchObject({
      stage: 'open',
      me: { signer: addressAt(YOUNG), actedForUntil: null, hasOthers: false },
    })
  })

  it('gives every folder a key that the parent does not know', async () => {
    expect((await closedFolders(young.world)).folders).toEqual([])
    await young.jobs.closeEnded()
    const [job] = young.jobs.list()
    expect(await young.settled(job!.id)).toMatchObject({ kind: 'remove', state: 'done', failure: null })
    const { fingerprint } = await young.world.vault.self()
    for (const folder of [0, 1]) {
      const opened = await openFolder(young.world, young.world.me, folder)
      expect(isWrappedTo(opened!.readers.to, young.world.me, fingerprint)).toBe(true)
      expect(await openFolder(parent.world, young.world.me, folder), 'the parent').toBeNull()
    }
    await young.jobs.closeEnded()
    expect(young.jobs.list(), 'nothing is left to do').toHaveLength(1)
  })

  it('reads everything, and so does the doctor, who sees the parent’s signature on what came before', async () => {
    for (const person of [young, doctor]) {
      await person.world.index.sync()
      for (const id of [1, 2])
        await expect(openRecord(person.world, young.world.me, id)).resolves.toMatchObject({ view: { id } })
    }
    const [first] = doctor.world.index.records(young.world.me)
    const later = { ...first!, block: (await doctor.world.index.sync()) + 1 }
    await expect(openCard(doctor.world, later), 'as if signed after').rejects.toMatchObject({
      code: 'E_SIGNATURE_FOREIGN',
    })
    await add(young, 'First letter of my own')
    const lines = await readLog(young.world)
    expect(lines.find(({ kind }) => kind === 'record-added')).toMatchObject({ signer: null })
    expect(await verifyLog(young.world)).toMatchObject({ whole: true })
  })
})
