import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  type Clinic,
  compiled,
  DAY,
  ethers,
  networkHelpers,
  pointer,
  treatedPatient,
} from './support/clinic.ts'
import { child, childInCustody } from './support/custody.ts'
import {
  accountEntries,
  accountKinds,
  type Entry,
  patientEntries,
  patientKinds,
  rollingHash,
  walk,
} from './support/history.ts'

const { loadFixture, time } = networkHelpers

/** A drill, an emergency from its plan to its review, and another one that was refused. */
async function emergency(clinic: Clinic): Promise<void> {
  const [patient, doctor, guardian] = [clinic.at('patient'), clinic.at('doctor'), clinic.at('neighbour')]
  await clinic.send('SetEmergencyPlan', clinic.plan({ threshold: 1, wait: 0 }))
  await clinic.send('AcceptGuardian', { guardian, patient, plan: 1 })
  await clinic.send('AcceptGuardian', { guardian: clinic.at('reader'), patient, plan: 1 })
  await clinic.send('ResignGuardian', { guardian: clinic.at('reader'), patient })
  await clinic.send('CallEmergencyDrill', { patient, kit: pointer('drill') })
  await clinic.send('AnswerEmergencyDrill', {
    guardian,
    patient,
    kit: pointer('drill'),
    share: pointer('share'),
  })
  for (const request of [1, 2]) {
    await clinic.send('RequestEmergency', { doctor, patient, reason: pointer('reason') })
    if (request === 1) await clinic.send('VetoEmergency', { by: guardian, patient, request })
    else {
      await clinic.send('ApproveEmergency', { guardian, patient, request, share: pointer('share') })
      await clinic.send('OpenEmergency', { by: doctor, patient, request })
      await clinic.send('ExtendEmergency', { guardian, patient, request })
      await clinic.send('CloseEmergency', { by: patient, patient, request })
      await clinic.send('ReviewEmergency', { patient, request, verdict: 1 })
    }
  }
}

/** Every kind of act once, and some twice. */
async function busyClinic(): Promise<Clinic> {
  const clinic = await treatedPatient()
  const [admin, patient, doctor] = [clinic.at('admin'), clinic.at('patient'), clinic.at('doctor')]
  const second = clinic.at('secondAdmin')
  await clinic.send('OpenFolders', { patient, folders: [5], keyrings: [pointer('5')] })
  await clinic.bring('AddRecord', await clinic.record())
  await clinic.bring('AddRecord', await clinic.record({ author: patient, folder: 0 }))
  await clinic.bring('Rekey', await clinic.epoch({ folders: [0, 1] }), { signer: clinic.who('device') })
  const now = await time.latest()
  const views = [{ patient, records: [1, 2, 1], times: [now, now, now] }]
  await clinic.bring('LogViews', { viewer: doctor, views })
  await clinic.send('RemoveAccess', { patient, reader: doctor, folders: [] })
  await emergency(clinic)
  await clinic.send('SetCriticalCard', { patient, card: pointer('critical') })
  await clinic.send('ViewCriticalCard', { doctor, patient, card: pointer('critical') })
  const claimKey = clinic.at('claimKey')
  await clinic.send('RegisterPatientByCode', { admin, account: claimKey, profile: pointer('code'), until: 0 })
  await clinic.bring('Claim', { claimKey, account: clinic.at('stranger') })
  await clinic.send('UpdateProfile', {
    by: admin,
    account: doctor,
    previous: pointer('doctor'),
    profile: pointer('next'),
  })
  await clinic.send('Suspend', { admin, account: doctor })
  await clinic.send('Reinstate', { admin, account: doctor })
  await clinic.send('AppointAdmin', { admin, account: second })
  await clinic.send('DismissAdmin', { admin, account: second })
  await clinic.send('NameSuccessor', { admin, successor: second })
  await clinic.bring('PublishKey', { account: doctor, publicKey: pointer('new'), compromised: true })
  await clinic.send('TrustDevice', { account: patient, device: second, until: now + DAY })
  await clinic.send('DistrustDevice', { account: patient, device: second })
  return clinic
}

const names = (entries: Entry[], kinds: Map<string, string>) =>
  new Set(entries.map((entry) => kinds.get(entry.topics[0]!)))

describe('The rolling hashes', () => {
  it('the raw events of a child, whom somebody acts for, give the hash in state', async () => {
    const clinic = await loadFixture(childInCustody)
    await clinic.bring('AddRecord', await clinic.record({ patient: child, author: child }), {
      signer: clinic.who('stranger'),
    })
    await clinic.send('HandOver', { by: clinic.at('stranger'), patient: child, to: clinic.at('neighbour') })
    const entries = await patientEntries(await clinic.chain.getAddress(), child)
    const kinds = ['CustodianSet', 'FoldersOpened', 'RecordAdded', 'HandedOver']
    expect(names(entries, patientKinds)).to.deep.equal(new Set(kinds))
    expect(rollingHash(entries)).to.equal(await clinic.chain.historyOf(child))
  })

  it('the raw events of a patient, of every kind, give the hash in state', async () => {
    const clinic = await loadFixture(busyClinic)
    const entries = await patientEntries(await clinic.chain.getAddress(), clinic.at('patient'))
    const ofChild = ['CustodianSet', 'HandedOver']
    const own = [...patientKinds.values()].filter((kind) => !ofChild.includes(kind))
    expect(names(entries, patientKinds)).to.deep.equal(new Set(own))
    expect(rollingHash(entries)).to.equal(await clinic.chain.historyOf(clinic.at('patient')))
  })

  it('the raw events of all accounts, of every kind, give the hash in state', async () => {
    const clinic = await loadFixture(busyClinic)
    const entries = await accountEntries(await clinic.chain.getAddress())
    expect(names(entries, accountKinds)).to.deep.equal(new Set(accountKinds.values()))
    const { history, lastChange } = await clinic.chain.accountsHistory()
    expect(rollingHash(entries)).to.equal(history)
    expect(lastChange).to.equal(entries.at(-1)?.number)
  })

  it('every event declared by the contract belongs to one history or is known to belong to none', async () => {
    const known = [...patientKinds.values(), ...accountKinds.values()]
    const outside = ['AccessRequested', 'AccessDeclined', 'KeysOffered', 'ActRefused', 'EIP712DomainChanged']
    const declared = new Set<string>()
    for (const contract of Object.values(await compiled())) {
      contract.forEachEvent(({ name }) => {
        declared.add(name)
      })
    }
    expect([...declared].sort()).to.deep.equal([...known, ...outside].sort())
  })

  it('dropping, altering or swapping any one event is found', async () => {
    const clinic = await loadFixture(busyClinic)
    const truth = await clinic.chain.historyOf(clinic.at('patient'))
    const entries = await patientEntries(await clinic.chain.getAddress(), clinic.at('patient'))
    const alterations: ((entry: Entry) => Partial<Entry>)[] = [
      ({ data }) => ({ data: data.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }),
      ({ number }) => ({ number: number + 1 }),
      ({ timestamp }) => ({ timestamp: timestamp - 1 }),
      ({ topics }) => ({ topics: topics.with(2, ethers.ZeroHash) }),
    ]
    entries.forEach((entry, i) => {
      expect(rollingHash(entries.toSpliced(i, 1)), `dropped ${i}`).not.to.equal(truth)
      expect(rollingHash(entries.toSpliced(i, 0, entry)), `repeated ${i}`).not.to.equal(truth)
      for (const alter of alterations) {
        const altered = entries.with(i, { ...entry, ...alter(entry) })
        expect(rollingHash(altered), `altered ${i}`).not.to.equal(truth)
      }
      const next = entries[i + 1]
      if (next)
        expect(rollingHash(entries.with(i, next).with(i + 1, entry)), `swapped ${i}`).not.to.equal(truth)
    })
  })

  it('a past can be walked backwards by its links, also with several events in a block', async () => {
    const clinic = await loadFixture(busyClinic)
    const contract = await clinic.chain.getAddress()
    const { lastChange } = await clinic.chain.headOf(clinic.at('patient'))
    const past = await walk(contract, clinic.at('patient'), Number(lastChange))
    expect(past).to.deep.equal(await patientEntries(contract, clinic.at('patient')))
  })

  it('what asks or offers leaves every history as it was', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    const before = [await clinic.chain.historyOf(patient), (await clinic.chain.accountsHistory()).history]
    await clinic.send('RequestAccess', { doctor: clinic.at('colleague'), patient, folders: [0, 1] })
    await clinic.send('Decline', { patient, doctor: clinic.at('colleague') })
    await clinic.send('OfferKeys', { from: doctor, to: patient, block: pointer('offer') })
    const after = [await clinic.chain.historyOf(patient), (await clinic.chain.accountsHistory()).history]
    expect(after).to.deep.equal(before)
  })
})
