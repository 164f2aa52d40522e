import { expect } from 'chai'
import { describe, it } from 'mocha'
import { DAY, networkHelpers, pointer, treatedPatient } from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

describe('Adding records', () => {
  it('a doctor with the right adds the next record, with every signed field in the event', async () => {
    const clinic = await loadFixture(treatedPatient)
    const record = await clinic.message('AddRecord', await clinic.record())
    const signature = await clinic.sign('AddRecord', record)
    const before = await clinic.chain.headOf(clinic.at('patient'))
    await expect(clinic.call('AddRecord', record, signature, clinic.who('relayer')))
      .to.emit(clinic.chain, 'RecordAdded')
      .withArgs(
        clinic.at('patient'),
        clinic.at('doctor'),
        before.lastChange,
        1n,
        1n,
        record.keyring,
        record.digest,
        record.card,
        record.nonce,
        record.deadline,
        signature,
      )
    const head = await clinic.chain.headOf(clinic.at('patient'))
    expect(head.records).to.equal(1n)
    expect(head.lastChange).to.equal(await time.latestBlock())
  })

  it('patients add to their own folders, the identity included', async () => {
    const clinic = await loadFixture(treatedPatient)
    await clinic.bring('AddRecord', await clinic.record({ author: clinic.at('patient'), folder: 0 }))
    await clinic.bring('AddRecord', await clinic.record({ author: clinic.at('patient'), folder: 2 }))
    expect((await clinic.chain.headOf(clinic.at('patient'))).records).to.equal(2n)
  })

  it('a doctor never writes to the identity folder', async () => {
    const clinic = await loadFixture(treatedPatient)
    await expect(clinic.bring('AddRecord', await clinic.record({ folder: 0 })))
      .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
      .withArgs(clinic.at('patient'), clinic.at('doctor'), 0n)
  })

  it('a doctor adds to no folder but those given', async () => {
    const clinic = await loadFixture(treatedPatient)
    for (const folder of [2, 63, 64, 255]) {
      const record = await clinic.record({ folder, keyring: pointer('any') })
      await expect(clinic.bring('AddRecord', record))
        .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
        .withArgs(clinic.at('patient'), clinic.at('doctor'), folder)
    }
  })
})
