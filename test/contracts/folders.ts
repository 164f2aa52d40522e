import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  bits,
  ethers,
  type Message,
  networkHelpers,
  openClinic,
  PATIENT,
  pointer,
  treatedPatient,
} from './support/clinic.ts'

const { loadFixture } = networkHelpers

describe('Opening folders', () => {
  it('gives each folder its first keyring', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    const keyrings = [pointer('3'), pointer('63')]
    const { lastChange } = await clinic.chain.headOf(patient)
    await expect(clinic.bring('OpenFolders', { patient, folders: [3, 63], keyrings }))
      .to.emit(clinic.chain, 'FoldersOpened')
      .withArgs(patient, bits(3, 63), lastChange, keyrings)
    expect(await clinic.chain.folderOf(patient, 63)).to.deep.equal([pointer('63'), ethers.ZeroHash])
  })

  it('a folder is opened once', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    await expect(clinic.send('OpenFolders', { patient, folders: [2], keyrings: [pointer('2')] }))
      .to.be.revertedWithCustomError(clinic.chain, 'FolderOpen')
      .withArgs(patient, 2n)
  })

  it('a list of folders is ascending, without repeats, from 0 to 63, and not empty', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    for (const [folders, culprit] of [
      [[5, 4], 4],
      [[5, 5], 5],
      [[63, 64], 64],
      [[255], 255],
      [[], 0],
    ] as [number[], number][]) {
      const keyrings = folders.map((folder) => pointer(String(folder)))
      await expect(clinic.send('OpenFolders', { patient, folders, keyrings }))
        .to.be.revertedWithCustomError(clinic.chain, 'InvalidFolders')
        .withArgs(culprit)
    }
  })

  it('every folder has a keyring, and every keyring a folder', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    for (const [keyrings, error] of [
      [[ethers.ZeroHash], 'EmptyPointer'],
      [[], 'LengthsDiffer'],
      [[pointer('a'), pointer('b')], 'LengthsDiffer'],
    ] as const) {
      await expect(
        clinic.send('OpenFolders', { patient, folders: [4], keyrings }),
      ).to.be.revertedWithCustomError(clinic.chain, error)
    }
  })

  it('only a patient has folders', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('doctor')
    await expect(clinic.send('OpenFolders', { patient, folders: [0], keyrings: [pointer('0')] }))
      .to.be.revertedWithCustomError(clinic.chain, 'NotInForce')
      .withArgs(patient, PATIENT)
  })
})

describe('Re-keying', () => {
  it('begins the next epoch of several folders in one message', async () => {
    const clinic = await loadFixture(treatedPatient)
    const patient = clinic.at('patient')
    const epoch = await clinic.epoch({ folders: [0, 1] })
    const { lastChange } = await clinic.chain.headOf(patient)
    await expect(clinic.bring('Rekey', epoch, { signer: clinic.who('device') }))
      .to.emit(clinic.chain, 'FoldersRekeyed')
      .withArgs(patient, clinic.at('device'), lastChange, bits(0, 1), epoch.keyrings, epoch.catalogs)
    const [, keyring] = epoch.keyrings as string[]
    const [, catalog] = epoch.catalogs as string[]
    expect(await clinic.chain.folderOf(patient, 1)).to.deep.equal([keyring, catalog])
    expect((await clinic.chain.folderOf(patient, 2)).catalog).to.equal(ethers.ZeroHash)
  })

  it('is refused when the keyring is not the one the signer saw', async () => {
    const clinic = await loadFixture(treatedPatient)
    const first = await clinic.epoch()
    await clinic.send('Rekey', first)
    const [current] = first.keyrings as string[]
    const [seen] = first.previous as string[]
    await expect(clinic.send('Rekey', { ...first, keyrings: [pointer('other')] }))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleKeyring')
      .withArgs(clinic.at('patient'), 1n, seen, current)
  })

  it('is refused when a record came in between', async () => {
    const clinic = await loadFixture(treatedPatient)
    const epoch = await clinic.epoch()
    await clinic.bring('AddRecord', await clinic.record())
    await expect(clinic.send('Rekey', epoch))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleRecords')
      .withArgs(clinic.at('patient'), 0n, 1n)
  })

  it('leaves rights, records and everybody else as they were', async () => {
    const clinic = await loadFixture(treatedPatient)
    const state = async () => [
      await clinic.chain.rightOf(clinic.at('patient'), clinic.at('doctor')),
      (await clinic.chain.headOf(clinic.at('patient'))).records,
      await clinic.chain.headOf(clinic.at('neighbour')),
      await clinic.chain.folderOf(clinic.at('neighbour'), 1),
      await clinic.chain.accountsHistory(),
    ]
    const before = await state()
    await clinic.send('Rekey', await clinic.epoch())
    expect(await state()).to.deep.equal(before)
  })

  it('the wallet puts an earlier keyring and catalog back, even the time before any catalog', async () => {
    const clinic = await loadFixture(treatedPatient)
    const patient = clinic.at('patient')
    const before = await clinic.chain.folderOf(patient, 1)
    await clinic.send('Rekey', await clinic.epoch(), clinic.who('device'))
    const back: Message = { keyrings: [before.keyring], catalogs: [before.catalog] }
    await clinic.bring('Rekey', await clinic.epoch(back))
    expect(await clinic.chain.folderOf(patient, 1)).to.deep.equal(before)
  })

  it('is for open folders, and by the patient or a device the patient trusts', async () => {
    const clinic = await loadFixture(treatedPatient)
    await expect(clinic.send('Rekey', await clinic.epoch({ folders: [9] })))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleKeyring')
      .withArgs(clinic.at('patient'), 9n, ethers.ZeroHash, ethers.ZeroHash)
    for (const name of ['doctor', 'admin', 'neighbour', 'stranger']) {
      await expect(clinic.bring('Rekey', await clinic.epoch(), { signer: clinic.who(name) }), name)
        .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
        .withArgs(clinic.at('patient'))
    }
    await expect(clinic.send('Rekey', await clinic.epoch({ catalogs: [] }))).to.be.revertedWithCustomError(
      clinic.chain,
      'LengthsDiffer',
    )
  })

  it('a device of another account is a stranger here', async () => {
    const clinic = await loadFixture(treatedPatient)
    const epoch = await clinic.epoch({ patient: clinic.at('neighbour') })
    await expect(clinic.send('Rekey', epoch, clinic.who('device')))
      .to.be.revertedWithCustomError(clinic.chain, 'SignatureMissing')
      .withArgs(clinic.at('neighbour'))
  })
})
