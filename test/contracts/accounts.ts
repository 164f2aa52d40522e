import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  ADMIN,
  bits,
  DAY,
  DOCTOR,
  emptyClinic,
  ethers,
  type Message,
  networkHelpers,
  openClinic,
  PATIENT,
  pointer,
  READER,
  treatedPatient,
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers
const profile = pointer('profile')

describe('Registering people', () => {
  it('an admin gives the roles, and one person may have several', async () => {
    const clinic = await loadFixture(emptyClinic)
    const [admin, account] = [clinic.at('admin'), clinic.at('doctor')]
    const { lastChange } = await clinic.chain.accountsHistory()
    await expect(clinic.send('RegisterDoctor', { admin, account, profile, until: 0 }))
      .to.emit(clinic.chain, 'Registered')
      .withArgs(account, admin, lastChange, DOCTOR, 0n, profile)
    await clinic.send('RegisterPatient', { admin, account, profile, until: 0 })
    await clinic.send('RegisterReader', { admin, account, profile, until: 0 })
    expect(await clinic.chain.rolesInForce(account)).to.equal(DOCTOR | PATIENT | READER)
  })

  it('nobody but an admin registers, suspends, reinstates or appoints', async () => {
    const clinic = await loadFixture(openClinic)
    const account = clinic.at('stranger')
    for (const name of ['doctor', 'patient', 'reader', 'stranger', 'secondAdmin']) {
      const admin = clinic.at(name)
      for (const act of ['RegisterDoctor', 'RegisterPatient', 'RegisterReader'] as const) {
        await expect(clinic.send(act, { admin, account, profile, until: 0 }))
          .to.be.revertedWithCustomError(clinic.chain, 'NotAdmin')
          .withArgs(admin)
      }
      for (const act of ['Suspend', 'Reinstate', 'AppointAdmin', 'DismissAdmin'] as const) {
        await expect(clinic.send(act, { admin, account: clinic.at('doctor') }))
          .to.be.revertedWithCustomError(clinic.chain, 'NotAdmin')
          .withArgs(admin)
      }
    }
  })

  it('a registration needs an account, a profile, and an end that is yet to come', async () => {
    const clinic = await loadFixture(emptyClinic)
    const good: Message = { admin: clinic.at('admin'), account: clinic.at('doctor'), profile, until: 0 }
    await expect(clinic.send('RegisterDoctor', { ...good, account: ethers.ZeroAddress }))
      .to.be.revertedWithCustomError(clinic.chain, 'UnknownAccount')
      .withArgs(ethers.ZeroAddress)
    await expect(
      clinic.send('RegisterDoctor', { ...good, profile: ethers.ZeroHash }),
    ).to.be.revertedWithCustomError(clinic.chain, 'EmptyPointer')
    const now = (await time.latest()) + 5
    await time.setNextBlockTimestamp(now)
    await expect(clinic.send('RegisterDoctor', { ...good, until: now }))
      .to.be.revertedWithCustomError(clinic.chain, 'EndPassed')
      .withArgs(now, now)
  })

  it('the owner and any admin can point to a new profile, others cannot', async () => {
    const clinic = await loadFixture(openClinic)
    const [account, admin] = [clinic.at('doctor'), clinic.at('admin')]
    const fields = { account, previous: pointer('doctor'), profile: pointer('next') }
    for (const by of [account, admin]) {
      await expect(clinic.send('UpdateProfile', { by, ...fields }))
        .to.emit(clinic.chain, 'ProfileUpdated')
        .withArgs(account, by, (v: bigint) => v > 0n, fields.previous, fields.profile)
    }
    const by = clinic.at('colleague')
    await expect(clinic.send('UpdateProfile', { by, ...fields }))
      .to.be.revertedWithCustomError(clinic.chain, 'NotAdmin')
      .withArgs(by)
  })
})

describe('Suspending people', () => {
  it('a suspended doctor reads and adds nothing, from that block on', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [admin, account, patient] = [clinic.at('admin'), clinic.at('doctor'), clinic.at('patient')]
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(true)
    await clinic.send('Suspend', { admin, account })
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(false)
    await expect(clinic.bring('AddRecord', await clinic.record()))
      .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
      .withArgs(patient, account, 1n)
  })

  it('rights given before do not revive when the doctor is reinstated', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [admin, account, patient] = [clinic.at('admin'), clinic.at('doctor'), clinic.at('patient')]
    await clinic.send('Suspend', { admin, account })
    await clinic.send('Reinstate', { admin, account })
    expect(await clinic.chain.rolesInForce(account)).to.equal(DOCTOR)
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(false)
    await clinic.send('GiveAccess', await clinic.right())
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(true)
  })

  it('a licence that has ended counts as suspended, from its very second', async () => {
    const clinic = await loadFixture(openClinic)
    const [admin, account, patient] = [clinic.at('admin'), clinic.at('doctor'), clinic.at('patient')]
    const until = (await time.latest()) + DAY
    await clinic.send('RegisterDoctor', { admin, account, profile, until })
    await clinic.send('GiveAccess', await clinic.right())
    await time.increaseTo(until - 1)
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(true)
    await time.increaseTo(until)
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(false)
    expect(await clinic.chain.canAdd(patient, account, 1)).to.equal(false)
    await clinic.send('RegisterDoctor', { admin, account, profile, until: 0 })
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(false)
  })

  it('a licence renewed in time keeps the rights', async () => {
    const clinic = await loadFixture(openClinic)
    const [admin, account, patient] = [clinic.at('admin'), clinic.at('doctor'), clinic.at('patient')]
    const until = (await time.latest()) + DAY
    await clinic.send('RegisterDoctor', { admin, account, profile, until })
    await clinic.send('GiveAccess', await clinic.right())
    await clinic.send('RegisterDoctor', { admin, account, profile, until: until + DAY })
    await time.increaseTo(until)
    expect(await clinic.chain.canAccess(patient, account, 1)).to.equal(true)
  })

  it('a suspended patient can still read, remove and re-key, but not open, add or give', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [admin, patient, reader] = [clinic.at('admin'), clinic.at('patient'), clinic.at('doctor')]
    await clinic.send('Suspend', { admin, account: patient })
    expect(await clinic.chain.canAccess(patient, patient, 1)).to.equal(true)
    for (const [act, fields] of [
      ['OpenFolders', { patient, folders: [7], keyrings: [pointer('7')] }],
      ['GiveAccess', await clinic.right()],
    ] as const) {
      await expect(clinic.send(act, fields))
        .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
        .withArgs(patient, PATIENT)
    }
    const record = await clinic.record({ author: patient })
    await expect(clinic.bring('AddRecord', record)).to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
    await clinic.send('RemoveAccess', { patient, reader, folders: [] })
    await clinic.send('Rekey', await clinic.epoch())
  })

  it('nobody is suspended or reinstated twice, and an unknown person never', async () => {
    const clinic = await loadFixture(openClinic)
    const [admin, account] = [clinic.at('admin'), clinic.at('doctor')]
    const refuses = async (act: 'Suspend' | 'Reinstate', who: string, error: string) =>
      expect(clinic.send(act, { admin, account: who }))
        .to.be.revertedWithCustomError(clinic.chain, error)
        .withArgs(who)
    await refuses('Reinstate', account, 'AccountNotSuspended')
    await refuses('Suspend', clinic.at('stranger'), 'UnknownAccount')
    await clinic.send('Suspend', { admin, account })
    await refuses('Suspend', account, 'AccountSuspended')
    await expect(clinic.send('RegisterDoctor', { admin, account, profile, until: 0 }))
      .to.be.revertedWithCustomError(clinic.chain, 'AccountSuspended')
      .withArgs(account)
  })
})

describe('Admins', () => {
  it('the first one is set at deployment, and the last one cannot be dismissed', async () => {
    const clinic = await loadFixture(emptyClinic)
    const [admin, second] = [clinic.at('admin'), clinic.at('secondAdmin')]
    expect(await clinic.chain.rolesInForce(admin)).to.equal(ADMIN)
    const dismissed = clinic.send('DismissAdmin', { admin, account: admin })
    await expect(dismissed).to.be.revertedWithCustomError(clinic.chain, 'LastAdmin').withArgs(admin)
    await clinic.send('AppointAdmin', { admin, account: second })
    await clinic.send('DismissAdmin', { admin: second, account: admin })
    expect(await clinic.chain.adminCount()).to.equal(1n)
    await expect(clinic.send('Suspend', { admin, account: second }))
      .to.be.revertedWithCustomError(clinic.chain, 'NotAdmin')
      .withArgs(admin)
  })

  it('an admin is no doctor or reader, and is dismissed rather than suspended', async () => {
    const clinic = await loadFixture(openClinic)
    const admin = clinic.at('admin')
    for (const act of ['RegisterDoctor', 'RegisterReader'] as const) {
      await expect(clinic.send(act, { admin, account: admin, profile, until: 0 }))
        .to.be.revertedWithCustomError(clinic.chain, 'RolesConflict')
        .withArgs(admin, ADMIN)
    }
    await expect(clinic.send('AppointAdmin', { admin, account: clinic.at('doctor') }))
      .to.be.revertedWithCustomError(clinic.chain, 'RolesConflict')
      .withArgs(clinic.at('doctor'), DOCTOR)
    await expect(clinic.send('Suspend', { admin, account: admin }))
      .to.be.revertedWithCustomError(clinic.chain, 'RolesConflict')
      .withArgs(admin, ADMIN)
  })

  it('an admin can be a patient, and gives nobody else’s records', async () => {
    const clinic = await loadFixture(treatedPatient)
    const admin = clinic.at('admin')
    await clinic.send('RegisterPatient', { admin, account: admin, profile, until: 0 })
    expect(await clinic.chain.rolesInForce(admin)).to.equal(ADMIN | PATIENT)
    for (let folder = 0; folder < 3; folder++) {
      expect(await clinic.chain.canAccess(clinic.at('patient'), admin, folder)).to.equal(false)
    }
  })

  it('an admin announces the next contract, which moves nothing', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [admin, successor] = [clinic.at('admin'), clinic.at('stranger')]
    await clinic.send('NameSuccessor', { admin, successor })
    expect(await clinic.chain.successor()).to.equal(successor)
    const right = await clinic.chain.rightOf(clinic.at('patient'), clinic.at('doctor'))
    expect(right.folders).to.equal(bits(0, 1))
  })
})
