import { expect } from 'chai'
import { describe, it } from 'mocha'
import { bringAll, signed } from './support/batch.ts'
import { compiled, ethers, networkHelpers, pointer } from './support/clinic.ts'
import { plannedPatient } from './support/emergency.ts'
import { furtherPeople } from './support/samples.ts'

const { loadFixture } = networkHelpers

describe('The two contracts at one address', () => {
  it('no function of one hides a changing one of the other', async () => {
    const { main, emergency } = await compiled()
    const shared: string[] = []
    emergency.forEachFunction((fragment) => {
      if (main.getFunction(fragment.selector)) shared.push(fragment.name)
      else expect(fragment.name).to.match(/emergency|guardian|criticalCard|custodian|handOver|addressOfSeed/i)
    })
    expect(shared.sort()).to.deep.equal([
      'accountsHistory',
      'eip712Domain',
      'headOf',
      'historyOf',
      'isNonceUsed',
    ])
  })

  it('the second one refuses to be called itself', async () => {
    const clinic = await loadFixture(plannedPatient)
    const address = ethers.getCreateAddress({ from: await clinic.chain.getAddress(), nonce: 1 })
    const code = await ethers.getContractAt('IEmergency', address, clinic.who('patient'))
    const message = await clinic.message('SetEmergencyPlan', clinic.plan())
    await expect(code.setEmergencyPlan(message as never, '0x')).to.be.revertedWithCustomError(
      code,
      'NotCalledHere',
    )
    expect((await code.emergencyPlanOf(clinic.at('patient'))).version).to.equal(0n)
  })

  it('takes no currency, and what neither knows is refused without a reason', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [to, by] = [await clinic.chain.getAddress(), clinic.who('stranger')]
    await expect(by.sendTransaction({ to, data: '0x12345678' })).to.be.revertedWithoutReason(ethers)
    await expect(by.sendTransaction({ to })).to.be.revertedWithoutReason(ethers)
    const data = clinic.chain.interface.encodeFunctionData('openEmergency', [
      (await clinic.message('OpenEmergency', {
        by: by.address,
        patient: clinic.at('patient'),
        request: 1,
      })) as never,
      '0x',
    ])
    await expect(by.sendTransaction({ to, data, value: 1n })).to.be.revertedWithoutReason(ethers)
  })

  it('acts of both share a batch', async () => {
    const clinic = await loadFixture(plannedPatient)
    await furtherPeople(clinic)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('surgeon')]
    const fields = { doctor, patient, reason: pointer('reason') }
    const record = await clinic.record({ author: patient })
    const parts = [
      await signed(clinic, 'RequestEmergency', fields),
      await signed(clinic, 'AddRecord', record),
    ]
    await expect(bringAll(clinic, parts))
      .to.emit(clinic.chain, 'EmergencyRequested')
      .and.to.emit(clinic.chain, 'RecordAdded')
      .and.not.to.emit(clinic.chain, 'ActRefused')
  })
})
