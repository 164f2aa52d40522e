import { expect } from 'chai'
import type { BaseContract, ContractRunner } from 'ethers'
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
} from './support/clinic.ts'

const { loadFixture, time } = networkHelpers

/** `helpers/ContractWallet.sol`, as far as it is called here. */
interface ContractWallet extends BaseContract {
  connect(runner: ContractRunner | null): ContractWallet
  execute(target: string, data: string): Promise<unknown>
}

interface Scene {
  clinic: Clinic
  wallet: ContractWallet
  address: string
  both: (
    act: 'AppointAdmin' | 'RegisterPatient' | 'Join' | 'AddRecord' | 'GiveAccess',
    m: Message,
  ) => Promise<string>
}

/** A contract wallet whose two owners are the first admin and the second. */
async function walletScene(): Promise<Scene> {
  const clinic = await openClinic()
  const owners = [clinic.who('admin'), clinic.who('secondAdmin')]
  const deployed = await ethers.deployContract('ContractWallet', owners)
  const wallet = deployed as unknown as ContractWallet
  const both: Scene['both'] = async (act, message) =>
    ethers.concat(await Promise.all(owners.map((owner) => clinic.sign(act, message, owner))))
  return { clinic, wallet, address: await wallet.getAddress(), both }
}

/** The same, and the wallet has joined as a patient with folders 0 and 1. */
async function walletPatient(): Promise<Scene> {
  const scene = await walletScene()
  const { clinic, address, both } = scene
  const [admin, profile] = [clinic.at('admin'), pointer('wallet')]
  await clinic.send('RegisterPatient', { admin, account: address, profile, until: 0 })
  const join = await clinic.message('Join', {
    account: address,
    publicKey: pointer('key'),
    device: ethers.ZeroAddress,
    folders: [0, 1],
    keyrings: [pointer('0'), pointer('1')],
  })
  await clinic.call('Join', join, await both('Join', join), clinic.who('relayer'))
  return scene
}

describe('Contract wallets (ERC-1271)', () => {
  it('an admin may be a multisig: it signs with all its owners', async () => {
    const { clinic, address, both } = await loadFixture(walletScene)
    await clinic.send('AppointAdmin', { admin: clinic.at('admin'), account: address })
    const account = clinic.at('stranger')
    const fields = { admin: address, account, profile: pointer('profile'), until: 0 }
    const message = await clinic.message('RegisterPatient', fields)
    const one = await clinic.sign('RegisterPatient', message, clinic.who('admin'))
    await expect(clinic.call('RegisterPatient', message, one, clinic.who('admin')))
      .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
      .withArgs(address)
    const signature = await both('RegisterPatient', message)
    await clinic.call('RegisterPatient', message, signature, clinic.who('relayer'))
    expect(await clinic.chain.rolesInForce(account)).to.equal(PATIENT)
  })

  it('a multisig may send an act without a signature', async () => {
    const { clinic, wallet, address } = await loadFixture(walletScene)
    await clinic.send('AppointAdmin', { admin: clinic.at('admin'), account: address })
    const fields = { admin: address, account: clinic.at('stranger') }
    const message = await clinic.message('AppointAdmin', fields)
    const data = clinic.chain.interface.encodeFunctionData('appointAdmin', [message as never, '0x'])
    await wallet.connect(clinic.who('admin')).execute(await clinic.chain.getAddress(), data)
    expect(await clinic.chain.adminCount()).to.equal(3n)
  })

  it('a patient may hold a contract wallet: joins, adds a record, gives access', async () => {
    const { clinic, address, both } = await loadFixture(walletPatient)
    const record = await clinic.message(
      'AddRecord',
      await clinic.record({ patient: address, author: address }),
    )
    await clinic.call('AddRecord', record, await both('AddRecord', record), clinic.who('relayer'))
    const right = await clinic.message('GiveAccess', await clinic.right({ patient: address }))
    await clinic.call('GiveAccess', right, await both('GiveAccess', right), clinic.who('relayer'))
    expect(await clinic.chain.canAccess(address, clinic.at('doctor'), 1)).to.equal(true)
  })

  it('an owner alone can do nothing for the wallet', async () => {
    const { clinic, address } = await loadFixture(walletPatient)
    const right = await clinic.right({ patient: address })
    await expect(clinic.bring('GiveAccess', right, { signer: clinic.who('admin') }))
      .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
      .withArgs(address)
    await expect(clinic.send('GiveAccess', right, clinic.who('admin')))
      .to.be.revertedWithCustomError(clinic.chain, 'SignatureMissing')
      .withArgs(address)
  })
})

/** A patient whose account is delegated to code that knows nothing of ERC-1271. */
async function delegatedPatient() {
  const clinic = await openClinic()
  const code = await ethers.deployContract('PlainDelegate')
  const person = ethers.Wallet.createRandom(ethers.provider)
  const { chainId } = await ethers.provider.getNetwork()
  const authorization = await person.authorize({ address: await code.getAddress(), nonce: 0, chainId })
  const relayer = clinic.who('relayer')
  await relayer.sendTransaction({ type: 4, to: relayer.address, authorizationList: [authorization] })
  await networkHelpers.setBalance(person.address, 10n ** 18n)
  const [admin, profile] = [clinic.at('admin'), pointer('delegated')]
  await clinic.send('RegisterPatient', { admin, account: person.address, profile, until: 0 })
  return { clinic, person, delegate: await code.getAddress() }
}

describe('Delegated accounts (EIP-7702)', () => {
  it('an account with delegated code still signs with its key', async () => {
    const { clinic, person, delegate } = await loadFixture(delegatedPatient)
    const designator = ethers.concat(['0xef0100', delegate])
    expect(await ethers.provider.getCode(person.address)).to.equal(designator.toLowerCase())
    const fields = {
      account: person.address,
      publicKey: pointer('key'),
      device: ethers.ZeroAddress,
      folders: [0],
      keyrings: [pointer('0')],
    }
    await expect(clinic.bring('Join', fields, { signer: clinic.who('stranger') }))
      .to.be.revertedWithCustomError(clinic.chain, 'BadSignature')
      .withArgs(person.address)
    await clinic.bring('Join', fields, { signer: person })
    expect((await clinic.chain.accountOf(person.address)).keyVersion).to.equal(1n)
  })

  it('it also sends without a signature', async () => {
    const { clinic, person } = await loadFixture(delegatedPatient)
    const until = (await time.latest()) + DAY
    await clinic.send('TrustDevice', { account: person.address, device: clinic.at('device'), until }, person)
    const trusted = await clinic.chain.deviceTrustedUntil(person.address, clinic.at('device'))
    expect(trusted).to.equal(until)
  })
})
