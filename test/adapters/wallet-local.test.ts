import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transaction, verifyMessage } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKeystores } from '../../electron/main/adapters/keystores-sealed.ts'
import { CONTRACT } from '../../electron/main/adapters/ledger-abi.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { createSealedStore } from '../../electron/main/adapters/sealed-store-disk.ts'
import { createLocalWallet } from '../../electron/main/adapters/wallet-local.ts'
import { startWalletThread } from '../../electron/main/adapters/wallet-thread.ts'
import { recoverSigner } from '../../electron/main/crypto/typed-data.ts'
import type { Act } from '../../electron/main/domain/acts.ts'
import type { Address, Hex32 } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { createLocalWallets } from '../../electron/main/local-wallets.ts'
import type { ConfirmWallet, Question, WalletQuestion } from '../../electron/main/ports/confirm.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'
import type { WalletKey } from '../../electron/main/ports/wallet-key.ts'
import { addressAt, openClinic } from '../support/clinic.ts'

const PASSPHRASE = 'lantern river quay oak'
const CHEAP_SCRYPT = { N: 2 ** 10, r: 8, p: 1 }
const SCRIPT = new URL('../../electron/main/adapters/wallet-worker.ts', import.meta.url)
const vector = (): Buffer =>
  readFileSync(join(import.meta.dirname, '../vectors/web3-secret-storage/pbkdf2.json'))

const keychain: Keychain = {
  backend: async () => 'test',
  seal: async (secret) => Uint8Array.from(Buffer.from(secret)).reverse(),
  open: async (sealed) => Buffer.from(sealed.toReversed()).toString(),
}

/** What the person in front of main's window does. */
type Person = {
  /** One passphrase after the other; null agrees without one; then they close the window. */
  types: (string | null)[]
  readonly seen: WalletQuestion[]
  readonly asked: Question[]
  readonly told: string[]
}

let clinic: Awaited<ReturnType<typeof openClinic>>
let userData: string
beforeAll(async () => {
  clinic = await openClinic()
})
afterAll(() => clinic?.close())
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'medical-chain-wallets-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

function computer({ keys = keychain, network = {} as Partial<Network>, openFor = 60_000 } = {}) {
  const there: Network = { ...clinic.network, ...network }
  const person: Person = { types: [PASSPHRASE], seen: [], asked: [], told: [] }
  /** Main's window as `confirm-window` keeps it, without one. */
  const confirm: ConfirmWallet = {
    askWallet: async (question, attempt) => {
      person.seen.push(question)
      for (const typed of person.types) {
        try {
          return await attempt(typed)
        } catch (error) {
          const { code } = Failure.from(error)
          person.told.push(code)
          if (code !== 'E_PASSPHRASE_WRONG' && code !== 'E_LOCKED') throw error
        }
      }
      throw new Failure('E_WALLET_REJECTED')
    },
  }
  const keystores = createKeystores(createSealedStore(join(userData, 'wallets.json'), keys, 'fail'))
  let threads = 0
  const startKey = (): { key: WalletKey; end: () => Promise<void> } => {
    const { key, end } = startWalletThread(SCRIPT, there, CHEAP_SCRYPT)
    threads += 1
    return {
      key,
      end: async () => {
        threads -= 1
        await end()
      },
    }
  }
  const provider = connect(there)
  const wallet = createLocalWallet({
    deployment: there,
    provider,
    keystores,
    startKey,
    confirm,
    nameOf: async (account) => (account === addressAt(2) ? 'Nisha Rao' : null),
    openFor,
  })
  const { prove, used, use } = wallet
  const ask = async (question: Question): Promise<void> => void person.asked.push(question)
  const wallets = createLocalWallets({ keystores, startKey, confirm: { ask }, prove, used, use })
  const close = (): void => {
    wallet.lock()
    provider.destroy()
  }
  /** A wallet that is ready to sign. */
  async function ready(name = 'Amara Osei'): Promise<Address> {
    const { account } = await wallets.make(name, PASSPHRASE)
    await wallets.later(account)
    await wallets.use(account)
    return account
  }
  return { wallet, wallets, person, ready, close, deployment: there, threads: () => threads }
}

const removal = (patient: Address): Act => ({
  name: 'RemoveAccess',
  message: { patient, reader: addressAt(2), folders: [], nonce: 0n, deadline: 4_000_000_000 },
})

describe('the wallets of this computer', () => {
  it('are none until somebody makes one; it can be used once its backup was thought of', async () => {
    const { wallets, wallet, close } = computer()
    expect(await wallets.list()).toEqual([])
    await expect(wallet.account()).rejects.toMatchObject({ code: 'E_WALLET_DISCONNECTED' })
    const made = await wallets.make('Amara Osei', PASSPHRASE)
    expect(made).toEqual({ account: made.account, name: 'Amara Osei', backup: 'none' })
    await expect(wallets.use(made.account)).rejects.toMatchObject({ code: 'E_WALLET_UNSAVED' })
    await wallets.later(made.account)
    await wallets.use(made.account)
    expect(await wallet.account()).toBe(made.account)
    expect((await wallets.list())[0]?.backup).toBe('later')
    close()
  })

  it('take no passphrase that is easily guessed', async () => {
    const { wallets, threads, close } = computer()
    await expect(wallets.make('Somebody', 'short')).rejects.toMatchObject({ code: 'E_PASSPHRASE_WEAK' })
    expect(await wallets.list()).toEqual([])
    expect(threads()).toBe(0)
    close()
  })

  it('are several, each with a key of its own, and nothing of them lies in clear', async () => {
    const first = computer()
    const one = await first.wallets.make('Front desk', PASSPHRASE)
    const two = await first.wallets.make('Amara Osei', PASSPHRASE)
    expect(one.account).not.toBe(two.account)
    first.close()
    const again = computer()
    expect((await again.wallets.list()).map(({ name }) => name)).toEqual(['Front desk', 'Amara Osei'])
    const { sealed } = JSON.parse(readFileSync(join(userData, 'wallets.json'), 'utf8'))
    for (const known of [one.account.slice(2), 'Front desk'])
      expect(Buffer.from(sealed, 'base64').toString()).not.toContain(known)
    again.close()
  })

  it("come from the definition's own file; then they are locked with the passphrase chosen here", async () => {
    const { wallets, wallet, person, deployment, close } = computer()
    const brought = await wallets.adopt('From elsewhere', vector(), 'testpassword', PASSPHRASE)
    expect(brought).toMatchObject({
      account: '0x008aeeda4d805471df9b2a5b0f38a0c3bcba786b',
      backup: 'saved',
    })
    await wallets.use(brought.account)
    person.types = ['testpassword', PASSPHRASE]
    const act = removal(brought.account)
    expect(recoverSigner(deployment, act, await wallet.signAct(act))).toBe(brought.account)
    expect(person.told).toEqual(['E_PASSPHRASE_WRONG'])
    close()
  })

  it.each([
    ['E_PASSPHRASE_WRONG', vector, 'not it'],
    ['E_KEYSTORE_DAMAGED', () => Buffer.from('a letter'), 'testpassword'],
    ['E_KEYSTORE_DAMAGED', () => Buffer.alloc(1_000_000, '{'), 'testpassword'],
  ])('%s: a file that does not open brings nothing', async (code, file, passphrase) => {
    const { wallets, close } = computer()
    await expect(wallets.adopt('Mine', file(), passphrase, PASSPHRASE)).rejects.toMatchObject({ code })
    expect(await wallets.list()).toEqual([])
    close()
  })

  it('can be saved, removed and brought back; one that is here is not brought twice', async () => {
    const { wallets, wallet, person, ready, deployment, close } = computer()
    const account = await ready()
    const files: [string, Uint8Array][] = []
    const saveFile = async (name: string, bytes: Uint8Array): Promise<boolean> =>
      files.push([name, bytes]) > 0
    person.types = ['not it']
    await expect(wallets.save(account, saveFile)).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    expect(files).toEqual([])
    person.types = [PASSPHRASE]
    expect(await wallets.save(account, async () => false)).toBe(false)
    expect((await wallets.list())[0]?.backup).toBe('later')
    expect(await wallets.save(account, saveFile)).toBe(true)
    expect((await wallets.list())[0]?.backup).toBe('saved')
    const [name, file] = files[0]!
    expect(name).toBe(`medical-chain-wallet-${account.slice(2, 8)}.json`)
    await expect(wallets.adopt('Again', file, PASSPHRASE, 'another passphrase')).rejects.toMatchObject({
      code: 'E_WALLET_HERE',
    })
    await wallets.remove(account)
    expect(person.asked).toMatchObject([{ act: 'forget', address: account, facts: { saved: true } }])
    await expect(wallet.account()).rejects.toMatchObject({ code: 'E_WALLET_DISCONNECTED' })
    expect(await wallets.list()).toEqual([])
    await wallets.adopt('Again', file, PASSPHRASE, 'another passphrase')
    await wallets.use(account)
    person.types = ['another passphrase']
    const act = removal(account)
    expect(recoverSigner(deployment, act, await wallet.signAct(act))).toBe(account)
    close()
  })

  it('tell before they go that they were never saved', async () => {
    const { wallets, person, ready, close } = computer()
    await wallets.remove(await ready())
    expect(person.asked).toMatchObject([{ name: 'Amara Osei', facts: { saved: false } }])
    close()
  })

  it('are not made where no key store protects them, and not lost when it can not be read for a while', async () => {
    const unsafe: Keychain = {
      backend: async () => 'basic_text',
      seal: () => Promise.reject(new Failure('E_BACKEND_UNSAFE', { backend: 'basic_text' })),
      open: () => Promise.reject(new Failure('E_BACKEND_UNSAFE', { backend: 'basic_text' })),
    }
    const before = computer({ keys: unsafe })
    await expect(before.wallets.make('Somebody', PASSPHRASE)).rejects.toMatchObject({
      code: 'E_BACKEND_UNSAFE',
    })
    before.close()
    const good = computer()
    await good.ready()
    good.close()
    const locked = computer({ keys: unsafe })
    await expect(locked.wallets.list()).rejects.toMatchObject({ code: 'E_BACKEND_UNSAFE' })
    await expect(locked.wallets.make('Other', PASSPHRASE)).rejects.toMatchObject({ code: 'E_BACKEND_UNSAFE' })
    locked.close()
    const again = computer()
    expect(await again.wallets.list()).toHaveLength(1)
    again.close()
  })

  it('say so when their file is damaged, and write nothing over it', async () => {
    writeFileSync(join(userData, 'wallets.json'), '{"v":1,"backend":"test","sealed":"!')
    const { wallets, close } = computer()
    for (const call of [wallets.list(), wallets.make('Somebody', PASSPHRASE)])
      await expect(call).rejects.toMatchObject({ code: 'E_VAULT_DAMAGED' })
    expect(readFileSync(join(userData, 'wallets.json'), 'utf8')).toContain('"!')
    close()
  })
})

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
    const { wallet, person, ready, threads, close } = computer({ openFor: 100 })
    const account = await ready()
    await wallet.signAct(removal(account))
    await new Promise((done) => setTimeout(done, 200))
    expect(threads()).toBe(0)
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
    const { wallet, person, ready, close } = computer({ network: { chainId: 1 } })
    const account = await ready()
    await expect(wallet.send(account, clinic.network.contract, dataOf(asked(account)))).rejects.toMatchObject(
      { code: 'E_WALLET_OTHER_CHAIN', detail: { expected: 1, found: 31337 } },
    )
    expect(person.seen).toEqual([])
    close()
  })
})
