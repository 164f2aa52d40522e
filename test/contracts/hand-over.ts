import { expect } from 'chai'
import { describe, it } from 'mocha'
import { DAY, ethers, networkHelpers, openClinic, pointer } from './support/clinic.ts'
import {
  child,
  childInCustody,
  give,
  handOver,
  joinForChild,
  setCustodian,
  WITHOUT_END,
  withCustodian,
} from './support/custody.ts'
import { refused } from './support/emergency.ts'

const { loadFixture, time } = networkHelpers
const linked = (n: bigint) => n > 0n

describe('Handing over', () => {
  it('gives the account to the patient’s own wallet without end, and the custodian signs nothing any more', async () => {
    const clinic = await loadFixture(childInCustody)
    await expect(handOver(clinic, 'stranger', 'neighbour'))
      .to.emit(clinic.chain, 'HandedOver')
      .withArgs(child, clinic.at('stranger'), linked, clinic.at('neighbour'))
    expect(await clinic.chain.custodianOf(child)).to.deep.equal([clinic.at('neighbour'), WITHOUT_END])
    await refused(clinic, give(clinic, 'stranger'), 'BadSignature', child)
    await refused(
      clinic,
      handOver(clinic, 'stranger', 'stranger'),
      'NotCustodian',
      child,
      clinic.at('stranger'),
    )
    await time.increase(50 * 365 * DAY)
    await give(clinic, 'neighbour')
    const key = { account: child, publicKey: pointer('new key'), compromised: true }
    await clinic.bring('PublishKey', key, { signer: clinic.who('neighbour') })
  })

  it('voids what the custodian signed before and brings after', async () => {
    const clinic = await loadFixture(childInCustody)
    const message = await clinic.message('GiveAccess', await clinic.right({ patient: child }))
    const withheld = await clinic.sign('GiveAccess', message, clinic.who('stranger'))
    await handOver(clinic, 'stranger', 'neighbour')
    await refused(
      clinic,
      clinic.call('GiveAccess', message, withheld, clinic.who('relayer')),
      'BadSignature',
      child,
    )
  })

  it('is done again by the new wallet alone, which names no custodian', async () => {
    const clinic = await loadFixture(childInCustody)
    await handOver(clinic, 'stranger', 'neighbour')
    const by = clinic.at('neighbour')
    await refused(
      clinic,
      setCustodian(clinic, { by, custodian: clinic.at('patient') }),
      'InCustody',
      child,
      by,
      WITHOUT_END,
    )
    await handOver(clinic, 'neighbour', 'patient')
    await refused(clinic, give(clinic, 'neighbour'), 'BadSignature', child)
    await give(clinic, 'patient')
  })

  it('goes to nobody who is more than a patient, nor to whoever hands over', async () => {
    const clinic = await loadFixture(childInCustody)
    for (const name of ['admin', 'doctor', 'reader', 'stranger']) {
      await refused(clinic, handOver(clinic, 'stranger', name), 'InvalidCustodian', child, clinic.at(name))
    }
    for (const to of [child, ethers.ZeroAddress]) {
      const fields = { by: clinic.at('stranger'), patient: child, to }
      await refused(clinic, clinic.bring('HandOver', fields), 'InvalidCustodian', child, to)
    }
  })

  it('needs a custody', async () => {
    const clinic = await loadFixture(openClinic)
    const patient = clinic.at('patient')
    const fields = { by: clinic.at('admin'), patient, to: clinic.at('stranger') }
    await refused(clinic, clinic.bring('HandOver', fields), 'NoCustody', patient)
    await withCustodian(clinic, 'stranger')
    await handOver(clinic, 'stranger', 'neighbour')
    await joinForChild(clinic, 'neighbour')
  })
})
