import { expect } from 'chai'
import { describe, it } from 'mocha'
import { type Clinic, DAY, ethers, networkHelpers, openClinic, PATIENT, pointer } from './support/clinic.ts'
import {
  child,
  childInCustody,
  childOf,
  custody,
  give,
  handOver,
  registerChild,
  remove,
  SEED,
  setCustodian,
  WITHOUT_END,
} from './support/custody.ts'
import { refused } from './support/emergency.ts'

const { loadFixture, time } = networkHelpers
const end = async (clinic: Clinic) => time.increaseTo((await clinic.chain.custodianOf(child)).until)

describe('A custodian', () => {
  it('is named by an admin for a patient whose address is the hash of a seed, and stands in the history', async () => {
    const clinic = await loadFixture(openClinic)
    await registerChild(clinic)
    const fields = await custody(clinic)
    await expect(clinic.bring('SetCustodian', fields))
      .to.emit(clinic.chain, 'CustodianSet')
      .withArgs(child, clinic.at('admin'), (n: bigint) => n === 0n, clinic.at('stranger'), fields.until, SEED)
    expect(await clinic.chain.custodianOf(child)).to.deep.equal([
      clinic.at('stranger'),
      BigInt(Number(fields.until)),
    ])
    expect(await clinic.chain.addressOfSeed(SEED)).to.equal(child)
    expect((await clinic.chain.accountOf(child)).roles).to.equal(PATIENT | 32n)
    expect(await clinic.chain.rolesInForce(child)).to.equal(PATIENT)
  })

  it('does for the child all that a patient does, under the same messages', async () => {
    const clinic = await loadFixture(childInCustody)
    const record = await clinic.record({ patient: child, author: child })
    await expect(clinic.bring('AddRecord', record, { signer: clinic.who('stranger') })).to.emit(
      clinic.chain,
      'RecordAdded',
    )
    await give(clinic, 'stranger')
    expect(await clinic.chain.canAccess(child, clinic.at('doctor'), 1)).to.equal(true)
    await clinic.bring('Rekey', await clinic.epoch({ patient: child }), { signer: clinic.who('stranger') })
    await remove(clinic, 'stranger')
    expect(await clinic.chain.canAccess(child, clinic.at('doctor'), 1)).to.equal(false)
  })

  it('may send the child’s acts without a signature, where the patient may', async () => {
    const clinic = await loadFixture(childInCustody)
    const custodian = clinic.who('stranger')
    await clinic.send('GiveAccess', await clinic.right({ patient: child }), custodian)
    await clinic.send('Rekey', await clinic.epoch({ patient: child }), custodian)
    await refused(
      clinic,
      clinic.send('Rekey', await clinic.epoch({ patient: child }), clinic.who('neighbour')),
      'SignatureMissing',
      child,
    )
  })

  it('may be a contract wallet', async () => {
    const clinic = await loadFixture(openClinic)
    const owners = [clinic.who('neighbour'), clinic.who('stranger')]
    const wallet = await ethers.deployContract('ContractWallet', owners)
    await registerChild(clinic)
    await setCustodian(clinic, { custodian: await wallet.getAddress() })
    const join = await clinic.message('Join', {
      account: child,
      publicKey: pointer('key'),
      device: ethers.ZeroAddress,
      folders: [0],
      keyrings: [pointer('0')],
    })
    const both = ethers.concat(await Promise.all(owners.map((owner) => clinic.sign('Join', join, owner))))
    await refused(
      clinic,
      clinic.call('Join', join, await clinic.sign('Join', join, owners[0]), clinic.who('relayer')),
      'BadSignature',
      child,
    )
    await clinic.call('Join', join, both, clinic.who('relayer'))
    expect((await clinic.chain.accountOf(child)).keyVersion).to.equal(1n)
  })

  it('acts for nobody else, and nobody else acts for the child', async () => {
    const clinic = await loadFixture(childInCustody)
    for (const name of ['admin', 'doctor', 'neighbour']) {
      await refused(clinic, give(clinic, name), 'BadSignature', child)
    }
    const right = await clinic.right()
    await refused(
      clinic,
      clinic.bring('GiveAccess', right, { signer: clinic.who('stranger') }),
      'BadSignature',
      clinic.at('patient'),
    )
  })

  it('acts to the second before the end, and no longer', async () => {
    const clinic = await loadFixture(childInCustody)
    const { until } = await clinic.chain.custodianOf(child)
    await time.increaseTo(until - 2n)
    await give(clinic, 'stranger')
    expect(await time.latest()).to.equal(Number(until) - 1)
    await refused(clinic, remove(clinic, 'stranger'), 'BadSignature', child)
  })

  it('may name another one, for no longer than they have themselves, and then is none any more', async () => {
    const clinic = await loadFixture(childInCustody)
    const by = clinic.at('stranger')
    const { until } = await clinic.chain.custodianOf(child)
    const fields = { by, custodian: clinic.at('neighbour'), seed: ethers.ZeroHash }
    await refused(
      clinic,
      setCustodian(clinic, { ...fields, until: until + 1n }),
      'CustodyTooLong',
      until + 1n,
      until,
    )
    await setCustodian(clinic, { ...fields, until })
    await refused(clinic, give(clinic, 'stranger'), 'BadSignature', child)
    await refused(clinic, setCustodian(clinic, { ...fields, until }), 'NotCustodian', child, by)
    await give(clinic, 'neighbour')
  })

  it('never makes the child anything but a patient', async () => {
    const clinic = await loadFixture(childInCustody)
    const admin = clinic.at('admin')
    const person = { admin, account: child, profile: pointer('profile'), until: 0 }
    for (const act of ['RegisterDoctor', 'RegisterReader'] as const) {
      await refused(clinic, clinic.send(act, person), 'RolesConflict', child, PATIENT | 32n)
    }
    await refused(
      clinic,
      clinic.send('AppointAdmin', { admin, account: child }),
      'RolesConflict',
      child,
      PATIENT | 32n,
    )
    const claimKey = clinic.at('claimKey')
    await clinic.send('RegisterDoctorByCode', { ...person, account: claimKey })
    await refused(
      clinic,
      clinic.bring('Claim', { claimKey, account: child }),
      'RolesConflict',
      child,
      PATIENT | 32n,
    )
    await clinic.send('RegisterPatient', person)
    await give(clinic, 'stranger')
  })

  it('still removes where an admin has suspended the child, as a patient may', async () => {
    const clinic = await loadFixture(childInCustody)
    await give(clinic, 'stranger')
    await clinic.send('Suspend', { admin: clinic.at('admin'), account: child })
    await refused(clinic, give(clinic, 'stranger'), 'NotInForce', child, PATIENT)
    await remove(clinic, 'stranger')
  })
})

describe('An admin', () => {
  it('names no custodian of anybody whose address is no hash of the seed, joined or not', async () => {
    const clinic = await loadFixture(openClinic)
    const admin = clinic.at('admin')
    await clinic.send('RegisterPatient', {
      admin,
      account: clinic.at('stranger'),
      profile: pointer('p'),
      until: 0,
    })
    for (const name of ['patient', 'stranger', 'doctor', 'device']) {
      const patient = clinic.at(name)
      await refused(
        clinic,
        setCustodian(clinic, { patient, custodian: clinic.at('relayer') }),
        'NotOfSeed',
        patient,
        SEED,
      )
    }
    // Not registered, and of another seed.
    await refused(clinic, setCustodian(clinic), 'NotOfSeed', child, SEED)
    await registerChild(clinic)
    const other = pointer('another seed')
    await refused(clinic, setCustodian(clinic, { seed: other }), 'NotOfSeed', child, other)
    expect(childOf(other)).not.to.equal(child)
  })

  it('replaces no custodian whose time runs, and takes nothing back that was handed over', async () => {
    const clinic = await loadFixture(childInCustody)
    const admin = clinic.at('admin')
    const custodian = clinic.at('neighbour')
    await refused(clinic, setCustodian(clinic, { custodian }), 'NotCustodian', child, admin)
    await refused(clinic, handOver(clinic, 'admin', 'neighbour'), 'NotCustodian', child, admin)
    await handOver(clinic, 'stranger', 'patient')
    await time.increase(100 * 365 * DAY)
    await refused(clinic, setCustodian(clinic, { custodian }), 'NotCustodian', child, admin)
    await refused(clinic, handOver(clinic, 'admin', 'neighbour'), 'NotCustodian', child, admin)
  })

  it('names another one, or hands over, once the time is over; nobody else does', async () => {
    const clinic = await loadFixture(childInCustody)
    await end(clinic)
    const by = clinic.at('stranger')
    await refused(clinic, setCustodian(clinic, { by }), 'NotAdmin', by)
    await refused(clinic, handOver(clinic, 'stranger', 'neighbour'), 'NotAdmin', by)
    await setCustodian(clinic, { custodian: clinic.at('neighbour'), seed: ethers.ZeroHash })
    await give(clinic, 'neighbour')
    await end(clinic)
    await handOver(clinic, 'admin', 'patient')
    await give(clinic, 'patient')
  })

  it('alone names the first one', async () => {
    const clinic = await loadFixture(openClinic)
    await registerChild(clinic)
    for (const name of ['stranger', 'doctor', 'patient']) {
      await refused(clinic, setCustodian(clinic, { by: clinic.at(name) }), 'NotAdmin', clinic.at(name))
    }
  })

  it('names nobody who can’t act: no admin, no account without a key, nobody at all, and for no time that has passed', async () => {
    const clinic = await loadFixture(openClinic)
    await registerChild(clinic)
    for (const custodian of [clinic.at('admin'), child, ethers.ZeroAddress]) {
      await refused(clinic, setCustodian(clinic, { custodian }), 'InvalidCustodian', child, custodian)
    }
    const now = (await time.latest()) + 10
    await time.setNextBlockTimestamp(now)
    await refused(clinic, setCustodian(clinic, { until: now }), 'EndPassed', now, now)
    await refused(
      clinic,
      setCustodian(clinic, { until: WITHOUT_END }),
      'CustodyTooLong',
      WITHOUT_END,
      WITHOUT_END - 1n,
    )
  })
})
