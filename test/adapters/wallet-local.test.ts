import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transaction, verifyMessage } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CONTRACT } from '../../electron/main/adapters/ledger-abi.ts'
import { recoverSigner } from '../../electron/main/crypto/typed-data.ts'
import type { Act } from '../../electron/main/domain/acts.ts'
import type { Address, Hex32 } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { addressAt, openClinic } from '../support/clinic.ts'
import { PASSPHRASE, removal, walletComputer } from '../support/wallet-computer.ts'

let clinic: Awaited<ReturnType<typeof openClinic>>
beforeAll(async () => {
  clinic = await openClinic()
})
afterAll(() => clinic?.close())
let userData: string
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'medical-chain-wallets-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

const computer = (given: Parameters<typeof walletComputer>[1] = {}) =>
  walletComputer(userData, { network: clinic.network, ...given })

describe('a signature of a wallet on this computer', () => {
  it('is agreed to with what is signed in sight, and with the names that this session knows', async () => {
    const { wallet, person, ready, deployment, close } = computer()
    const account = await ready()
    const act = removal(account)
    expect(recoverSigner(deployment, act, await wallet.signAct(act))).toBe(account)
    const [shown] = person.seen
    expect(shown).toMatchObject({
      act: 'sign',
      wallet: { account, name: 'Amara Osei' },
      locked: true,
      fee: null,
    })
    expect(shown?.names).toEqual({ [addressAt(2)]: 'Nisha Rao' })
    const typed = JSON.parse(String(shown?.request?.params[1]))
    expect(typed).toMatchObject({ primaryType: 'RemoveAccess', message: { patient: account } })
    close()
  })

  it('takes the passphrase once, until it locks; the window comes each time', async () => {
    const { wallet, person, ready, threads, close } = computer()
    const account = await ready()
    await wallet.signAct(removal(account))
    person.types = [null]
    const message = 'medical-chain wants you to sign in'
    expect(verifyMessage(message, await wallet.signMessage(account, message)).toLowerCase()).toBe(account)
    expect(person.seen.map(({ locked }) => locked)).toEqual([true, false])
    expect(threads()).toBe(1)
    wallet.lock()
    expect(threads()).toBe(0)
    await expect(wallet.signAct(removal(account))).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    expect(person.seen.at(-1)?.locked).toBe(true)
    expect(person.told).toEqual(['E_LOCKED'])
    close()
  })

  it('takes the passphrase again after some minutes, also in a window that was open before', async () => {
    const { wallet, person, ready, threads, close } = computer({ openFor: 1_500 })
    const account = await ready()
    await wallet.signAct(removal(account))
    await expect.poll(threads).toBe(0)
    person.types = [null, PASSPHRASE]
    await wallet.signAct(removal(account))
    expect(person.told).toEqual(['E_LOCKED'])
    close()
  })

  it('does not stay open when somebody locks while the passphrase is tried', async () => {
    const { wallet, ready, threads, close } = computer()
    const account = await ready()
    const asked = wallet.signAct(removal(account))
    const refused = expect(asked).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    await expect.poll(threads).toBe(1)
    wallet.lock()
    await refused
    expect(threads()).toBe(0)
    close()
  })

  it('is not given when its person refuses or knows no passphrase', async () => {
    const { wallet, person, ready, threads, close } = computer()
    const account = await ready()
    for (const types of [[], ['wrong', 'also wrong']]) {
      person.types = types
      await expect(wallet.signAct(removal(account))).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    }
    expect(threads()).toBe(0)
    close()
  })

  it('is of its own account alone, and asked for nothing else', async () => {
    const { wallet, wallets, person, ready, close } = computer()
    const other = await wallets.make('Another', PASSPHRASE)
    await ready()
    for (const asked of [
      wallet.signAct(removal(other.account)),
      wallet.signMessage(addressAt(1), 'hello'),
      wallet.send(addressAt(1), clinic.network.contract, '0x'),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'E_WALLET_OTHER_ACCOUNT' })
    expect(person.seen).toEqual([])
    close()
  })
})

describe('a transaction of a wallet on this computer', () => {
  const asked = (patient: Address): Act => ({
    name: 'RequestAccess',
    message: { doctor: patient, patient: addressAt(2), folders: [1], nonce: 0n, deadline: 4_000_000_000 },
  })
  const dataOf = (act: Act): Hex32 =>
    CONTRACT.encodeFunctionData('requestAccess', [act.message, '0x']) as Hex32
  const admin = addressAt(0)

  /** The first admin's own act, which the contract takes from a wallet that pays for itself. */
  async function appointing(account: Address): Promise<Hex32> {
    const person = await clinic.person(0)
    const act = await person.world.ledger.stamp('RegisterDoctor', {
      admin,
      account,
      profile: `0x${'11'.repeat(32)}` as never,
      until: 4_000_000_000,
    })
    const signature = await person.wallet.signAct(act)
    return CONTRACT.encodeFunctionData('registerDoctor', [act.message, signature]) as Hex32
  }

  it('shows the act that it brings and the most it may cost, and is taken by the chain', async () => {
    const { wallet, person, ready, close } = computer()
    const account = await ready()
    await clinic.provider.send('anvil_setBalance', [account, '0xde0b6b3a7640000'])
    const hash = await wallet.send(account, clinic.network.contract, await appointing(addressAt(7)))
    const receipt = await clinic.provider.waitForTransaction(hash)
    expect(receipt).toMatchObject({ status: 1 })
    expect(receipt?.from.toLowerCase()).toBe(account)
    const sent = await clinic.provider.getTransaction(hash)
    expect(Transaction.from(sent as never)).toMatchObject({ type: 2, chainId: 31337n, value: 0n })
    const [shown] = person.seen
    expect(shown).toMatchObject({ act: 'send', names: {} })
    expect(BigInt(shown!.fee!)).toBeGreaterThanOrEqual(receipt!.gasUsed * receipt!.gasPrice)
    const typed = JSON.parse(String(shown?.request?.params[1]))
    expect(typed).toMatchObject({ primaryType: 'RegisterDoctor', message: { account: addressAt(7), admin } })
    close()
  })

  it('is not asked about when it can not be paid', async () => {
    const { wallet, person, ready, close } = computer()
    const account = await ready()
    const data = await appointing(addressAt(8))
    await expect(wallet.send(account, clinic.network.contract, data)).rejects.toMatchObject({
      code: 'E_WALLET_NO_FUNDS',
    })
    expect(person.seen).toEqual([])
    close()
  })

  it("goes to the clinic's contract, brings an act, and passes what the contract refuses on", async () => {
    const { wallet, person, ready, close } = computer()
    const account = await ready()
    await clinic.provider.send('anvil_setBalance', [account, '0xde0b6b3a7640000'])
    const { contract } = clinic.network
    await expect(wallet.send(account, addressAt(3), dataOf(asked(account)))).rejects.toMatchObject({
      code: 'E_WALLET_UNSUPPORTED',
    })
    await expect(wallet.send(account, contract, '0x12345678')).rejects.toMatchObject({
      code: 'E_WALLET_UNSUPPORTED',
    })
    await expect(wallet.send(account, contract, dataOf(asked(account)))).rejects.toBeInstanceOf(Failure)
    expect(person.seen).toEqual([])
    close()
  })

  it('is not signed when the node has another chain than the clinic', async () => {
    const { wallet, person, ready, close } = computer({ network: { ...clinic.network, chainId: 1 } })
    const account = await ready()
    await expect(wallet.send(account, clinic.network.contract, dataOf(asked(account)))).rejects.toMatchObject(
      { code: 'E_WALLET_OTHER_CHAIN', detail: { expected: 1, found: 31337 } },
    )
    expect(person.seen).toEqual([])
    close()
  })
})
