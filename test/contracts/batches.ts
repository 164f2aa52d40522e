import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  bringAll,
  callOf,
  changed,
  inOneBlock,
  newcomer,
  outcomes,
  type Part,
  signed,
  stateOf,
  variants,
} from './support/batch.ts'
import {
  type Clinic,
  ethers,
  HOUR,
  networkHelpers,
  pointer,
  signerField,
  treatedPatient,
} from './support/clinic.ts'
import { samples } from './support/samples.ts'

const { loadFixture, time } = networkHelpers
const GAS = 500_000

/** Acts of five people on one patient, each of which stands for itself. */
async function fiveActs(clinic: Clinic): Promise<Part[]> {
  await clinic.bring('AddRecord', await clinic.record())
  const some = await samples(clinic)
  const reader = await clinic.right({ reader: clinic.at('reader'), folders: [0, 2], mayAdd: false })
  const views = [{ patient: clinic.at('patient'), records: [1], times: [await time.latest()] }]
  return [
    await signed(clinic, 'AddRecord', some.AddRecord),
    await signed(clinic, 'GiveAccess', reader),
    await signed(clinic, 'RegisterReader', some.RegisterReader),
    await signed(clinic, 'RequestAccess', { ...some.RequestAccess, doctor: clinic.at('colleague') }),
    await signed(clinic, 'LogViews', { ...some.LogViews, views }),
  ]
}

/** A doctor whose account is a contract. */
async function contractDoctor(clinic: Clinic, code: string, ...args: unknown[]) {
  const wallet = await ethers.deployContract(code, args)
  const account = await wallet.getAddress()
  const [admin, profile] = [clinic.at('admin'), pointer('profile')]
  await clinic.send('RegisterDoctor', { admin, account, profile, until: 0 })
  const message = { doctor: account, patient: clinic.at('patient'), folders: [1] }
  return async (): Promise<Part> => ({
    act: 'RequestAccess',
    message: await clinic.message('RequestAccess', message),
    signature: '0x01',
  })
}

describe('Several acts in one transaction', () => {
  it('leave exactly what the same acts leave one after another', async () => {
    const clinic = await loadFixture(treatedPatient)
    const five = await fiveActs(clinic)
    const twice = changed(five[0]!, { digest: pointer('another') })
    const parts = [...five.slice(0, 3), twice, five[1]!, ...five.slice(3)]
    const patients = [clinic.at('patient'), clinic.at('neighbour')]
    const relayer = clinic.who('relayer')
    const to = await clinic.chain.getAddress()
    const at = (await time.latest()) + 60
    const before = await networkHelpers.takeSnapshot()

    await time.setNextBlockTimestamp(at)
    const sent = await inOneBlock(() =>
      Promise.all(
        parts.map((part) => relayer.sendTransaction({ to, data: callOf(clinic, part), gasLimit: GAS })),
      ),
    )
    const alone = await Promise.all(sent.map(({ hash }) => ethers.provider.getTransactionReceipt(hash)))
    const left = await stateOf(clinic, patients)
    await before.restore()

    await time.setNextBlockTimestamp(at)
    const batch = await bringAll(clinic, parts)
    expect(await stateOf(clinic, patients)).to.deep.equal(left)
    const refused = await outcomes(clinic, parts, batch)
    expect(refused.map((reason) => reason === null)).to.deep.equal(alone.map((one) => one!.status === 1))
    const logs = (await batch.wait())!.logs.filter(({ topics }) => topics.length === 3)
    expect(logs.map(({ topics, data }) => ({ topics: [...topics], data }))).to.deep.equal(
      alone.flatMap((one) => one!.logs.map(({ topics, data }) => ({ topics: [...topics], data }))),
    )
  })

  it('each that is refused is named with its reason, and the others stand', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record, right, reader, request, views] = (await fiveActs(clinic)) as [Part, Part, Part, Part, Part]
    const late = await signed(
      clinic,
      'AddRecord',
      await clinic.record({ deadline: (await time.latest()) - HOUR }),
    )
    const parts = [
      record,
      { ...right, signature: record.signature },
      reader,
      late,
      changed(request, { patient: clinic.at('neighbour') }),
      views,
      reader,
    ]
    const response = await bringAll(clinic, parts)
    const { timestamp } = (await ethers.provider.getBlock('latest'))!
    const number = BigInt(String(reader.message.nonce))
    expect(await outcomes(clinic, parts, response)).to.deep.equal([
      null,
      ['BadSignature', clinic.at('patient')],
      null,
      ['DeadlinePassed', BigInt(String(late.message.deadline)), BigInt(timestamp)],
      ['BadSignature', clinic.at('colleague')],
      null,
      ['NonceNotNext', clinic.at('admin'), number, number + 1n],
    ])
  })

  for (const act of ['AddRecord', 'GiveAccess', 'RemoveAccess', 'Rekey', 'LogViews', 'Join'] as const) {
    it(`${act}: refused with any field changed, and taken as signed in the same batch`, async () => {
      const clinic = await loadFixture(treatedPatient)
      for (let i = 0; i < 3; i++) await clinic.bring('AddRecord', await clinic.record())
      const account = await newcomer(clinic)
      const { [act]: fields } = await samples(clinic)
      const good = await signed(clinic, act, act === 'Join' ? { ...fields, account } : fields)
      const parts = [...variants(good, clinic.at('relayer')), good]
      const taken = await outcomes(clinic, parts, await bringAll(clinic, parts))
      expect(taken.pop(), act).to.equal(null)
      expect(taken).to.deep.equal(
        parts.slice(0, -1).map(({ message }) => ['BadSignature', message[signerField(act)]]),
      )
    })
  }

  it('an act without a signature needs its signer as the sender, as it does alone', async () => {
    const clinic = await loadFixture(treatedPatient)
    const fields = { patient: clinic.at('patient'), reader: clinic.at('doctor'), folders: [] }
    const message = await clinic.message('RemoveAccess', fields)
    const parts: Part[] = [{ act: 'RemoveAccess', message, signature: '0x' }]
    const foreign = await bringAll(clinic, parts, clinic.who('stranger'))
    expect(await outcomes(clinic, parts, foreign)).to.deep.equal([['SignatureMissing', fields.patient]])
    expect(await outcomes(clinic, parts, await bringAll(clinic, parts, clinic.who('patient')))).to.deep.equal(
      [null],
    )
  })

  it('nobody acts as the contract itself through it', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [admin, account] = [clinic.at('admin'), await clinic.chain.getAddress()]
    await clinic.send('RegisterDoctor', { admin, account, profile: pointer('profile'), until: 0 })
    const fields = { doctor: account, patient: clinic.at('patient'), folders: [1] }
    const message = await clinic.message('RequestAccess', fields)
    const parts: Part[] = [{ act: 'RequestAccess', message, signature: '0x' }]
    expect(await outcomes(clinic, parts, await bringAll(clinic, parts))).to.deep.equal([
      ['SignatureMissing', account],
    ])
  })

  it('no batch within a batch, and no currency', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record] = await fiveActs(clinic)
    const inner = clinic.chain.interface.encodeFunctionData('bringAll', [[]])
    const acts = [
      { gas: GAS, call: callOf(clinic, record!) },
      { gas: GAS, call: inner },
    ]
    await expect(clinic.chain.bringAll(acts))
      .to.be.revertedWithCustomError(clinic.chain, 'BatchInBatch')
      .withArgs(1)
    const [data, to] = [inner, await clinic.chain.getAddress()]
    await expect(clinic.who('relayer').sendTransaction({ to, data, value: 1n, gasLimit: GAS })).to.be.revert(
      ethers,
    )
  })

  it('what is no act changes nothing, and the acts beside it stand', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record] = await fiveActs(clinic)
    const { interface: functions } = clinic.chain
    const calls = ['0x', '0x12345678', functions.encodeFunctionData('adminCount'), callOf(clinic, record!)]
    const response = await clinic.chain.bringAll(calls.map((call) => ({ gas: GAS, call })))
    expect(await outcomes(clinic, calls, response)).to.deep.equal([[], [], null, null])
  })
})

describe('Gas of several acts in one transaction', () => {
  it('an act for which too little is set aside is refused without a reason, and takes nothing from the others', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record, , reader] = await fiveActs(clinic)
    const parts = [{ ...record!, gas: 20_000 }, reader!]
    expect(await outcomes(clinic, parts, await bringAll(clinic, parts))).to.deep.equal([[], null])
  })

  it('a wallet contract that burns what it is given burns only what its act was given', async () => {
    const clinic = await loadFixture(treatedPatient)
    const request = await contractDoctor(clinic, 'GreedyWallet')
    const [record, , reader] = await fiveActs(clinic)
    const parts = [record!, { ...(await request()), gas: 200_000 }, reader!]
    const response = await bringAll(clinic, parts)
    const taken = await outcomes(clinic, parts, response)
    expect([taken[0], taken[2]]).to.deep.equal([null, null])
    expect(taken[1]).not.to.equal(null)
    expect((await response.wait())!.gasUsed).to.be.below(500_000n)
  })

  it('a wallet contract that calls back changes nothing by it', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record] = await fiveActs(clinic)
    const acts = [{ gas: GAS, call: callOf(clinic, record!) }]
    const inner = clinic.chain.interface.encodeFunctionData('bringAll', [acts])
    const request = await contractDoctor(clinic, 'MeddlingWallet', await clinic.chain.getAddress(), inner)
    const reader = await signed(clinic, 'RegisterReader', (await samples(clinic)).RegisterReader)
    const parts = [{ ...(await request()), gas: 2_000_000 }, reader]
    const taken = await outcomes(clinic, parts, await bringAll(clinic, parts))
    expect(taken).to.deep.equal([['BadSignature', parts[0]!.message.doctor], null])
    expect((await clinic.chain.headOf(clinic.at('patient'))).records).to.equal(1n)
  })

  it('a transaction that can not give each act its gas does nothing at all', async () => {
    const clinic = await loadFixture(treatedPatient)
    const [record, , reader] = await fiveActs(clinic)
    const acts = [record!, reader!].map((part) => ({ gas: GAS, call: callOf(clinic, part) }))
    await expect(clinic.chain.bringAll(acts, { gasLimit: 560_000 }))
      .to.be.revertedWithCustomError(clinic.chain, 'NotEnoughGas')
      .withArgs(1)
    expect((await clinic.chain.headOf(clinic.at('patient'))).records).to.equal(1n)
  })

  it('what a node estimates for a batch is enough for each of its acts', async () => {
    const clinic = await loadFixture(treatedPatient)
    const parts = await fiveActs(clinic)
    const acts = parts.map((part) => ({ gas: 150_000, call: callOf(clinic, part) }))
    const gasLimit = await clinic.chain.bringAll.estimateGas(acts)
    const response = await clinic.chain.bringAll(acts, { gasLimit })
    expect(await outcomes(clinic, parts, response)).to.deep.equal(parts.map(() => null))
  })
})
