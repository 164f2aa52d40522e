import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeReport } from '../../electron/main/flows/make-report.ts'
import { openCast, text } from '../support/cast.ts'
import { addressAt, openClinic, type Person, walletAt } from '../support/clinic.ts'
import { runScript } from '../support/script.ts'

const SCRIPT = join(import.meta.dirname, '../../tools/verify-log/verify_report.py')
const PDF = text('%PDF-1.7 a report')
/** Answers every call with ERC-1271's yes: PUSH4, shifted to the left, stored and returned. */
const YES_TO_ALL = '0x631626ba7e60e01b5f5260205ff3'

type Statement = {
  message: string
  histories: { subject: string; block: number; lines: number; hash: string }[]
  signed: { by: string; signature: string }
}

describe('a report that is checked without the app', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let patient: Person
  let statement: Statement

  beforeAll(async () => {
    clinic = await openClinic()
    ;({ patient } = await openCast(clinic))
    const made = await makeReport(patient.world, { print: async () => PDF })
    statement = JSON.parse(new TextDecoder().decode(made.statement))
  })
  afterAll(() => clinic.close())

  function check(file: Statement, args: string[] = [], pdf = PDF) {
    const paths = ['report.pdf', 'report.signed.json'].map((name) => join(clinic.folder, name))
    writeFileSync(paths[0]!, pdf)
    writeFileSync(paths[1]!, JSON.stringify(file))
    return runScript(SCRIPT, [...paths, ...args])
  }
  const chain = () => ['--rpc', clinic.network.rpc]
  const saying = (message: string): Statement => ({ ...statement, message })
  const signedBy = async (index: number, message: string): Promise<Statement> => ({
    ...saying(message),
    signed: { by: addressAt(index), signature: await walletAt(index).signMessage(message) },
  })
  const refused = async (file: Statement, why: RegExp, args: string[] = [], pdf = PDF) => {
    const { status, told } = await check(file, args, pdf)
    expect({ status, told }).toEqual({ status: 1, told: expect.stringMatching(why) })
  }

  it('is its account’s, unchanged, with rolling hashes that the chain has', async () => {
    const { status, told } = await check(statement, chain())
    expect({ status, told }).toMatchObject({ status: 0 })
    expect(told).toContain(`Account: ${patient.world.me}`)
    expect(told).toContain('signed by this wallet, unchanged since')
    expect(told).toContain('proven against the chain')
  })

  it('needs no node to know its signer', async () => {
    expect(await check(statement)).toMatchObject({ status: 0, told: expect.stringContaining('give --rpc') })
  })

  it('is refused when a byte of the PDF is another', async () => {
    await refused(statement, /the PDF is not the one/, [], text('%PDF-1.7 a rePort'))
  })

  it.each<[string, (message: string) => string, RegExp]>([
    ['says another number of lines', (said) => said.replace(/Lines: \d+/, 'Lines: 999'), /not of 0x/],
    ['has a line more', (said) => `${said}\nNote: all is well`, /not one of a report/],
    ['has a field too few', (said) => said.replace(/Block: .*\n/, ''), /not one of a report/],
    ['has its fields in another order', (said) => said.replace(/(Lines.*)\n(Block.*)/, '$2\n$1'), /Lines/],
    ['names no account', (said) => said.replace(/Account: .*/, 'Account: nobody'), /Account/],
    ['names another wallet', (said) => said.replace(/by: .*/, `by: ${addressAt(5)}`), /not of 0x/],
  ])('is refused when its statement %s', async (_, change, why) => {
    await refused(saying(change(statement.message)), why)
  })

  it('is refused when somebody else signed it, whoever they say they are', async () => {
    const { message } = statement
    await refused(await signedBy(5, message), /the signature is not of 0x/)
    await refused(await signedBy(5, message), /the signature is not of 0x/, chain())
    const { signature } = statement.signed
    for (const bytes of ['0x', signature.slice(0, -2), `${signature.slice(0, -2)}1d`])
      await refused({ ...statement, signed: { by: patient.world.me, signature: bytes } }, /not of 0x/)
  })

  it('is refused when a rolling hash is not the one that was signed, or that the chain has', async () => {
    const [accounts, own] = statement.histories
    const forged = { ...own!, hash: accounts!.hash }
    await refused({ ...statement, histories: [accounts!, forged] }, /not those that were signed/)
    const other = { ...patient.world, index: Object.create(patient.world.index) }
    other.index.prove = async (subject: string) => ({
      ...(await patient.world.index.prove(subject as 'accounts')),
      expected: `0x${'11'.repeat(32)}`,
    })
    const made = await makeReport(other, { print: async () => PDF })
    const lie: Statement = JSON.parse(new TextDecoder().decode(made.statement))
    expect(await check(lie)).toMatchObject({ status: 0 })
    await refused(lie, /accounts: the chain has/, chain())
  })

  it('of a wallet that is a contract is what that contract says, once there is a node to ask it', async () => {
    const wallet = `0x${'c0'.repeat(20)}`
    const file = saying(statement.message.replace(/Signed by: .*/, `Signed by: ${wallet}`))
    await refused(file, /give --rpc to ask it/)
    await refused(file, /not of 0xc0/, chain())
    await clinic.provider.send('anvil_setCode', [wallet, YES_TO_ALL])
    expect(await check(file, chain())).toMatchObject({ status: 0 })
  })
})
