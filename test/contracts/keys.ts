import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  type Clinic,
  DAY,
  ethers,
  type Message,
  networkHelpers,
  openClinic,
  PATIENT,
  pointer,
  treatedPatient,
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

/** A doctor, a patient, registered but not joined. */
async function newcomers() {
  const clinic = await openClinic()
  const admin = clinic.at('admin')
  const register = async (act: 'RegisterDoctor' | 'RegisterPatient', account: string) =>
    clinic.send(act, { admin, account, profile: pointer('profile'), until: 0 })
  await register('RegisterDoctor', clinic.at('stranger'))
  await register('RegisterPatient', clinic.at('relayer'))
  return clinic
}

const joining = (clinic: Clinic, name: string, fields: Message = {}): Message => ({
  account: clinic.at(name),
  publicKey: pointer('key'),
  device: clinic.at('device'),
  folders: [],
  keyrings: [],
  ...fields,
})

describe('Joining', () => {
  it('publishes the key, trusts the device for 90 days and opens a patient’s folders at once', async () => {
    const clinic = await loadFixture(newcomers)
    const folders = { folders: [0, 3], keyrings: [pointer('0'), pointer('3')] }
    const message = await clinic.message('Join', joining(clinic, 'relayer', folders))
    const signature = await clinic.sign('Join', message)
    const now = (await time.latest()) + 5
    await time.setNextBlockTimestamp(now)
    const account = clinic.at('relayer')
    const { lastChange } = await clinic.chain.accountsHistory()
    await expect(clinic.call('Join', message, signature, clinic.who('relayer')))
      .to.emit(clinic.chain, 'Joined')
      .withArgs(
        account,
        clinic.at('device'),
        lastChange,
        message.publicKey,
        [0n, 3n],
        folders.keyrings,
        message.nonce,
        message.deadline,
        signature,
      )
    const { publicKey, keyVersion } = await clinic.chain.accountOf(account)
    expect([publicKey, keyVersion]).to.deep.equal([pointer('key'), 1n])
    expect(await clinic.chain.deviceTrustedUntil(account, clinic.at('device'))).to.equal(now + 90 * DAY)
    expect((await clinic.chain.folderOf(account, 3)).keyring).to.equal(pointer('3'))
  })

  it('only somebody registered joins, and only once', async () => {
    const clinic = await loadFixture(newcomers)
    await clinic.bring('Join', joining(clinic, 'stranger'))
    await expect(clinic.bring('Join', joining(clinic, 'stranger')))
      .to.be.revertedWithCustomError(clinic.chain, 'AlreadyJoined')
      .withArgs(clinic.at('stranger'))
    await expect(clinic.bring('Join', joining(clinic, 'secondAdmin')))
      .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
      .withArgs(clinic.at('secondAdmin'), 0n)
  })

  it('only a patient opens folders by joining', async () => {
    const clinic = await loadFixture(newcomers)
    const folders = { folders: [0], keyrings: [pointer('0')] }
    await expect(clinic.bring('Join', joining(clinic, 'stranger', folders)))
      .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
      .withArgs(clinic.at('stranger'), PATIENT)
  })
})

describe('Public keys', () => {
  it('the owner replaces the key, and the event holds every signed field', async () => {
    const clinic = await loadFixture(openClinic)
    const account = clinic.at('doctor')
    const fields = { account, publicKey: pointer('next'), compromised: true }
    const message = await clinic.message('PublishKey', fields)
    const signature = await clinic.sign('PublishKey', message)
    const { lastChange } = await clinic.chain.accountsHistory()
    await expect(clinic.call('PublishKey', message, signature, clinic.who('relayer')))
      .to.emit(clinic.chain, 'KeyPublished')
      .withArgs(account, pointer('next'), lastChange, 2n, true, message.nonce, message.deadline, signature)
    expect((await clinic.chain.accountOf(account)).publicKey).to.equal(pointer('next'))
  })

  it('no admin can set or replace a key', async () => {
    const clinic = await loadFixture(openClinic)
    const account = clinic.at('doctor')
    const fields = { account, publicKey: pointer('admin’s own'), compromised: false }
    await expect(clinic.bring('PublishKey', fields, { signer: clinic.who('admin') }))
      .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
      .withArgs(account)
  })

  it('who has not joined has nothing to replace', async () => {
    const clinic = await loadFixture(newcomers)
    const account = clinic.at('stranger')
    await expect(clinic.bring('PublishKey', { account, publicKey: pointer('key'), compromised: false }))
      .to.be.revertedWithCustomError(clinic.chain, 'NotJoined')
      .withArgs(account)
  })

  it('a reader with a right offers keys back to the patient, a stranger to the patient does not', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [from, to, block] = [clinic.at('doctor'), clinic.at('patient'), pointer('offer')]
    await expect(clinic.bring('OfferKeys', { from, to, block }))
      .to.emit(clinic.chain, 'KeysOffered')
      .withArgs(from, to, block)
    const colleague = clinic.at('colleague')
    await expect(clinic.bring('OfferKeys', { from: colleague, to, block }))
      .to.be.revertedWithCustomError(clinic.chain, 'NoRight')
      .withArgs(to, colleague)
  })
})

describe('Devices', () => {
  it('a device is trusted for 90 days at most, and never is the account itself', async () => {
    const clinic = await loadFixture(openClinic)
    const [account, device] = [clinic.at('reader'), clinic.at('stranger')]
    const now = (await time.latest()) + 5
    const trust = async (fields: Message) => {
      await time.setNextBlockTimestamp(now)
      return clinic.send('TrustDevice', { account, device, until: now + DAY, ...fields })
    }
    await expect(trust({ until: now + 90 * DAY + 1 }))
      .to.be.revertedWithCustomError(clinic.chain, 'TrustTooLong')
      .withArgs(now + 90 * DAY + 1, now + 90 * DAY)
    for (const nobody of [account, ethers.ZeroAddress]) {
      await expect(trust({ device: nobody }))
        .to.be.revertedWithCustomError(clinic.chain, 'InvalidDevice')
        .withArgs(nobody)
    }
    await trust({ until: now + 90 * DAY })
    expect(await clinic.chain.deviceTrustedUntil(account, device)).to.equal(now + 90 * DAY)
  })

  it('a device that is distrusted, or whose time is over, re-keys no more', async () => {
    const clinic = await loadFixture(openClinic)
    const [account, device] = [clinic.at('patient'), clinic.at('device')]
    await clinic.send('Rekey', await clinic.epoch(), clinic.who('device'))
    const { restore } = await networkHelpers.takeSnapshot()
    await clinic.send('DistrustDevice', { account, device })
    const refused = async () =>
      expect(clinic.send('Rekey', await clinic.epoch(), clinic.who('device')))
        .to.be.revertedWithCustomError(clinic.chain, 'SignatureMissing')
        .withArgs(account)
    await refused()
    await restore()
    await time.increaseTo(await clinic.chain.deviceTrustedUntil(account, device))
    await refused()
  })

  it('a withheld trust is void once the owner has distrusted the device', async () => {
    const clinic = await loadFixture(openClinic)
    const [account, device] = [clinic.at('patient'), clinic.at('device')]
    const until = (await time.latest()) + 80 * DAY
    const trust = await clinic.message('TrustDevice', { account, device, until })
    const withheld = await clinic.sign('TrustDevice', trust)
    await clinic.send('DistrustDevice', { account, device })
    await expect(clinic.call('TrustDevice', trust, withheld, clinic.who('relayer')))
      .to.be.revertedWithCustomError(clinic.chain, 'NonceNotNext')
      .withArgs(account, trust.nonce, BigInt(String(trust.nonce)) + 1n)
  })

  it('a device signs nothing but views and re-keys', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, account, signer] = [clinic.at('patient'), clinic.at('doctor'), clinic.who('device')]
    const refused = async (act: Parameters<Clinic['bring']>[0], fields: Message, who: string) =>
      expect(clinic.bring(act, fields, { signer }))
        .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
        .withArgs(who)
    await refused('AddRecord', await clinic.record(), account)
    await refused('GiveAccess', await clinic.right({ reader: clinic.at('colleague') }), patient)
    await refused('RemoveAccess', { patient, reader: account, folders: [] }, patient)
    await refused('OpenFolders', { patient, folders: [9], keyrings: [pointer('9')] }, patient)
    await refused('PublishKey', { account, publicKey: pointer('x'), compromised: false }, account)
  })
})
