import { expect } from 'chai'
import { describe, it } from 'mocha'
import { DOCTOR, HOUR, networkHelpers } from './support/clinic.ts'
import {
  act,
  admin,
  approve,
  ask,
  askedPatient,
  extend,
  openedPatient,
  reads,
  refused,
  review,
} from './support/emergency.ts'

const { loadFixture, time } = networkHelpers

describe('An emergency that is open', () => {
  it('ends at once when the doctor is suspended, and does not revive', async () => {
    const clinic = await loadFixture(openedPatient)
    await admin(clinic, 'Suspend', 'doctor')
    expect(await reads(clinic)).to.equal(false)
    await admin(clinic, 'Reinstate', 'doctor')
    expect(await reads(clinic)).to.equal(false)
  })

  it('a request from before a suspension opens nothing after it', async () => {
    const clinic = await loadFixture(askedPatient)
    const doctor = clinic.at('doctor')
    await approve(clinic, 'neighbour')
    await approve(clinic, 'reader')
    await time.increase(HOUR)
    await admin(clinic, 'Suspend', 'doctor')
    await refused(clinic, act(clinic, 'OpenEmergency', 'reader'), 'NotInForce', doctor, DOCTOR)
    await admin(clinic, 'Reinstate', 'doctor')
    await refused(clinic, act(clinic, 'OpenEmergency', 'reader'), 'NotInForce', doctor, DOCTOR)
  })

  it('the patient or the doctor ends it at once, nobody else', async () => {
    for (const by of ['patient', 'doctor']) {
      const clinic = await loadFixture(openedPatient)
      const [patient, reader] = [clinic.at('patient'), clinic.at('reader')]
      await refused(clinic, act(clinic, 'CloseEmergency', 'reader'), 'NotForYou', patient, 1, reader)
      await act(clinic, 'CloseEmergency', by)
      expect(await reads(clinic)).to.equal(false)
      await refused(clinic, act(clinic, 'CloseEmergency', by), 'NotOpen', patient, 1)
      await refused(clinic, extend(clinic, 'reader'), 'NotOpen', patient, 1)
    }
  })

  it('a suspended patient can end it all the same', async () => {
    const clinic = await loadFixture(openedPatient)
    await admin(clinic, 'Suspend', 'patient')
    expect(await reads(clinic)).to.equal(true)
    await act(clinic, 'CloseEmergency', 'patient')
    expect(await reads(clinic)).to.equal(false)
  })

  it('a guardian extends it once, by as much, under the plan it was opened by', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    const { until } = await clinic.chain.emergencyRightOf(patient, doctor)
    await refused(clinic, extend(clinic, 'doctor'), 'NotGuardian', patient, doctor)
    await extend(clinic, 'colleague')
    const later = await clinic.chain.emergencyRightOf(patient, doctor)
    expect(later.until).to.equal(until + BigInt(4 * HOUR))
    await refused(clinic, extend(clinic, 'reader'), 'NotOpen', patient, 1)
    await time.increaseTo(Number(later.until) - 1)
    expect(await reads(clinic)).to.equal(true)
    await time.increaseTo(Number(later.until))
    expect(await reads(clinic)).to.equal(false)
  })

  it('another plan does not end it, and lets nobody extend it', async () => {
    const clinic = await loadFixture(openedPatient)
    const patient = clinic.at('patient')
    const [stays, leaves] = [clinic.at('neighbour'), 'reader']
    const next = clinic.plan({ folders: [0, 2], guardians: [stays], threshold: 1 })
    await clinic.send('SetEmergencyPlan', next)
    expect(await reads(clinic)).to.equal(true)
    expect(await reads(clinic, 2)).to.equal(false)
    await refused(clinic, extend(clinic, 'neighbour'), 'NotGuardian', patient, stays)
    await refused(clinic, extend(clinic, leaves), 'NoSuchPlan', patient, 1, 2)
  })

  it('an older request that is over ends no newer right', async () => {
    const clinic = await loadFixture(openedPatient)
    const patient = clinic.at('patient')
    await ask(clinic)
    await approve(clinic, 'neighbour', 2)
    await approve(clinic, 'reader', 2)
    await time.increase(HOUR)
    await refused(
      clinic,
      act(clinic, 'OpenEmergency', 'doctor', 2),
      'AlreadyOpen',
      patient,
      clinic.at('doctor'),
    )
    await time.increase(4 * HOUR)
    await act(clinic, 'OpenEmergency', 'doctor', 2)
    await refused(clinic, act(clinic, 'CloseEmergency', 'doctor', 1), 'NotOpen', patient, 1)
    expect(await reads(clinic)).to.equal(true)
  })

  it('stands beside a right the patient gave, and neither ends the other', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.send('GiveAccess', await clinic.right({ folders: [0, 2] }))
    expect(await Promise.all([0, 1, 2].map((folder) => reads(clinic, folder)))).to.deep.equal([
      true,
      true,
      true,
    ])
    await clinic.send('RemoveAccess', { patient, reader: doctor, folders: [] })
    expect(await Promise.all([0, 1, 2].map((folder) => reads(clinic, folder)))).to.deep.equal([
      true,
      true,
      false,
    ])
  })

  it('its views are logged, within its time and not outside it', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, viewer] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.bring('AddRecord', await clinic.record({ author: patient }))
    const { since } = await clinic.chain.emergencyRightOf(patient, viewer)
    const log = (...times: number[]) =>
      clinic.bring('LogViews', { viewer, views: [{ patient, records: times.map(() => 1), times }] })
    await log(Number(since), await time.latest())
    await refused(clinic, log(Number(since) - 1), 'OutsideRight', patient, viewer, Number(since) - 1)
    await act(clinic, 'CloseEmergency', 'doctor')
    const { until } = await clinic.chain.emergencyRightOf(patient, viewer)
    await refused(clinic, log(Number(until)), 'OutsideRight', patient, viewer, until)
    await log(Number(until) - 1)
  })

  it('a right given meanwhile takes the views of its own time, and the emergency keeps those of its own', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, viewer] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.bring('AddRecord', await clinic.record({ author: patient }))
    const early = Number((await clinic.chain.emergencyRightOf(patient, viewer)).since)
    await act(clinic, 'CloseEmergency', 'doctor')
    await clinic.send('GiveAccess', await clinic.right())
    const late = Number((await clinic.chain.rightOf(patient, viewer)).since)
    const entry = (...times: number[]) => ({ patient, records: times.map(() => 1), times })
    await clinic.bring('LogViews', { viewer, views: [entry(early), entry(late)] })
    const mixed = clinic.bring('LogViews', { viewer, views: [entry(late, early)] })
    await refused(clinic, mixed, 'OutsideRight', patient, viewer, early)
  })

  it('the patient reviews each request once, whatever became of it', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    for (const verdict of [0, 4])
      await refused(clinic, review(clinic, verdict), 'InvalidVerdict', patient, 1, verdict)
    await expect(review(clinic, 3))
      .to.emit(clinic.chain, 'EmergencyReviewed')
      .withArgs(patient, doctor, (n: bigint) => n > 0n, 1, 3)
    await refused(clinic, review(clinic, 1), 'InvalidVerdict', patient, 1, 1)
    await refused(clinic, review(clinic, 1, 2), 'NotWaiting', patient, 2, 0)
    expect(await reads(clinic)).to.equal(true)
    await act(clinic, 'CloseEmergency', 'patient')
    const { state, reviewed } = await clinic.chain.emergencyRequestOf(patient, 1)
    expect([state, reviewed]).to.deep.equal([5n, true])
  })
})
