import { expect } from 'chai'
import { describe, it } from 'mocha'
import { type Clinic, ethers, type Message, networkHelpers, openClinic, pointer } from './support/clinic.ts'
import { act, admin, approve, ask, plannedPatient, reads, refused } from './support/emergency.ts'

const { loadFixture, time } = networkHelpers

const call = (clinic: Clinic, fields: Message = {}) =>
  clinic.bring('CallEmergencyDrill', { patient: clinic.at('patient'), kit: pointer('drill'), ...fields })

const answer = (clinic: Clinic, name: string, fields: Message = {}) =>
  clinic.bring('AnswerEmergencyDrill', {
    guardian: clinic.at(name),
    patient: clinic.at('patient'),
    kit: pointer('drill'),
    share: pointer(name),
    ...fields,
  })

describe('A drill', () => {
  it('stands in the patient’s history, with who answered', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, reader] = [clinic.at('patient'), clinic.at('reader')]
    const linked = (n: bigint) => n > 0n
    await expect(call(clinic))
      .to.emit(clinic.chain, 'EmergencyDrillCalled')
      .withArgs(patient, pointer('drill'), linked, 1)
    await expect(answer(clinic, 'reader'))
      .to.emit(clinic.chain, 'EmergencyDrillAnswered')
      .withArgs(patient, reader, linked, pointer('drill'), pointer('reader'))
  })

  it('opens nothing, whoever answers, and counts for no request', async () => {
    const clinic = await loadFixture(plannedPatient)
    const patient = clinic.at('patient')
    await ask(clinic)
    await call(clinic)
    for (const name of ['neighbour', 'reader', 'colleague']) await answer(clinic, name)
    await time.increase(3600)
    await refused(clinic, act(clinic, 'OpenEmergency', 'doctor'), 'ApprovalsMissing', patient, 1, 0, 2)
    expect(await reads(clinic)).to.equal(false)
    expect((await clinic.chain.emergencyPlanOf(patient)).requests).to.equal(1n)
  })

  it('takes nothing from the plan: an emergency meanwhile goes its way', async () => {
    const clinic = await loadFixture(plannedPatient)
    await ask(clinic)
    await call(clinic)
    await approve(clinic, 'neighbour')
    await answer(clinic, 'neighbour')
    await approve(clinic, 'reader')
    await time.increase(3600)
    await act(clinic, 'OpenEmergency', 'doctor')
    expect(await reads(clinic)).to.equal(true)
  })

  it('is called by a patient in force who has a plan', async () => {
    const planless = await loadFixture(openClinic)
    await refused(planless, call(planless), 'NoSuchPlan', planless.at('patient'), 0, 0)
    const clinic = await loadFixture(plannedPatient)
    const patient = clinic.at('patient')
    await expect(call(clinic, { kit: ethers.ZeroHash })).to.be.revertedWithCustomError(
      clinic.chain,
      'EmptyPointer',
    )
    await refused(
      clinic,
      call(clinic, { patient: clinic.at('reader') }),
      'NotInForce',
      clinic.at('reader'),
      4,
    )
    await admin(clinic, 'Suspend', 'patient')
    await refused(clinic, call(clinic), 'NotInForce', patient, 4)
  })

  it('is answered by a guardian in force who has accepted the plan that stands', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, reader, doctor] = [clinic.at('patient'), clinic.at('reader'), clinic.at('doctor')]
    await call(clinic)
    await refused(clinic, answer(clinic, 'doctor'), 'NotGuardian', patient, doctor)
    for (const field of ['kit', 'share'])
      await expect(answer(clinic, 'reader', { [field]: ethers.ZeroHash })).to.be.revertedWithCustomError(
        clinic.chain,
        'EmptyPointer',
      )
    await clinic.send('ResignGuardian', { guardian: reader, patient })
    await refused(clinic, answer(clinic, 'reader'), 'NotGuardian', patient, reader)
    await admin(clinic, 'Suspend', 'neighbour')
    await refused(clinic, answer(clinic, 'neighbour'), 'NotInForce', clinic.at('neighbour'), 0)
    await clinic.send('SetEmergencyPlan', clinic.plan({ guardians: [reader], threshold: 1 }))
    await refused(clinic, answer(clinic, 'colleague'), 'NotGuardian', patient, clinic.at('colleague'))
  })
})
