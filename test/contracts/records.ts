import { expect } from 'chai'
import { describe, it } from 'mocha'
import { ethers, networkHelpers, pointer, treatedPatient } from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

describe('Adding records', () => {
  it('a doctor with the right adds the next record, with every signed field in the event', async () => {
    const clinic = await loadFixture(treatedPatient)
    const record = await clinic.message('AddRecord', await clinic.record())
    const signature = await clinic.sign('AddRecord', record)
    const before = await clinic.chain.headOf(clinic.at('patient'))
    await expect(clinic.call('AddRecord', record, signature, clinic.who('relayer')))
      .to.emit(clinic.chain, 'RecordAdded')
      .withArgs(
        clinic.at('patient'),
        clinic.at('doctor'),
        before.lastChange,
        1n,
        1n,
        record.keyring,
        record.digest,
        record.card,
        record.nonce,
        record.deadline,
        signature,
      )
    const head = await clinic.chain.headOf(clinic.at('patient'))
    expect(head.records).to.equal(1n)
    expect(head.lastChange).to.equal(await time.latestBlock())
  })

  it('patients add to their own folders, the identity included', async () => {
    const clinic = await loadFixture(treatedPatient)
    await clinic.bring('AddRecord', await clinic.record({ author: clinic.at('patient'), folder: 0 }))
    await clinic.bring('AddRecord', await clinic.record({ author: clinic.at('patient'), folder: 2 }))
    expect((await clinic.chain.headOf(clinic.at('patient'))).records).to.equal(2n)
  })

  it('a doctor never writes to the identity folder', async () => {
    const clinic = await loadFixture(treatedPatient)
    await expect(clinic.bring('AddRecord', await clinic.record({ folder: 0 })))
      .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
      .withArgs(clinic.at('patient'), clinic.at('doctor'), 0n)
  })

  it('a doctor adds to no folder but those given', async () => {
    const clinic = await loadFixture(treatedPatient)
    for (const folder of [2, 63, 64, 255]) {
      const record = await clinic.record({ folder, keyring: pointer('any') })
      await expect(clinic.bring('AddRecord', record))
        .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
        .withArgs(clinic.at('patient'), clinic.at('doctor'), folder)
    }
  })

  it('a stranger, an unregistered account and a doctor without a right cannot add', async () => {
    const clinic = await loadFixture(treatedPatient)
    for (const name of ['stranger', 'colleague', 'reader', 'neighbour', 'admin', 'device']) {
      await expect(clinic.bring('AddRecord', await clinic.record({ author: clinic.at(name) })), name)
        .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
        .withArgs(clinic.at('patient'), clinic.at(name), 1n)
    }
  })

  it('a doctor who may only read cannot add', async () => {
    const clinic = await loadFixture(treatedPatient)
    await clinic.send('GiveAccess', await clinic.right({ mayAdd: false }))
    await expect(clinic.bring('AddRecord', await clinic.record())).to.be.revertedWithCustomError(
      clinic.chain,
      'MayNotAdd',
    )
  })

  it('a removed doctor cannot add a record', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [patient, reader] = [clinic.at('patient'), clinic.at('doctor')]
    await clinic.send('RemoveAccess', { patient, reader, folders: [] })
    await expect(clinic.bring('AddRecord', await clinic.record()))
      .to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
      .withArgs(patient, reader, 1n)
  })

  it('a record under a keyring that is no longer current is refused', async () => {
    const clinic = await loadFixture(treatedPatient)
    const stale = await clinic.record()
    await clinic.send('Rekey', await clinic.epoch())
    const { keyring } = await clinic.chain.folderOf(clinic.at('patient'), 1)
    await expect(clinic.bring('AddRecord', stale))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleKeyring')
      .withArgs(clinic.at('patient'), 1n, stale.keyring, keyring)
  })

  it('a folder that was never opened takes no record, not even with an empty keyring', async () => {
    const clinic = await loadFixture(treatedPatient)
    const record = await clinic.record({ author: clinic.at('patient'), folder: 9 })
    await expect(clinic.bring('AddRecord', record))
      .to.be.revertedWithCustomError(clinic.chain, 'StaleKeyring')
      .withArgs(clinic.at('patient'), 9n, ethers.ZeroHash, ethers.ZeroHash)
  })

  it('a record needs a digest and a card', async () => {
    const clinic = await loadFixture(treatedPatient)
    for (const empty of ['digest', 'card']) {
      const record = await clinic.record({ [empty]: ethers.ZeroHash })
      await expect(clinic.bring('AddRecord', record)).to.be.revertedWithCustomError(
        clinic.chain,
        'EmptyPointer',
      )
    }
  })

  it('a doctor signs many records in parallel, in any order, each number once', async () => {
    const clinic = await loadFixture(treatedPatient)
    for (const nonce of [700n, 3n, 2n ** 256n - 1n, 4n]) {
      await clinic.bring('AddRecord', await clinic.record({ nonce }))
      expect(await clinic.chain.isNonceUsed(clinic.at('doctor'), nonce)).to.equal(true)
    }
    expect(await clinic.chain.isNonceUsed(clinic.at('doctor'), 5n)).to.equal(false)
    await expect(clinic.bring('AddRecord', await clinic.record({ nonce: 3n })))
      .to.be.revertedWithCustomError(clinic.chain, 'NonceUsed')
      .withArgs(clinic.at('doctor'), 3n)
  })
})
