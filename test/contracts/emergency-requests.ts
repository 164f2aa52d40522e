import { expect } from 'chai'
import { describe, it } from 'mocha'
import { bits, DAY, DOCTOR, ethers, HOUR, type Message, networkHelpers, pointer } from './support/clinic.ts'
import {
  act,
  admin,
  approve,
  ask,
  askedPatient,
  openedPatient,
  plannedPatient,
  reads,
  refused,
} from './support/emergency.ts'

const { loadFixture, time } = networkHelpers

describe('A request in an emergency', () => {
  it('opens the planned folders and no other once two of three have approved and the wait is over', async () => {
    const clinic = await loadFixture(askedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await approve(clinic, 'neighbour')
    await approve(clinic, 'colleague')
    expect(await reads(clinic)).to.equal(false)
    await time.increase(HOUR)
    const opened = await act(clinic, 'OpenEmergency', 'doctor')
    const now = (await ethers.provider.getBlock((await opened.wait())!.blockNumber))!.timestamp
    await expect(opened)
      .to.emit(clinic.chain, 'EmergencyOpened')
      .withArgs(patient, doctor, (n: bigint) => n > 0n, 1, bits(0, 1), now + 4 * HOUR)
    expect(await Promise.all([0, 1, 2, 63].map((folder) => reads(clinic, folder)))).to.deep.equal([
      true,
      true,
      false,
      false,
    ])
    expect(await clinic.chain.canAdd(patient, doctor, 1)).to.equal(false)
    expect(await reads(clinic, 1, 'colleague')).to.equal(false)
    expect([...(await clinic.chain.emergencyRightOf(patient, doctor))].map(Number)).to.deep.equal([
      now,
      now + 4 * HOUR,
      3,
    ])
  })

  it('ends by itself, in the second the plan says', async () => {
    const clinic = await loadFixture(openedPatient)
    const { until } = await clinic.chain.emergencyRightOf(clinic.at('patient'), clinic.at('doctor'))
    await time.increaseTo(Number(until) - 1)
    expect(await reads(clinic)).to.equal(true)
    await time.increaseTo(Number(until))
    expect(await reads(clinic)).to.equal(false)
    await refused(clinic, act(clinic, 'CloseEmergency', 'doctor'), 'NotOpen', clinic.at('patient'), 1)
  })

  it('one of three never opens it, however long one waits', async () => {
    const clinic = await loadFixture(askedPatient)
    const patient = clinic.at('patient')
    const { time: asked } = await clinic.chain.emergencyRequestOf(patient, 1)
    await approve(clinic, 'reader')
    await time.increase(23 * HOUR)
    await refused(clinic, act(clinic, 'OpenEmergency', 'doctor'), 'ApprovalsMissing', patient, 1, 1, 2)
    await time.increase(HOUR)
    const end = asked + BigInt(DAY)
    await refused(clinic, act(clinic, 'OpenEmergency', 'doctor'), 'RequestExpired', patient, 1, end)
    await refused(clinic, approve(clinic, 'neighbour'), 'RequestExpired', patient, 1, end)
    expect(await reads(clinic)).to.equal(false)
  })

  it('waits as long as the plan says, whoever has approved', async () => {
    const clinic = await loadFixture(askedPatient)
    const { time: asked } = await clinic.chain.emergencyRequestOf(clinic.at('patient'), 1)
    for (const name of ['neighbour', 'reader', 'colleague']) await approve(clinic, name)
    const readyAt = Number(asked) + HOUR
    await time.setNextBlockTimestamp(readyAt - 1)
    await refused(
      clinic,
      act(clinic, 'OpenEmergency', 'reader'),
      'WaitNotOver',
      clinic.at('patient'),
      1,
      readyAt,
    )
    await time.setNextBlockTimestamp(readyAt)
    await act(clinic, 'OpenEmergency', 'reader')
    expect(await reads(clinic)).to.equal(true)
  })

  it('a share counts once', async () => {
    const clinic = await loadFixture(askedPatient)
    const patient = clinic.at('patient')
    await ask(clinic)
    await approve(clinic, 'reader')
    await approve(clinic, 'reader', 2)
    await refused(clinic, approve(clinic, 'reader'), 'AlreadyApproved', patient, 1, clinic.at('reader'))
    expect((await clinic.chain.emergencyRequestOf(patient, 1)).approvals).to.equal(1n)
  })

  it('only a guardian in force who has accepted approves, and not the doctor who asks', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, neighbour, reader, colleague] = ['patient', 'neighbour', 'reader', 'colleague'].map(
      (name) => clinic.at(name),
    )
    await ask(clinic, 'colleague')
    await refused(clinic, approve(clinic, 'doctor'), 'NotGuardian', patient, clinic.at('doctor'))
    await refused(clinic, approve(clinic, 'patient'), 'NotGuardian', patient, patient)
    await refused(clinic, approve(clinic, 'colleague'), 'OwnEmergency', colleague)
    await clinic.send('ResignGuardian', { guardian: reader, patient })
    await refused(clinic, approve(clinic, 'reader'), 'NotGuardian', patient, reader)
    await admin(clinic, 'Suspend', 'neighbour')
    await refused(clinic, approve(clinic, 'neighbour'), 'NotInForce', neighbour, 0)
    await refused(clinic, approve(clinic, 'reader', 7), 'NotWaiting', patient, 7, 0)
    expect((await clinic.chain.emergencyRequestOf(patient!, 1)).approvals).to.equal(0n)
  })

  it('one no is enough, by a guardian or by the patient, until the moment it is opened', async () => {
    for (const by of ['colleague', 'patient']) {
      const clinic = await loadFixture(askedPatient)
      await approve(clinic, 'neighbour')
      await approve(clinic, 'reader')
      await time.increase(HOUR)
      await act(clinic, 'VetoEmergency', by)
      await refused(clinic, act(clinic, 'OpenEmergency', 'doctor'), 'NotWaiting', clinic.at('patient'), 1, 4)
      expect(await reads(clinic)).to.equal(false)
    }
  })

  it('nobody else can say no, and not any more once it is open', async () => {
    const clinic = await loadFixture(openedPatient)
    const patient = clinic.at('patient')
    await refused(clinic, act(clinic, 'VetoEmergency', 'patient'), 'NotWaiting', patient, 1, 2)
    await ask(clinic)
    await refused(
      clinic,
      act(clinic, 'VetoEmergency', 'doctor', 2),
      'NotGuardian',
      patient,
      clinic.at('doctor'),
    )
  })

  it('is void once the plan has changed', async () => {
    const clinic = await loadFixture(askedPatient)
    const patient = clinic.at('patient')
    await approve(clinic, 'neighbour')
    await approve(clinic, 'reader')
    await clinic.send('SetEmergencyPlan', clinic.plan({ threshold: 1, wait: 0 }))
    await refused(clinic, approve(clinic, 'colleague'), 'NoSuchPlan', patient, 1, 2)
    await refused(clinic, act(clinic, 'OpenEmergency', 'doctor'), 'NoSuchPlan', patient, 1, 2)
    await refused(clinic, act(clinic, 'VetoEmergency', 'patient'), 'NoSuchPlan', patient, 1, 2)
  })

  it('is made by a doctor in force who has a key, about somebody else who has a plan', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, doctor, reader] = ['patient', 'doctor', 'reader'].map((name) => clinic.at(name))
    const reason = pointer('reason')
    const request = (fields: Message) =>
      clinic.bring('RequestEmergency', { doctor, patient, reason, ...fields })
    await refused(clinic, request({ doctor: reader }), 'NotInForce', reader, DOCTOR)
    await refused(
      clinic,
      request({ patient: clinic.at('neighbour') }),
      'NoSuchPlan',
      clinic.at('neighbour'),
      0,
      0,
    )
    await expect(request({ reason: ethers.ZeroHash })).to.be.revertedWithCustomError(
      clinic.chain,
      'EmptyPointer',
    )
    const register = { admin: clinic.at('admin'), profile: pointer('doctor'), until: 0 }
    await clinic.send('RegisterDoctor', { ...register, account: patient })
    await refused(clinic, request({ doctor: patient }), 'OwnEmergency', patient)
    await clinic.send('RegisterDoctor', { ...register, account: clinic.at('stranger') })
    await refused(clinic, request({ doctor: clinic.at('stranger') }), 'NotJoined', clinic.at('stranger'))
    await admin(clinic, 'Suspend', 'doctor')
    await refused(clinic, request({}), 'NotInForce', doctor, DOCTOR)
  })

  it('a doctor has three at most that wait or are open, and a place is free again when one is over', async () => {
    const clinic = await loadFixture(openedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    const { until } = await clinic.chain.emergencyRightOf(patient, doctor)
    await ask(clinic)
    await ask(clinic)
    await refused(clinic, ask(clinic), 'TooManyEmergencies', doctor, until)
    await act(clinic, 'VetoEmergency', 'reader', 2)
    await ask(clinic)
    await act(clinic, 'CloseEmergency', 'doctor', 3)
    await ask(clinic)
    await refused(clinic, ask(clinic), 'TooManyEmergencies', doctor, until)
    await time.increaseTo(until)
    await ask(clinic)
    await time.increase(DAY)
    await ask(clinic)
  })

  it('counts among the twenty requests a day', async () => {
    const clinic = await loadFixture(plannedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await time.increaseTo(Math.ceil((await time.latest()) / DAY) * DAY + 60)
    for (let i = 0; i < 19; i++) await clinic.send('RequestAccess', { doctor, patient, folders: [0] })
    await ask(clinic)
    expect(await clinic.chain.requestsToday(doctor)).to.equal(20n)
    await refused(clinic, ask(clinic), 'TooManyRequests', doctor, 20)
  })

  it('only somebody of the clinic opens it', async () => {
    const clinic = await loadFixture(askedPatient)
    await refused(clinic, act(clinic, 'OpenEmergency', 'stranger'), 'NotInForce', clinic.at('stranger'), 0)
  })
})
