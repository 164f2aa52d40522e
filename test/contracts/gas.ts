import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'chai'
import { before, describe, it } from 'mocha'
import { type GasReport, measure } from './support/gas.ts'

const file = new URL('./gas.json', import.meta.url)

/** What each act may cost: the table of the protocol, or what ADR 0005 put in its place. */
const limits: GasReport = {
  'register a person': 70_000,
  'publish a key': 60_000,
  'add a record': 61_000,
  'add a record, relayed': 68_000,
  'add a record, each of 20 of one patient': 24_000,
  'give access': 86_500,
  'give access, a further folder': 8_000,
  'remove access': 43_500,
  're-key a folder for the first time': 78_000,
  're-key a folder': 60_000,
  're-key, a further folder for the first time': 30_700,
  're-key, a further folder': 13_500,
  'log 50 views of 10 patients': 348_000,
  'set a plan for emergencies, 2 of 2': 127_000,
  'request in an emergency, a doctor’s first': 112_000,
  'approve a request': 95_000,
}

/**
 * To accept new numbers, run this test with MEDICAL_CHAIN_GAS=write and commit gas.json with the reason.
 * A difference of 3 % either way fails, so that the report stays true.
 */
describe('What the acts cost', () => {
  let measured: GasReport

  before(async () => {
    measured = await measure()
    if (process.env.MEDICAL_CHAIN_GAS === 'write') {
      await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`)
    }
  })

  it('no act costs 3 % more or less than the committed report says', async () => {
    const committed = JSON.parse(await readFile(file, 'utf8')) as GasReport
    expect(Object.keys(measured)).to.deep.equal(Object.keys(committed))
    for (const [act, gas] of Object.entries(committed)) {
      expect(measured[act], act).to.be.within(Math.floor(gas * 0.97), Math.ceil(gas * 1.03))
    }
  })

  for (const [act, limit] of Object.entries(limits)) {
    it(`${act}: ${limit} at most`, () => {
      expect(measured[act]).to.be.at.most(limit)
    })
  }
})
