import { expect } from 'chai'
import { describe, it } from 'mocha'
import {
  ADMIN,
  type Clinic,
  DAY,
  DOCTOR,
  ethers,
  networkHelpers,
  openClinic,
  PATIENT,
  pointer,
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers
const CLAIM_KEY = 16n
const profile = pointer('profile')

/** A patient, without a wallet yet, is registered by code. */
async function withCode(): Promise<Clinic> {
  const clinic = await openClinic()
  await byCode(clinic)
  return clinic
}

const byCode = (
  clinic: Clinic,
  act: 'RegisterPatientByCode' | 'RegisterDoctorByCode' = 'RegisterPatientByCode',
  until = 0,
) => clinic.send(act, { admin: clinic.at('admin'), account: clinic.at('claimKey'), profile, until })

/** A second key for a code of its own. */
const secondKey = (clinic: Clinic): string => {
  const key = ethers.Wallet.createRandom(ethers.provider)
  clinic.people.secondKey = key as never
  return key.address
}

const refuses = (clinic: Clinic, call: Promise<unknown>, error: string, ...args: unknown[]) =>
  expect(call)
    .to.be.revertedWithCustomError(clinic.chain, error)
    .withArgs(...args)

describe('Registering by code', () => {
  it('an admin registers somebody without a wallet at a claim key, which has no role in force', async () => {
    const clinic = await loadFixture(openClinic)
    const claimKey = clinic.at('claimKey')
    await expect(byCode(clinic))
      .to.emit(clinic.chain, 'Registered')
      .withArgs(claimKey, clinic.at('admin'), (v: bigint) => v > 0n, PATIENT | CLAIM_KEY, 0n, profile)
    expect((await clinic.chain.accountOf(claimKey)).roles).to.equal(PATIENT | CLAIM_KEY)
    expect(await clinic.chain.rolesInForce(claimKey)).to.equal(0n)
    expect(await clinic.chain.canAccess(claimKey, claimKey, 0)).to.equal(false)
  })

  it('nobody but an admin does', async () => {
    const clinic = await loadFixture(openClinic)
    const [admin, account] = [clinic.at('doctor'), clinic.at('claimKey')]
    for (const act of ['RegisterDoctorByCode', 'RegisterPatientByCode'] as const) {
      await refuses(clinic, clinic.send(act, { admin, account, profile, until: 0 }), 'NotAdmin', admin)
    }
  })

  it('a claim key must be new, and is never registered as anything else, before or after', async () => {
    const clinic = await loadFixture(withCode)
    const [admin, claimKey] = [clinic.at('admin'), clinic.at('claimKey')]
    const acts = ['RegisterDoctor', 'RegisterPatient', 'RegisterReader', 'RegisterDoctorByCode'] as const
    const refusesAll = async (roles: bigint) => {
      for (const act of acts) {
        const call = clinic.send(act, { admin, account: claimKey, profile, until: 0 })
        await refuses(clinic, call, 'RolesConflict', claimKey, roles)
      }
      const appointed = clinic.send('AppointAdmin', { admin, account: claimKey })
      await refuses(clinic, appointed, 'RolesConflict', claimKey, roles)
      await refuses(clinic, byCode(clinic), 'RolesConflict', claimKey, roles)
    }
    await refusesAll(PATIENT | CLAIM_KEY)
    await clinic.bring('Claim', { claimKey, account: clinic.at('stranger') })
    await refusesAll(CLAIM_KEY)
    const doctor = { admin, account: clinic.at('doctor'), profile, until: 0 }
    await refuses(
      clinic,
      clinic.send('RegisterPatientByCode', doctor),
      'RolesConflict',
      clinic.at('doctor'),
      DOCTOR,
    )
  })

  it('before it is claimed the key can’t join, publish, give, ask, add or change the profile', async () => {
    const clinic = await loadFixture(withCode)
    const claimKey = clinic.at('claimKey')
    const tries = [
      [
        'Join',
        {
          account: claimKey,
          publicKey: pointer('key'),
          device: ethers.ZeroAddress,
          folders: [],
          keyrings: [],
        },
        0n,
      ],
      ['PublishKey', { account: claimKey, publicKey: pointer('key'), compromised: false }, 0n],
      [
        'TrustDevice',
        { account: claimKey, device: clinic.at('device'), until: (await time.latest()) + DAY },
        0n,
      ],
      ['OpenFolders', { patient: claimKey, folders: [0], keyrings: [pointer('0')] }, PATIENT],
      ['GiveAccess', await clinic.right({ patient: claimKey }), PATIENT],
      ['UpdateProfile', { by: claimKey, account: claimKey, previous: profile, profile: pointer('mine') }, 0n],
    ] as const
    for (const [act, fields, role] of tries) {
      await refuses(clinic, clinic.bring(act, fields), 'NotInForce', claimKey, role)
    }
    const record = await clinic.record({ patient: claimKey, author: claimKey, folder: 0 })
    await expect(clinic.bring('AddRecord', record)).to.be.revertedWithCustomError(clinic.chain, 'MayNotAdd')
  })

  it('a doctor’s claim key is given no right', async () => {
    const clinic = await loadFixture(openClinic)
    await byCode(clinic, 'RegisterDoctorByCode')
    const reader = clinic.at('claimKey')
    const given = clinic.send('GiveAccess', await clinic.right({ reader }))
    await refuses(clinic, given, 'NotInForce', reader, 10n)
  })
})

describe('Claiming', () => {
  it('moves the role to the account of whoever holds the code, brought by anybody', async () => {
    const clinic = await loadFixture(withCode)
    const [claimKey, account] = [clinic.at('claimKey'), clinic.at('stranger')]
    await expect(clinic.bring('Claim', { claimKey, account }))
      .to.emit(clinic.chain, 'Claimed')
      .withArgs(account, claimKey, (v: bigint) => v > 0n)
    const person = await clinic.chain.accountOf(account)
    expect([person.roles, person.patientUntil]).to.deep.equal([PATIENT, 0n])
    expect(person.since).to.equal(await time.latest())
    expect((await clinic.chain.accountOf(claimKey)).roles).to.equal(CLAIM_KEY)
    await clinic.bring('Join', {
      account,
      publicKey: pointer('key'),
      device: ethers.ZeroAddress,
      folders: [0],
      keyrings: [pointer('0')],
    })
  })

  it('a licence keeps its end', async () => {
    const clinic = await loadFixture(openClinic)
    const until = (await time.latest()) + 9 * DAY
    await byCode(clinic, 'RegisterDoctorByCode', until)
    const account = clinic.at('stranger')
    await clinic.bring('Claim', { claimKey: clinic.at('claimKey'), account })
    const person = await clinic.chain.accountOf(account)
    expect([person.roles, person.licenceUntil]).to.deep.equal([DOCTOR, BigInt(until)])
  })

  it('a code is good once', async () => {
    const clinic = await loadFixture(withCode)
    const claimKey = clinic.at('claimKey')
    await clinic.bring('Claim', { claimKey, account: clinic.at('stranger') })
    const again = clinic.bring('Claim', { claimKey, account: clinic.at('relayer') })
    await refuses(clinic, again, 'NotClaimable', claimKey)
  })

  it('an account that was not registered by code can’t be claimed', async () => {
    const clinic = await loadFixture(openClinic)
    for (const name of ['patient', 'doctor', 'admin', 'relayer']) {
      const call = clinic.bring('Claim', { claimKey: clinic.at(name), account: clinic.at('stranger') })
      await refuses(clinic, call, 'NotClaimable', clinic.at(name))
    }
  })

  it('an admin voids a code, and can take that back', async () => {
    const clinic = await loadFixture(withCode)
    const [admin, claimKey] = [clinic.at('admin'), clinic.at('claimKey')]
    const claim = () => clinic.bring('Claim', { claimKey, account: clinic.at('stranger') })
    await clinic.send('Suspend', { admin, account: claimKey })
    await refuses(clinic, claim(), 'AccountSuspended', claimKey)
    await clinic.send('Reinstate', { admin, account: claimKey })
    await claim()
    await refuses(clinic, clinic.send('Suspend', { admin, account: claimKey }), 'UnknownAccount', claimKey)
  })

  it('a registration whose end has passed is not claimed', async () => {
    const clinic = await loadFixture(openClinic)
    const until = (await time.latest()) + DAY
    await byCode(clinic, 'RegisterDoctorByCode', until)
    await time.increaseTo(until)
    await expect(
      clinic.bring('Claim', { claimKey: clinic.at('claimKey'), account: clinic.at('stranger') }),
    ).to.be.revertedWithCustomError(clinic.chain, 'EndPassed')
  })

  it('is refused to nobody’s account, a suspended one, and any claim key', async () => {
    const clinic = await loadFixture(withCode)
    const [admin, claimKey, suspended] = [clinic.at('admin'), clinic.at('claimKey'), clinic.at('doctor')]
    const claim = (account: string) => clinic.bring('Claim', { claimKey, account })
    await refuses(clinic, claim(ethers.ZeroAddress), 'UnknownAccount', ethers.ZeroAddress)
    await clinic.send('Suspend', { admin, account: suspended })
    await refuses(clinic, claim(suspended), 'AccountSuspended', suspended)
    await refuses(clinic, claim(claimKey), 'RolesConflict', claimKey, PATIENT | CLAIM_KEY)
    const account = secondKey(clinic)
    await clinic.send('RegisterDoctorByCode', { admin, account, profile, until: 0 })
    await refuses(clinic, claim(account), 'RolesConflict', account, DOCTOR | CLAIM_KEY)
  })

  it('a doctor’s code is not for an admin, and nobody claims a role that they have', async () => {
    const clinic = await loadFixture(withCode)
    const admin = clinic.at('admin')
    const claimKey = secondKey(clinic)
    await clinic.send('RegisterDoctorByCode', { admin, account: claimKey, profile, until: 0 })
    await refuses(clinic, clinic.bring('Claim', { claimKey, account: admin }), 'RolesConflict', admin, ADMIN)
    const doctor = clinic.at('doctor')
    const twice = clinic.bring('Claim', { claimKey, account: doctor })
    await refuses(clinic, twice, 'RolesConflict', doctor, DOCTOR)
    await clinic.bring('Claim', { claimKey: clinic.at('claimKey'), account: doctor })
    expect(await clinic.chain.rolesInForce(doctor)).to.equal(DOCTOR | PATIENT)
  })
})
