import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recoverSigner } from '../../electron/main/crypto/typed-data.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'
import { PASSPHRASE, removal, walletComputer } from '../support/wallet-computer.ts'

const vector = (): Buffer =>
  readFileSync(join(import.meta.dirname, '../vectors/web3-secret-storage/pbkdf2.json'))

let userData: string
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'medical-chain-wallets-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

const computer = (given: Parameters<typeof walletComputer>[1] = {}) => walletComputer(userData, given)

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
