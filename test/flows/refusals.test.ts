import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { cardCodec } from '../../electron/main/crypto/blocks.ts'
import type { Pointer } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { openFolder } from '../../electron/main/flows/open-folder.ts'
import { openRecord } from '../../electron/main/flows/open-record.ts'
import { previewGive } from '../../electron/main/flows/preview-access.ts'
import { reinstatePerson, suspendPerson } from '../../electron/main/flows/register-person.ts'
import { requestAccess } from '../../electron/main/flows/request-access.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { LETTER, register, terms, text } from '../support/cast.ts'
import { addressAt, openClinic, type Person } from '../support/clinic.ts'

describe('bad input and bad luck', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let patient: Person
  let other: Person

  const add = (person: Person, owner: Person, content = 'a letter') =>
    person.jobs.add({ patient: owner.world.me, ...LETTER }, memorySource('letter.txt', [text(content)]))

  beforeAll(async () => {
    clinic = await openClinic()
    ;[admin, doctor, patient, other] = (await Promise.all([0, 1, 2, 3].map(clinic.person))) as [
      Person,
      Person,
      Person,
      Person,
    ]
    await clinic.join(admin, ['admin'])
    await register(admin, doctor, 'doctor')
    await register(admin, patient, 'patient')
    await register(admin, other, 'patient')
    await clinic.join(patient, ['patient'])
    await clinic.join(other, ['patient'])
    for (const owner of [patient, other])
      expect(await owner.settled(await add(owner, owner))).toMatchObject({ state: 'done' })
  })
  afterAll(() => clinic.close())

  it('nobody is registered twice, and an admin is no doctor', async () => {
    await expect(register(admin, patient, 'patient')).rejects.toMatchObject({ code: 'E_ALREADY_REGISTERED' })
    await expect(register(admin, admin, 'doctor')).rejects.toMatchObject({ code: 'E_REGISTERED_AS_OTHER' })
  })

  it('a refusal in the wallet leaves nothing anywhere', async () => {
    const before = await clinic.blobs.usage()
    patient.wallet.refuse = new Failure('E_WALLET_REJECTED')
    const id = await add(patient, patient)
    expect(await patient.settled(id)).toMatchObject({
      state: 'failed',
      phase: 'signing',
      failure: { code: 'E_WALLET_REJECTED' },
    })
    expect(await clinic.blobs.usage()).toEqual(before)
    patient.wallet.refuse = null
    patient.jobs.retry(id)
    expect(await patient.settled(id)).toMatchObject({ state: 'done' })
  })

  it('a job that is called off leaves neither spool nor journal', async () => {
    patient.wallet.refuse = new Failure('E_WALLET_REJECTED')
    const id = await add(patient, patient)
    await patient.settled(id)
    await patient.jobs.dismiss(id)
    patient.wallet.refuse = null
    expect(patient.world.journal.all().filter((entry) => entry.id === id)).toEqual([])
    expect(readdirSync(join(clinic.folder, 'spool-2'))).toEqual([])
  })

  it('a doctor without a published key gets nothing wrapped', async () => {
    await expect(previewGive(patient.world, doctor.world.me)).rejects.toMatchObject({
      code: 'E_DOCTOR_WITHOUT_KEY',
    })
    await clinic.join(doctor, ['doctor'])
  })

  it('a stranger is nobody to give to or to ask', async () => {
    await expect(previewGive(patient.world, addressAt(9))).rejects.toMatchObject({ code: 'E_NOT_REGISTERED' })
    await expect(requestAccess(doctor.world, addressAt(9))).rejects.toMatchObject({
      code: 'E_NOT_REGISTERED',
    })
  })

  it('a doctor who is suspended between screen and transaction is not given access', async () => {
    await suspendPerson(admin.world, doctor.world.me)
    const id = await patient.jobs.give({ reader: doctor.world.me, ...terms() })
    expect(await patient.settled(id)).toMatchObject({
      state: 'failed',
      failure: { code: 'E_DOCTOR_SUSPENDED' },
    })
    await patient.jobs.dismiss(id)
    await reinstatePerson(admin.world, doctor.world.me)
  })

  it('a doctor without access can add nothing', async () => {
    const id = await add(doctor, patient)
    expect(await doctor.settled(id)).toMatchObject({ state: 'failed', failure: { code: 'E_NOT_ALLOWED' } })
  })

  /** The patient's world over a store that answers for some pointers with something else. */
  const withBlock = (change: (pointer: Pointer, block: Uint8Array) => Uint8Array | null): World => ({
    ...patient.world,
    blobs: {
      ...patient.world.blobs,
      getBlock: async (pointer) => {
        const block = change(pointer, await patient.world.blobs.getBlock(pointer))
        if (block === null) throw new Failure('E_BLOCK_MISSING', { block: pointer })
        return block
      },
    },
  })
  const cardOf = (person: Person): Pointer =>
    person.world.index.records(person.world.me).find(({ folder }) => folder === 1)!.card
  const firstRecord = (): number =>
    patient.world.index.records(patient.world.me).find(({ folder }) => folder === 1)!.id

  it("another person's valid card is refused", async () => {
    const foreign = await other.world.blobs.getBlock(cardOf(other))
    const world = withBlock((pointer, block) => (pointer === cardOf(patient) ? foreign : block))
    await expect(openRecord(world, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: expect.stringMatching(/E_BLOCK_DAMAGED|E_CARD_MISMATCH|E_NOT_ADDRESSED/),
    })
  })

  it('a block that is missing or cut off is told as such', async () => {
    const missing = withBlock((pointer, block) => (pointer === cardOf(patient) ? null : block))
    await expect(openRecord(missing, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_BLOCK_MISSING',
    })
    const cut = withBlock((pointer, block) =>
      pointer === cardOf(patient) ? block.subarray(0, block.length - 9) : block,
    )
    await expect(openRecord(cut, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_BLOCK_DAMAGED',
    })
  })

  it('a card that was changed inside is refused', async () => {
    const changed = withBlock((pointer, block) => {
      if (pointer !== cardOf(patient)) return block
      const card = cardCodec.decode(block)
      card.card[60]! ^= 1
      return cardCodec.encode(card)
    })
    await expect(openRecord(changed, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_BLOCK_DAMAGED',
    })
  })

  it('content that is not what was signed is not shown', async () => {
    const world: World = {
      ...patient.world,
      blobs: { ...patient.world.blobs, getFile: (cid) => flipped(patient.world.blobs.getFile(cid)) },
    }
    await expect(openRecord(world, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_BLOCK_DAMAGED',
    })
  })

  /** The patient's world, in which no signature recovers its author. */
  const withOtherSignatures = (): World => ({
    ...patient.world,
    index: {
      ...patient.world.index,
      records: (owner) =>
        patient.world.index.records(owner).map((event) => ({ ...event, nonce: event.nonce + 1n })),
    },
  })

  it("a record with somebody else's signature is refused", async () => {
    await expect(openRecord(withOtherSignatures(), patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_SIGNATURE_FOREIGN',
    })
  })

  it('the signature of a wallet that is a contract was checked by the chain, and the record says so', async () => {
    const world = withOtherSignatures()
    const ledger = { ...world.ledger, hasCode: async () => true }
    const { view } = await openRecord({ ...world, ledger }, patient.world.me, firstRecord())
    const author = view.checks.find(({ name }) => name === 'author')
    expect(author?.evidence.block).toBe(world.index.records(patient.world.me)[0]!.block)
  })

  it('a copy of the history that lacks a line opens nothing', async () => {
    const proof = { whole: false, lines: 3, block: 9, expected: '0x01', found: '0x02' } as const
    const world: World = { ...patient.world, index: { ...patient.world.index, prove: async () => proof } }
    await expect(openRecord(world, patient.world.me, firstRecord())).rejects.toMatchObject({
      code: 'E_HISTORY_MISMATCH',
    })
  })

  it('a keyring that lists somebody who was never given access is refused', async () => {
    const { keyring } = await patient.world.ledger.folder(patient.world.me, 1)
    const world = withBlock((pointer, block) => {
      if (pointer !== keyring) return block
      const listed = JSON.parse(Buffer.from(block).toString())
      listed.to.push({ ...listed.to[0], address: addressAt(9) })
      return text(JSON.stringify(listed))
    })
    await expect(openFolder(world, patient.world.me, 1)).rejects.toMatchObject({
      code: 'E_KEYRING_FOREIGN_READER',
    })
  })

  it('a chain that does not answer keeps the work for later', async () => {
    const stopped = await openClinic()
    const person = await stopped.person(0)
    await stopped.anvil.stop()
    await expect(person.world.ledger.account(person.world.me)).rejects.toMatchObject({
      code: 'E_CHAIN_UNREACHABLE',
    })
    await expect(person.world.index.sync()).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
    await stopped.close()
  })

  it('a block that the chain takes back is forgotten and read anew', async () => {
    const snapshot = await clinic.provider.send('evm_snapshot', [])
    await requestAccess(doctor.world, patient.world.me)
    const asked = () => patient.world.index.events({ kinds: ['access-requested'] }).length
    await patient.world.index.sync()
    const before = asked()
    await clinic.provider.send('evm_revert', [snapshot])
    await clinic.provider.send('anvil_mine', ['0x3'])
    await patient.world.index.sync()
    expect(asked()).toBe(before - 1)
    expect(await patient.world.index.prove(patient.world.me)).toMatchObject({ whole: true })
  })
})

async function* flipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    const changed = piece.slice()
    changed[changed.length - 1]! ^= 1
    yield changed
  }
}
