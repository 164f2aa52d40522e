import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  bits,
  DAY,
  DOCTOR,
  ethers,
  type Message,
  networkHelpers,
  openClinic,
  pointer,
  READER,
  treatedPatient,
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

describe('Giving access', () => {
  it('writes the right and the keyrings at once', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    const right = await clinic.right({ folders: [0, 2] })
    const { lastChange } = await clinic.chain.headOf(patient)
    await expect(clinic.bring('GiveAccess', right))
      .to.emit(clinic.chain, 'AccessGiven')
      .withArgs(
        patient,
        reader,
        lastChange,
        bits(0, 2),
        true,
        false,
        right.until,
        right.consent,
        right.keyrings,
      )
    const since = await time.latest()
    expect(await clinic.chain.rightOf(patient, reader)).to.deep.equal([
      BigInt(since),
      BigInt(Number(right.until)),
      true,
      false,
      bits(0, 2),
    ])
    const [, keyring] = right.keyrings as string[]
    expect((await clinic.chain.folderOf(patient, 2)).keyring).to.equal(keyring)
    const may = await Promise.all([0, 1, 2, 64].map((n) => clinic.chain.canAccess(patient, reader, n)))
    expect(may).to.deep.equal([true, false, true, false])
    const adds = await Promise.all([0, 1, 2, 64].map((n) => clinic.chain.canAdd(patient, reader, n)))
    expect(adds).to.deep.equal([false, false, true, false])
  })

  it('a right ends in its very second', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    const until = (await time.latest()) + DAY
    await clinic.send('GiveAccess', await clinic.right({ until }))
    await time.increaseTo(until - 1)
    expect(await clinic.chain.canAccess(patient, reader, 1)).to.equal(true)
    await time.increaseTo(until)
    expect(await clinic.chain.canAccess(patient, reader, 1)).to.equal(false)
    await expect(clinic.bring('AddRecord', await clinic.record())).to.be.revertedWithCustomError(
      clinic.chain,
      'MayNotAdd',
    )
  })

  it('only a doctor or reader in force who has joined gets a right', async () => {
    const clinic = await loadFixture(openClinic)
    for (const name of ['stranger', 'admin', 'neighbour', 'patient']) {
      await expect(clinic.send('GiveAccess', await clinic.right({ reader: clinic.at(name) })), name)
        .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
        .withArgs(clinic.at(name), DOCTOR | READER)
    }
    const [admin, account] = [clinic.at('admin'), clinic.at('stranger')]
    await clinic.send('RegisterDoctor', { admin, account, profile: pointer('new'), until: 0 })
    await expect(clinic.send('GiveAccess', await clinic.right({ reader: account })))
      .to.be.revertedWithCustomError(clinic.chain, 'NotJoined')
      .withArgs(account)
  })

  it('a reader who is no doctor never adds, nor does anybody by listed records alone', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    const reader = clinic.at('reader')
    for (const fields of [{ reader }, { listedOnly: true, reader: clinic.at('doctor') }]) {
      await expect(clinic.send('GiveAccess', await clinic.right(fields)))
        .to.be.revertedWithCustomError(clinic.chain, 'InvalidRight')
        .withArgs(patient, fields.reader)
    }
    await clinic.send('GiveAccess', await clinic.right({ reader, mayAdd: false }))
    expect(await clinic.chain.canAccess(patient, reader, 1)).to.equal(true)
    expect(await clinic.chain.canAdd(patient, reader, 1)).to.equal(false)
  })

  it('the identity is shared as long as any other folder is, unless single records are listed', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    await expect(clinic.send('GiveAccess', await clinic.right({ folders: [1] })))
      .to.be.revertedWithCustomError(clinic.chain, 'IdentityFolderMissing')
      .withArgs(patient, reader)
    await clinic.send('GiveAccess', await clinic.right({ folders: [1], listedOnly: true, mayAdd: false }))
    expect((await clinic.chain.rightOf(patient, reader)).listedOnly).to.equal(true)
  })

  it('is refused when a keyring is not the one the patient saw', async () => {
    const clinic = await loadFixture(openClinic)
    const right = await clinic.right()
    await clinic.send('GiveAccess', { ...right, reader: clinic.at('colleague') })
    const [current] = right.keyrings as string[]
    const [seen] = right.previous as string[]
    await expect(clinic.send('GiveAccess', right))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleKeyring')
      .withArgs(clinic.at('patient'), 0n, seen, current)
  })

  it('needs an end that is yet to come, a consent, and a keyring for each folder', async () => {
    const clinic = await loadFixture(openClinic)
    const refused = async (fields: Message, error: string) =>
      expect(clinic.send('GiveAccess', await clinic.right(fields))).to.be.revertedWithCustomError(
        clinic.chain,
        error,
      )
    await refused({ until: await time.latest() }, 'EndPassed')
    await refused({ consent: ethers.ZeroHash }, 'EmptyPointer')
    await refused({ keyrings: [pointer('one')] }, 'LengthsDiffer')
    await refused({ previous: [] }, 'LengthsDiffer')
  })

  it('states the whole right: giving again replaces the folders and keeps its beginning', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    const { since } = await clinic.chain.rightOf(patient, reader)
    await clinic.send('GiveAccess', await clinic.right({ folders: [0, 2], mayAdd: false }))
    const right = await clinic.chain.rightOf(patient, reader)
    expect([right.since, right.folders, right.mayAdd]).to.deep.equal([since, bits(0, 2), false])
    expect(await clinic.chain.canAccess(patient, reader, 1)).to.equal(false)
  })
})

describe('Removing access', () => {
  it('ends the right at once', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    await expect(clinic.bring('RemoveAccess', { patient, reader, folders: [] }))
      .to.emit(clinic.chain, 'AccessRemoved')
      .withArgs(patient, reader, (block: bigint) => block > 0n, 0n)
    expect(await clinic.chain.canAccess(patient, reader, 1)).to.equal(false)
    expect((await clinic.chain.rightOf(patient, reader)).until).to.equal(await time.latest())
    await expect(clinic.bring('RemoveAccess', { patient, reader, folders: [] }))
      .to.be.revertedWithCustomError(clinic.chain, 'NoRight')
      .withArgs(patient, reader)
  })

  it('ends some folders, and everything when only the identity would remain', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.send('GiveAccess', await clinic.right({ folders: [0, 1, 2] }))
    const remove = (...folders: number[]) => clinic.send('RemoveAccess', { patient, reader, folders })
    await expect(remove(0))
      .to.be.revertedWithCustomError(clinic.chain, 'IdentityFolderMissing')
      .withArgs(patient, reader)
    await remove(1)
    expect((await clinic.chain.rightOf(patient, reader)).folders).to.equal(bits(0, 2))
    await expect(remove(1)).to.be.revertedWithCustomError(clinic.chain, 'NoRight').withArgs(patient, reader)
    await remove(2)
    expect(await clinic.chain.canAccess(patient, reader, 0)).to.equal(false)
  })
})

describe('Asking for access', () => {
  it('a doctor asks 20 times a day at most, and gets nothing by asking', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await time.increaseTo((Math.floor((await time.latest()) / DAY) + 1) * DAY)
    const ask = () => clinic.send('RequestAccess', { doctor, patient, folders: [0, 1] })
    await expect(ask()).to.emit(clinic.chain, 'AccessRequested').withArgs(patient, doctor, bits(0, 1))
    for (let i = 1; i < 20; i++) await ask()
    expect(await clinic.chain.requestsToday(doctor)).to.equal(20n)
    await expect(ask()).to.be.revertedWithCustomError(clinic.chain, 'TooManyRequests').withArgs(doctor, 20n)
    expect(await clinic.chain.canAccess(patient, doctor, 1)).to.equal(false)
    await time.increase(DAY)
    expect(await clinic.chain.requestsToday(doctor)).to.equal(0n)
    await ask()
  })

  it('only a doctor asks, and only a patient is asked', async () => {
    const clinic = await loadFixture(openClinic)
    const ask = (doctor: string, patient: string) =>
      clinic.send('RequestAccess', { doctor: clinic.at(doctor), patient: clinic.at(patient), folders: [0] })
    for (const [doctor, patient] of [
      ['reader', 'patient'],
      ['stranger', 'patient'],
      ['doctor', 'colleague'],
    ] as const) {
      await expect(ask(doctor, patient)).to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
    }
  })

  it('the patient says no', async () => {
    const clinic = await loadFixture(openClinic)
    const [patient, doctor] = [clinic.at('patient'), clinic.at('doctor')]
    await expect(clinic.bring('Decline', { patient, doctor }))
      .to.emit(clinic.chain, 'AccessDeclined')
      .withArgs(patient, doctor)
  })
})
