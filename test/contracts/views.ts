import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  type Clinic,
  DAY,
  DOCTOR,
  type Message,
  networkHelpers,
  READER,
  treatedPatient,
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

/** The treated patient has three records. */
async function threeRecords(): Promise<Clinic> {
  const clinic = await treatedPatient()
  for (let i = 0; i < 3; i++) await clinic.bring('AddRecord', await clinic.record())
  return clinic
}

const batch = (clinic: Clinic, records: number[], times: number[], fields: Message = {}): Message => ({
  viewer: clinic.at('doctor'),
  views: [{ patient: clinic.at('patient'), records, times }],
  ...fields,
})

describe('Logging views', () => {
  it('logs one event for each view, by the doctor’s device, in one go', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = await time.latest()
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    const { lastChange } = await clinic.chain.headOf(patient)
    const sent = await clinic.send('LogViews', batch(clinic, [3, 1], [now, now - 1]), clinic.who('device'))
    const block = BigInt((await sent.wait())!.blockNumber)
    const logs = await clinic.chain.queryFilter(clinic.chain.filters.RecordViewed(), Number(block))
    expect(logs.map(({ args }) => [...args])).to.deep.equal([
      [patient, doctor, lastChange, 3n, BigInt(now)],
      [patient, doctor, block, 1n, BigInt(now - 1)],
    ])
    expect((await clinic.chain.headOf(patient)).lastChange).to.equal(block)
  })

  it('a view outside the right is refused: before it began, after it ended, or yet to come', async () => {
    const clinic = await loadFixture(threeRecords)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.send('RemoveAccess', { patient, reader: doctor, folders: [] })
    const { since, until } = await clinic.chain.rightOf(patient, doctor)
    await time.increase(DAY)
    for (const moment of [Number(since) - 1, Number(until), 0, 2 ** 40 - 1]) {
      await expect(clinic.bring('LogViews', batch(clinic, [1], [moment])), String(moment))
        .to.be.revertedWithCustomError(clinic.chain, 'OutsideRight')
        .withArgs(patient, doctor, moment)
    }
    await clinic.bring('LogViews', batch(clinic, [1, 1], [Number(since), Number(until) - 1]))
  })

  it('a view in the future is refused, one in this very second is not', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = (await time.latest()) + 10
    const log = async (moment: number) => {
      const message = await clinic.message('LogViews', batch(clinic, [1], [moment]))
      const signature = await clinic.sign('LogViews', message)
      await time.setNextBlockTimestamp(now)
      return clinic.call('LogViews', message, signature, clinic.who('relayer'))
    }
    await expect(log(now + 1))
      .to.be.revertedWithCustomError(clinic.chain, 'OutsideRight')
      .withArgs(clinic.at('patient'), clinic.at('doctor'), now + 1)
    await log(now)
  })

  it('a record that does not exist cannot have been viewed', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = await time.latest()
    for (const record of [0, 4, 2 ** 40 - 1]) {
      await expect(clinic.bring('LogViews', batch(clinic, [1, record], [now, now])))
        .to.be.revertedWithCustomError(clinic.chain, 'UnknownRecord')
        .withArgs(clinic.at('patient'), record)
    }
  })

  it('one bad view spoils the batch: nothing is logged and the number stays free', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = await time.latest()
    const before = await clinic.chain.historyOf(clinic.at('patient'))
    const spoilt = { ...batch(clinic, [1, 2, 9], [now, now, now]), nonce: 99n }
    await expect(clinic.bring('LogViews', spoilt)).to.be.revertedWithCustomError(
      clinic.chain,
      'UnknownRecord',
    )
    expect(await clinic.chain.historyOf(clinic.at('patient'))).to.equal(before)
    expect(await clinic.chain.isNonceUsed(clinic.at('doctor'), 99n)).to.equal(false)
  })

  it('who never had a right, or whose right was voided, logs nothing', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = await time.latest()
    const [admin, account, patient] = [clinic.at('admin'), clinic.at('doctor'), clinic.at('patient')]
    const colleague = clinic.at('colleague')
    await expect(clinic.bring('LogViews', batch(clinic, [1], [now], { viewer: colleague })))
      .to.be.revertedWithCustomError(clinic.chain, 'NoRight')
      .withArgs(patient, colleague)
    await clinic.send('Suspend', { admin, account })
    await expect(clinic.bring('LogViews', batch(clinic, [1], [now])))
      .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
      .withArgs(account, DOCTOR | READER)
    await clinic.send('Reinstate', { admin, account })
    await expect(clinic.bring('LogViews', batch(clinic, [1], [now])))
      .to.be.revertedWithCustomError(clinic.chain, 'NoRight')
      .withArgs(patient, account)
  })

  it('records and times belong together, and a patient is named for a reason', async () => {
    const clinic = await loadFixture(threeRecords)
    const now = await time.latest()
    await expect(clinic.bring('LogViews', batch(clinic, [1, 2], [now]))).to.be.revertedWithCustomError(
      clinic.chain,
      'LengthsDiffer',
    )
    await expect(clinic.bring('LogViews', batch(clinic, [], [])))
      .to.be.revertedWithCustomError(clinic.chain, 'UnknownRecord')
      .withArgs(clinic.at('patient'), 0n)
  })
})
