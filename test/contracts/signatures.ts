import { expect } from 'chai'
import { describe, it } from 'mocha'
import { type ActName, actTypes, typesOf } from './support/acts.ts'
import {
  type Clinic,
  DAY,
  emptyClinic,
  ethers,
  type Message,
  networkHelpers,
  pointer,
  signerField,
  treatedPatient,
} from './support/clinic.ts'
import { childOf, withCustodian } from './support/custody.ts'
import { altered, emergencies, NEWBORN, samples } from './support/samples.ts'

const { loadFixture, time } = networkHelpers
const acts = Object.keys(actTypes) as ActName[]

/** A clinic where each sample is acceptable. */
async function readyClinic(): Promise<Clinic> {
  const clinic = await treatedPatient()
  const admin = clinic.at('admin')
  await clinic.send('AppointAdmin', { admin, account: clinic.at('secondAdmin') })
  await clinic.send('Suspend', { admin, account: clinic.at('colleague') })
  for (let i = 0; i < 3; i++) await clinic.bring('AddRecord', await clinic.record())
  await emergencies(clinic)
  const neighbour = ethers.Wallet.createRandom(ethers.provider)
  clinic.people.neighbour = neighbour as never
  const profile = pointer('neighbour')
  await clinic.send('RegisterPatient', { admin, account: neighbour.address, profile, until: 0 })
  await clinic.send('RegisterPatientByCode', { admin, account: clinic.at('claimKey'), profile, until: 0 })
  await withCustodian(clinic, 'reader')
  await clinic.send('RegisterPatient', { admin, account: childOf(NEWBORN), profile, until: 0 })
  return clinic
}

const signed = async (clinic: Clinic, act: ActName, fields: Message = {}) => {
  const message = await clinic.message(act, { ...(await samples(clinic))[act], ...fields })
  return { message, signature: await clinic.sign(act, message) }
}

/** Each field of the message, changed; in `views`, each field of the first batch. */
function* changes(act: ActName, message: Message, stranger: string): Generator<[string, Message]> {
  for (const { name } of actTypes[act]) {
    if (name === 'views') {
      const [batch] = message.views as [Message]
      for (const [field, value] of Object.entries(batch)) {
        yield [field, { ...message, views: [{ ...batch, [field]: altered(value, stranger) }] }]
      }
    } else yield [name, { ...message, [name]: altered(message[name], stranger) }]
  }
}

describe('Signed acts', () => {
  for (const act of acts) {
    it(`${act}: accepted as signed, refused with any field changed, refused a second time`, async () => {
      const clinic = await loadFixture(readyClinic)
      const relayer = clinic.who('relayer')
      const { message, signature } = await signed(clinic, act)
      for (const [field, changed] of changes(act, message, relayer.address)) {
        const error = field === 'admin' ? 'NotAdmin' : 'BadSignature'
        await expect(clinic.call(act, changed, signature, relayer), field)
          .to.be.revertedWithCustomError(clinic.chain, error)
          .withArgs(changed[signerField(act)])
      }
      await clinic.call(act, message, signature, relayer)
      await expect(clinic.call(act, message, signature, relayer)).to.be.revertedWithCustomError(
        clinic.chain,
        act === 'AddRecord' || act === 'LogViews' ? 'NonceUsed' : 'NonceNotNext',
      )
    })

    it(`${act}: refused from a stranger, with or without the stranger's signature`, async () => {
      const clinic = await loadFixture(readyClinic)
      const stranger = clinic.who('stranger')
      const message = await clinic.message(act, (await samples(clinic))[act])
      const signer = message[signerField(act)]
      await expect(clinic.call(act, message, '0x', stranger))
        .to.be.revertedWithCustomError(clinic.chain, 'SignatureMissing')
        .withArgs(signer)
      await expect(clinic.call(act, message, await clinic.sign(act, message, stranger), stranger))
        .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
        .withArgs(signer)
    })

    it(`${act}: good until the second of its deadline, which is a day ahead at most`, async () => {
      const clinic = await loadFixture(readyClinic)
      const now = (await time.latest()) + 10
      const outcome = async (deadline: number) => {
        const { message, signature } = await signed(clinic, act, { deadline })
        const snapshot = await networkHelpers.takeSnapshot()
        await time.setNextBlockTimestamp(now)
        const call = clinic.call(act, message, signature, clinic.who('relayer'))
        return { call, undo: () => snapshot.restore() }
      }
      for (const good of [now, now + DAY]) {
        const { call, undo } = await outcome(good)
        await call
        await undo()
      }
      const late = await outcome(now - 1)
      await expect(late.call)
        .to.be.revertedWithCustomError(clinic.chain, 'DeadlinePassed')
        .withArgs(now - 1, now)
      await late.undo()
      await expect((await outcome(now + DAY + 1)).call)
        .to.be.revertedWithCustomError(clinic.chain, 'DeadlineTooFar')
        .withArgs(now + DAY + 1, now + DAY)
    })
  }

  it('what nobody’s key has signed is not signed by the address of nobody', async () => {
    const clinic = await loadFixture(readyClinic)
    const nobody = ethers.ZeroAddress
    const fields = { ...(await samples(clinic)).RequestAccess, doctor: nobody }
    const message = await clinic.message('RequestAccess', fields)
    const garbage = `0x${'00'.repeat(65)}`
    await expect(clinic.call('RequestAccess', message, garbage, clinic.who('relayer')))
      .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
      .withArgs(nobody)
  })

  it('a message for another contract or another chain is refused', async () => {
    const clinic = await loadFixture(readyClinic)
    const message = await clinic.message('AddRecord', await clinic.record())
    const domain = await clinic.domain()
    const other = await (await emptyClinic()).chain.getAddress()
    for (const change of [
      { chainId: 1n },
      { verifyingContract: other },
      { version: '2' },
      { name: 'Other' },
    ]) {
      const types = typesOf('AddRecord')
      const signature = await clinic.who('doctor').signTypedData({ ...domain, ...change }, types, message)
      await expect(clinic.call('AddRecord', message, signature, clinic.who('relayer')))
        .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
        .withArgs(clinic.at('doctor'))
    }
  })

  it('what is signed for one act is no good for another with the same fields', async () => {
    const clinic = await loadFixture(readyClinic)
    const message = await clinic.message('Suspend', (await samples(clinic)).Suspend)
    const signature = await clinic.sign('Suspend', message)
    for (const act of ['Reinstate', 'AppointAdmin', 'DismissAdmin'] as const) {
      await expect(clinic.call(act, message, signature, clinic.who('relayer')))
        .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
        .withArgs(clinic.at('admin'))
    }
  })

  for (const act of ['AddRecord', 'Join', 'PublishKey'] as const) {
    it(`${act}: needs the signature even when its signer sends it`, async () => {
      const clinic = await loadFixture(readyClinic)
      const fields = (await samples(clinic))[act]
      const signer = String(fields[signerField(act)])
      const sender = Object.values(clinic.people).find(({ address }) => address === signer)!
      await expect(clinic.send(act, fields, act === 'Join' ? clinic.who('relayer') : sender))
        .to.be.revertedWithCustomError(clinic.chain, 'SignatureMissing')
        .withArgs(signer)
    })
  }

  it('a number is used up however the act is brought', async () => {
    const clinic = await loadFixture(readyClinic)
    const patient = clinic.at('patient')
    const right = await clinic.message('GiveAccess', (await samples(clinic)).GiveAccess)
    const withheld = await clinic.sign('GiveAccess', right)
    await clinic.send('RemoveAccess', { patient, reader: clinic.at('doctor'), folders: [] })
    await expect(clinic.call('GiveAccess', right, withheld, clinic.who('relayer')))
      .to.be.revertedWithCustomError(clinic.chain, 'NonceNotNext')
      .withArgs(patient, right.nonce, BigInt(String(right.nonce)) + 1n)
  })
})
