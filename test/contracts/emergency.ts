import { expect } from 'chai'
import { describe, it } from 'mocha'
import { bringAll, signed } from './support/batch.ts'
import {
  askedPatient,
  bits,
  type Clinic,
  compiled,
  DAY,
  DOCTOR,
  ethers,
  HOUR,
  type Message,
  networkHelpers,
  openClinic,
  openedPatient,
  plannedPatient,
  pointer,
} from './support/clinic.ts'
import { furtherPeople } from './support/samples.ts'

const { loadFixture, time } = networkHelpers

const reads = (clinic: Clinic, folder = 1, doctor = 'doctor') =>
  clinic.chain.canAccess(clinic.at('patient'), clinic.at(doctor), folder)

const ask = (clinic: Clinic, doctor = 'doctor') =>
  clinic.bring('RequestEmergency', {
    doctor: clinic.at(doctor),
    patient: clinic.at('patient'),
    reason: pointer('reason'),
  })

const approve = (clinic: Clinic, name: string, request = 1) =>
  clinic.bring('ApproveEmergency', {
    guardian: clinic.at(name),
    patient: clinic.at('patient'),
    request,
    share: pointer(name),
  })

const act = (
  clinic: Clinic,
  name: 'VetoEmergency' | 'OpenEmergency' | 'CloseEmergency',
  by: string,
  request = 1,
) => clinic.bring(name, { by: clinic.at(by), patient: clinic.at('patient'), request })

const extend = (clinic: Clinic, guardian: string, request = 1) =>
  clinic.bring('ExtendEmergency', {
    guardian: clinic.at(guardian),
    patient: clinic.at('patient'),
    request,
  })

const review = (clinic: Clinic, verdict: number, request = 1) =>
  clinic.bring('ReviewEmergency', { patient: clinic.at('patient'), request, verdict })

const refused = (clinic: Clinic, done: Promise<unknown>, error: string, ...args: unknown[]) =>
  expect(done, error)
    .to.be.revertedWithCustomError(clinic.chain, error)
    .withArgs(...args)

const admin = (clinic: Clinic, name: 'Suspend' | 'Reinstate', account: string) =>
  clinic.send(name, { admin: clinic.at('admin'), account: clinic.at(account) })

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

describe('The two contracts at one address', () => {
  it('no function of one hides a changing one of the other', async () => {
    const { main, emergency } = await compiled()
    const shared: string[] = []
    emergency.forEachFunction((fragment) => {
      if (main.getFunction(fragment.selector)) shared.push(fragment.name)
      else expect(fragment.name).to.match(/emergency|guardian/i)
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
