import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import { recoverMessageSigner } from '../../electron/main/crypto/sign-in.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import { makeReport, REPORT_LINES } from '../../electron/main/flows/make-report.ts'
import { readLog } from '../../electron/main/flows/read-log.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { Paper, ReportSheet } from '../../electron/main/ports/paper.ts'
import { openCast, terms, text } from '../support/cast.ts'
import { openClinic, type Person } from '../support/clinic.ts'

const CARDIOLOGY: SpecialtyCode = '394579002'
const PDF = text('%PDF-1.7 a report')

describe('a report of the log', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let admin: Person
  let doctor: Person
  let patient: Person
  const printed: ReportSheet[] = []
  const paper: Paper = {
    print: async (sheet) => {
      printed.push(sheet as ReportSheet)
      return PDF
    },
  }

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ admin, doctor, patient } = await openCast(clinic))
    const given = { reader: doctor.world.me, ...terms(), specialties: [CARDIOLOGY] }
    expect(await patient.settled(await patient.jobs.give(given))).toMatchObject({ state: 'done' })
  })
  afterAll(() => clinic.close())

  const made = async (person: Person) => {
    const { pdf, statement } = await makeReport(person.world, paper)
    const { format, message, signed } = JSON.parse(new TextDecoder().decode(statement))
    return { pdf, format, message, signed, sheet: printed.at(-1)! }
  }
  const changing = (changed: Partial<Record<keyof World, object>>): World => {
    const world: World = { ...patient.world }
    for (const [port, change] of Object.entries(changed))
      Object.assign(world, { [port]: Object.assign(Object.create(world[port as 'index']), change) })
    return world
  }

  it('has every line that its person sees, and the histories that were proven', async () => {
    const { sheet } = await made(patient)
    expect(sheet.lines).toEqual(await readLog(patient.world))
    expect(sheet).toMatchObject({ person: { address: patient.world.me }, ofClinic: false })
    expect((await made(admin)).sheet.ofClinic).toBe(true)
    expect(sheet.histories.map(({ subject }) => subject)).toEqual(['accounts', patient.world.me])
    for (const { subject, hash } of sheet.histories)
      expect(hash).toBe((await patient.world.index.prove(subject)).expected)
    expect(sheet.proven).toEqual({ block: expect.any(Number), witnessed: false })
  })

  it('calls folders by what they are for, and only for those who can open them', async () => {
    expect(Object.values((await made(patient)).sheet.specialties)).toEqual([CARDIOLOGY])
    expect(Object.values((await made(admin)).sheet.specialties)).toEqual([])
  })

  it('is answered for by its person’s wallet, to the last byte', async () => {
    const { format, message, signed, pdf, sheet } = await made(patient)
    expect(format).toBe('medical-chain/1/log-report')
    expect(message.split('\n')).toEqual([
      'This is a Medical-Chain log report of mine.',
      '',
      'Clinic: Test clinic',
      `Chain: ${clinic.network.chainId}`,
      `Contract: ${clinic.network.contract}`,
      `Account: ${patient.world.me}`,
      `Signed by: ${patient.world.me}`,
      `Lines: ${sheet.lines.length}`,
      `Block: ${sheet.proven.block}`,
      expect.stringMatching(/^Histories \(SHA-256\): 0x[0-9a-f]{64}$/),
      `Report (SHA-256): ${pointerTo(pdf)}`,
      `Made: ${new Date(sheet.madeAt * 1000).toISOString()}`,
    ])
    expect(recoverMessageSigner(message, signed.signature)).toBe(patient.world.me)
  })

  it('does not let a clinic’s name pass for another field', async () => {
    const named = { ...patient.world, network: { ...patient.world.network, name: 'Ward\nAccount: 0x00' } }
    const { statement } = await makeReport(named, paper)
    expect(JSON.parse(new TextDecoder().decode(statement)).message).toContain('Clinic: Ward Account: 0x00\n')
  })

  it('is not made from a log that differs from the chain, nor while two nodes differ', async () => {
    const { index } = patient.world
    const prove = async (...of: Parameters<typeof index.prove>) => ({
      ...(await index.prove(...of)),
      whole: false,
    })
    const before = printed.length
    await expect(makeReport(changing({ index: { prove } }), paper)).rejects.toMatchObject({
      code: 'E_HISTORY_MISMATCH',
    })
    const confirms = async () => 'differs'
    await expect(makeReport(changing({ witness: { confirms } }), paper)).rejects.toMatchObject({
      code: 'E_CHAIN_DISPUTED',
    })
    expect(printed).toHaveLength(before)
  })

  it('is refused before anything is printed when the log is too long for it', async () => {
    const [line] = patient.world.index.events({})
    const events = () => Array.from({ length: REPORT_LINES + 1 }, () => line)
    const before = printed.length
    await expect(makeReport(changing({ index: { events } }), paper)).rejects.toMatchObject({
      code: 'E_LOG_TOO_LONG',
      detail: { lines: REPORT_LINES + 1, most: REPORT_LINES },
    })
    expect(printed).toHaveLength(before)
  })

  it('is not made when the wallet refuses to answer for it', async () => {
    const signMessage = async () => {
      throw new Failure('E_WALLET_REJECTED')
    }
    await expect(makeReport(changing({ wallet: { signMessage } }), paper)).rejects.toMatchObject({
      code: 'E_WALLET_REJECTED',
    })
  })
})
