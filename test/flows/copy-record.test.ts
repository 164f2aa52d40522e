import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../electron/main/adapters/files-disk.ts'
import { nameUuid } from '../../electron/main/crypto/name-uuid.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import { recoverMessageSigner } from '../../electron/main/crypto/sign-in.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { MediaType } from '../../electron/main/domain/record.ts'
import { copyRecord } from '../../electron/main/flows/copy-record.ts'
import { researchCopyOf } from '../../electron/main/research/research-copy.ts'
import { shiftDate, shiftStamp } from '../../electron/main/research/shift-date.ts'
import { LETTER, openCast, text } from '../support/cast.ts'
import { DOCUMENT } from '../support/cda-record.ts'
import { openClinic, type Person } from '../support/clinic.ts'
import { BUNDLE } from '../support/fhir-record.ts'
import { MESSAGE } from '../support/hl7-record.ts'

const PLAIN = { freeText: false, origin: false }
const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))

describe('a patient’s copy of a record for research', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let doctor: Person
  let patient: Person
  let bundle: number
  let alone: number
  let letter: number
  let message: number
  let document: number

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ doctor, patient } = await openCast(clinic))
    bundle = await add(JSON.stringify(BUNDLE))
    alone = await add(JSON.stringify({ resourceType: 'Patient', id: 'osei', birthDate: '1979-02-14' }))
    letter = await add('a letter')
    message = await add(MESSAGE)
    document = await add(DOCUMENT)
  })
  afterAll(() => clinic.close())

  async function add(
    content: string | Uint8Array,
    mediaType: MediaType = 'text/plain',
    repeated = 1,
  ): Promise<number> {
    const source = memorySource(
      'record.json',
      Array.from({ length: repeated }, () => (typeof content === 'string' ? text(content) : content)),
    )
    const job = await patient.jobs.add({ patient: patient.world.me, ...LETTER, mediaType }, source)
    expect(await patient.settled(job)).toMatchObject({ state: 'done' })
    await patient.world.index.sync()
    return patient.world.index.records(patient.world.me).at(-1)!.id
  }

  it('moves the dates of every record by the same days, which this patient’s vault knows', async () => {
    const shift = await patient.world.vault.dateShift()
    const { copy, origin } = await copyRecord(patient.world, alone, PLAIN)
    expect(origin).toBeNull()
    const birthDate = shiftDate('1979-02-14', shift)
    expect(read(copy)).toMatchObject({ resourceType: 'Patient', birthDate })
    expect(birthDate).not.toBe('1979-02-14')
    const { copy: other } = await copyRecord(patient.world, bundle, PLAIN)
    expect(read(other).entry[0].resource).toMatchObject({ birthDate })
    expect(new TextDecoder().decode(other)).not.toContain(patient.world.me.slice(2))
  })

  it('moves those of a message of HL7 v2 and of a CDA document by the same days, each in a file of its kind', async () => {
    const birthDate = shiftStamp('19790214', await patient.world.vault.dateShift())
    for (const [id, ending, told] of [
      [message, 'hl7', `||${birthDate}|F|`],
      [document, 'xml', `<birthTime value="${birthDate}"/>`],
    ] as const) {
      const made = await copyRecord(patient.world, id, PLAIN)
      expect(made.ending).toBe(ending)
      expect(new TextDecoder().decode(made.copy)).toContain(told)
    }
  })

  it('says by the patient’s signature which record of the chain it is of, where they choose so', async () => {
    const { copy, origin } = await copyRecord(patient.world, bundle, { freeText: false, origin: true })
    const { format, message, signed } = read(origin!)
    const { digest } = patient.world.index.records(patient.world.me).find(({ id }) => id === bundle)!
    expect(format).toBe('medical-chain/1/research-origin')
    expect(message).toContain(`Digest: ${digest}`)
    expect(message).toContain(`Copy (SHA-256): ${pointerTo(copy)}`)
    expect(recoverMessageSigner(message, signed.signature)).toBe(patient.world.me)
    expect(recoverMessageSigner(message.replace('left out', 'kept'), signed.signature)).not.toBe(signed.by)
  })

  it('is made again, byte for byte, by an auditor who is shown the record and the shift', async () => {
    const { copy } = await copyRecord(patient.world, bundle, PLAIN)
    const { id } = read(copy)
    const again = researchCopyOf(JSON.stringify(BUNDLE), {
      shift: await patient.world.vault.dateShift(),
      keepsText: false,
      day: patient.world.now().toISOString().slice(0, 10),
      idOf: (place) => (place === 0 ? id : nameUuid(`${id} ${place}`)),
    })
    expect(new TextDecoder().decode(copy)).toBe(again!.content)
  })

  it('is refused where nothing structured would be left, and to everybody else', async () => {
    const picture = await add('%PDF-1.7', 'application/pdf')
    const cutOff = await add(JSON.stringify(BUNDLE).slice(0, -1))
    const latin = await add(Uint8Array.from(`${MESSAGE}\rZPI|é`, (letter) => letter.charCodeAt(0)))
    const typed = await add(`<!DOCTYPE a>${DOCUMENT.slice(DOCUMENT.indexOf('<h:'))}`)
    for (const id of [letter, picture, cutOff, latin, typed])
      await expect(copyRecord(patient.world, id, PLAIN)).rejects.toMatchObject({ code: 'E_NOT_STRUCTURED' })
    await expect(copyRecord(doctor.world, bundle, PLAIN)).rejects.toMatchObject({ code: 'E_BLOCK_MISSING' })
  })

  it('is refused of a file that is too large to be held in memory, with the limit', async () => {
    const large = await add(' '.repeat(2 ** 20), 'text/plain', 65)
    await expect(copyRecord(patient.world, large, PLAIN)).rejects.toMatchObject({
      code: 'E_FILE_TOO_LARGE',
      detail: { name: LETTER.title, byteLength: 65 * 2 ** 20, limit: 2 ** 26 },
    })
  })

  it('is not made when the wallet refuses to say where it comes from', async () => {
    const { signMessage } = patient.wallet
    patient.wallet.signMessage = async () => {
      throw new Failure('E_WALLET_REJECTED')
    }
    await expect(copyRecord(patient.world, bundle, { freeText: false, origin: true })).rejects.toMatchObject({
      code: 'E_WALLET_REJECTED',
    })
    patient.wallet.signMessage = signMessage
  })
})
