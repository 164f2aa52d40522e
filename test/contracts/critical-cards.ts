import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  type Clinic,
  DAY,
  DOCTOR,
  ethers,
  type Message,
  networkHelpers,
  openClinic,
  PATIENT,
  pointer,
} from './support/clinic.ts'
import { admin, reads, refused } from './support/emergency.ts'

const { loadFixture, time } = networkHelpers
const card = pointer('critical')

const set = (clinic: Clinic, fields: Message = {}) =>
  clinic.bring('SetCriticalCard', { patient: clinic.at('patient'), card, ...fields })
const look = (clinic: Clinic, fields: Message = {}) =>
  clinic.bring('ViewCriticalCard', {
    doctor: clinic.at('doctor'),
    patient: clinic.at('patient'),
    card,
    ...fields,
  })

describe('A critical card', () => {
  it('stands in the patient’s history, with every look at it, and gives nobody a right', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    const linked = (n: bigint) => n > 0n
    await expect(set(clinic)).to.emit(clinic.chain, 'CriticalCardSet').withArgs(patient, card, linked)
    await expect(look(clinic))
      .to.emit(clinic.chain, 'CriticalCardViewed')
      .withArgs(patient, doctor, linked, card)
    expect(await reads(clinic)).to.equal(false)
  })

  it('is written by a patient in force, and turned off by a suspended one too', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader] = [clinic.at('patient'), clinic.at('reader')]
    await refused(clinic, set(clinic, { patient: reader }), 'NotInForce', reader, PATIENT)
    await set(clinic)
    await admin(clinic, 'Suspend', 'patient')
    await refused(clinic, set(clinic), 'NotInForce', patient, PATIENT)
    await refused(clinic, look(clinic), 'NotInForce', patient, PATIENT)
    await expect(set(clinic, { card: ethers.ZeroHash }))
      .to.emit(clinic.chain, 'CriticalCardSet')
      .withArgs(patient, ethers.ZeroHash, (n: bigint) => n > 0n)
  })

  it('is looked at by a doctor in force, and by nobody else', async () => {
    const clinic = await loadFixture(openClinic)
    const [doctor, reader] = [clinic.at('doctor'), clinic.at('reader')]
    await set(clinic)
    await refused(clinic, look(clinic, { doctor: reader }), 'NotInForce', reader, DOCTOR)
    await expect(look(clinic, { card: ethers.ZeroHash })).to.be.revertedWithCustomError(
      clinic.chain,
      'EmptyPointer',
    )
    await admin(clinic, 'Suspend', 'doctor')
    await refused(clinic, look(clinic), 'NotInForce', doctor, DOCTOR)
  })

  it('is looked at twenty times a day by one doctor at most, requests included', async () => {
    const clinic = await loadFixture(openClinic)
    const [doctor, patient] = [clinic.at('doctor'), clinic.at('patient')]
    await time.increaseTo(Math.ceil((await time.latest()) / DAY) * DAY + 60)
    await clinic.send('RequestAccess', { doctor, patient, folders: [0] })
    for (let i = 0; i < 19; i++) await look(clinic)
    await refused(clinic, look(clinic), 'TooManyRequests', doctor, 20)
  })
})
