import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  bits,
  DAY,
  ethers,
  HOUR,
  type Message,
  networkHelpers,
  openClinic,
  pointer,
} from './support/clinic.ts'
import { admin, approve, ask, askedPatient, plannedPatient, refused } from './support/emergency.ts'

const { loadFixture } = networkHelpers

describe('A plan for emergencies', () => {
  it('stands as the patient signed it, with nobody accepted yet', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    const plan = clinic.plan()
    await expect(clinic.bring('SetEmergencyPlan', plan))
      .to.emit(clinic.chain, 'EmergencyPlanSet')
      .withArgs(
        patient,
        pointer('kit'),
        (n: bigint) => n > 0n,
        1,
        bits(0, 1),
        2,
        HOUR,
        4 * HOUR,
        plan.guardians,
      )
    expect([...(await clinic.chain.emergencyPlanOf(patient))]).to.deep.equal(
      [1, bits(0, 1), 2, HOUR, 4 * HOUR, 0].map(BigInt),
    )
    expect([...(await clinic.chain.guardianOf(patient, clinic.at('reader')))]).to.deep.equal([true, false])
    expect([...(await clinic.chain.guardianOf(patient, clinic.at('doctor')))]).to.deep.equal([false, false])
  })

  it('what cannot be a plan is refused', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader, stranger] = ['patient', 'reader', 'stranger'].map((name) => clinic.at(name))
    const set = (fields: Message) => clinic.bring('SetEmergencyPlan', clinic.plan(fields))
    await refused(clinic, set({ threshold: 4 }), 'InvalidThreshold', 4, 3n)
    await refused(clinic, set({ guardians: [], threshold: 1 }), 'InvalidThreshold', 1, 0n)
    const nine = Array.from({ length: 9 }, () => reader)
    await refused(clinic, set({ guardians: nine }), 'InvalidThreshold', 2, 9n)
    await refused(clinic, set({ wait: 12 * HOUR + 1 }), 'InvalidTimes', 12 * HOUR + 1, 4 * HOUR)
    await refused(clinic, set({ duration: 0 }), 'InvalidTimes', HOUR, 0)
    await refused(clinic, set({ duration: 7 * DAY + 1 }), 'InvalidTimes', HOUR, 7 * DAY + 1)
    await refused(clinic, set({ folders: [1] }), 'IdentityFolderMissing', patient, ethers.ZeroAddress)
    await refused(clinic, set({ folders: [0, 64] }), 'InvalidFolders', 64)
    await refused(clinic, set({ guardians: [reader, patient] }), 'InvalidGuardian', patient, patient)
    await refused(clinic, set({ guardians: [reader, reader] }), 'InvalidGuardian', patient, reader)
    await refused(clinic, set({ guardians: [reader, stranger] }), 'NotInForce', stranger, 0)
    await refused(clinic, set({ guardians: [reader, clinic.at('admin')] }), 'NotJoined', clinic.at('admin'))
    await expect(set({ kit: ethers.ZeroHash })).to.be.revertedWithCustomError(clinic.chain, 'EmptyPointer')
    await refused(clinic, set({ patient: reader }), 'NotInForce', reader, 4)
  })

  it('a guardian who stays from one plan to the next need not accept again; one who comes back must', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, neighbour, reader] = ['patient', 'neighbour', 'reader'].map((name) => clinic.at(name))
    await clinic.send('SetEmergencyPlan', clinic.plan({ guardians: [neighbour], threshold: 1 }))
    expect([...(await clinic.chain.guardianOf(patient!, neighbour!))]).to.deep.equal([true, true])
    expect([...(await clinic.chain.guardianOf(patient!, reader!))]).to.deep.equal([false, false])
    await clinic.send('SetEmergencyPlan', clinic.plan())
    expect([...(await clinic.chain.guardianOf(patient!, reader!))]).to.deep.equal([true, false])
  })

  it('only a guardian whom the plan names accepts, once, the plan that they saw', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, reader, doctor] = [clinic.at('patient'), clinic.at('reader'), clinic.at('doctor')]
    const accept = (guardian: string, plan: number) =>
      clinic.bring('AcceptGuardian', { guardian, patient, plan })
    await refused(clinic, accept(reader, 1), 'AlreadyGuardian', patient, reader)
    await refused(clinic, accept(doctor, 1), 'NotGuardian', patient, doctor)
    await refused(clinic, accept(reader, 2), 'NoSuchPlan', patient, 2, 1)
    await clinic.send('ResignGuardian', { guardian: reader, patient })
    expect([...(await clinic.chain.guardianOf(patient, reader))]).to.deep.equal([true, false])
    await accept(reader, 1)
    await refused(
      clinic,
      clinic.bring('ResignGuardian', { guardian: doctor, patient }),
      'NotGuardian',
      patient,
      doctor,
    )
  })

  it('the patient ends it, also when suspended, and nothing is left over in the message', async () => {
    const clinic = await loadFixture(askedPatient)
    const patient = clinic.at('patient')
    const none = { folders: [], guardians: [], threshold: 0, wait: 0, duration: 0, kit: ethers.ZeroHash }
    const end = (fields: Message = {}) =>
      clinic.bring('SetEmergencyPlan', clinic.plan({ ...none, ...fields }))
    await admin(clinic, 'Suspend', 'patient')
    await refused(clinic, end({ wait: 1 }), 'InvalidThreshold', 0, 0n)
    await refused(clinic, end({ guardians: [clinic.at('reader')] }), 'InvalidThreshold', 0, 1n)
    await end()
    await refused(clinic, approve(clinic, 'reader'), 'NoSuchPlan', patient, 1, 0)
    await refused(clinic, ask(clinic), 'NoSuchPlan', patient, 2, 0)
    await refused(clinic, end(), 'NoSuchPlan', patient, 2, 0)
    await refused(
      clinic,
      clinic.bring('ResignGuardian', { guardian: clinic.at('reader'), patient }),
      'NotGuardian',
      patient,
      clinic.at('reader'),
    )
  })
})
