import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { composePayer } from '../../electron/main/compose-payer.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Network, Payer } from '../../electron/main/domain/network.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'
import type { Wallet } from '../../electron/main/ports/wallet.ts'
import { addressAt, walletAt } from '../support/clinic.ts'

const keychain: Keychain = {
  backend: async () => 'test',
  seal: async (secret) => Uint8Array.from(Buffer.from(secret)).reverse(),
  open: async (sealed) => Buffer.from(sealed.toReversed()).toString(),
}
const account = addressAt(18)
const key = walletAt(18).privateKey

let userData: string
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'medical-chain-payer-'))
})
afterEach(() => rmSync(userData, { recursive: true, force: true }))

/** A computer of a clinic whose chain does not answer. */
function computer(payer: Payer = { kind: 'relayer', account, confirmations: 1 }, keys = keychain) {
  const network: Network = {
    name: 'Test clinic',
    chainId: 31337,
    rpc: 'http://127.0.0.1:9',
    contract: `0x${'00'.repeat(20)}` as Address,
    deployedAt: 0,
    payer,
    stores: [],
    copies: 1,
    demo: null,
  }
  const asked: string[] = []
  const wallet = {
    account: async () => addressAt(2),
    send: async () => {
      asked.push('send')
      throw new Error('fetch failed')
    },
  } as unknown as Wallet
  const provider = connect(network, () => true)
  const desk = composePayer({
    network,
    provider,
    wallet,
    userData,
    keychain: keys,
    changed: () => undefined,
    ended: () => undefined,
  })
  return { ...desk, asked, provider }
}

describe('who pays on this computer', () => {
  it("without the key of the clinic's account the person's own wallet does, and the screen is told so", async () => {
    const desk = computer()
    expect(await desk.view()).toMatchObject({ kind: 'relayer', pays: 'wallet', account, balance: null })
    expect(await desk.sender.account()).toBe(addressAt(2))
    const packed = { act: 'Suspend', digest: '0x01', signer: account, signature: '0x', data: '0x' } as const
    await expect(desk.sender.bring(packed as never, async () => 1n)).rejects.toThrow('fetch failed')
    expect(desk.asked).toEqual(['send'])
    desk.stop()
  })

  it('with its key it pays, also after a restart; taken away, it does not', async () => {
    const first = computer()
    await first.setKey(key.slice(2))
    expect(await first.view()).toMatchObject({ pays: 'relayer', dailyLimit: '100000000000000000' })
    first.stop()
    const second = computer()
    expect(await second.sender.account()).toBe(account)
    await second.setKey(null)
    expect(await second.view()).toMatchObject({ pays: 'wallet' })
    second.stop()
  })

  it.each([
    ['of another account', walletAt(17).privateKey],
    ['that is none', 'not a key at all'],
  ])('a key %s is refused, and nothing of it is kept or told', async (_, given) => {
    const desk = computer()
    const failure = await desk.setKey(given).catch((error) => error)
    expect(failure).toMatchObject({ code: 'E_RELAYER_KEY', detail: { account } })
    expect(failure.cause).toBeUndefined()
    expect(JSON.stringify(failure)).not.toContain(given)
    expect(await desk.view()).toMatchObject({ pays: 'wallet', made: null })
    desk.stop()
  })

  it('an account that is made here pays once the network file names it; its key is nowhere in clear', async () => {
    const before = computer({ kind: 'wallet' })
    const made = await before.makeAccount()
    expect(await before.view()).toMatchObject({ pays: 'wallet', account: null, made })
    before.stop()
    const after = computer({ kind: 'relayer', account: made, confirmations: 1 })
    expect(await after.view()).toMatchObject({ pays: 'relayer', account: made, made: null })
    after.stop()
    const file = JSON.parse(readFileSync(join(userData, 'relayer-keys.json'), 'utf8'))
    expect(JSON.stringify(file)).not.toContain(made)
  })

  it('a key store that can not be read for a while costs no key', async () => {
    const first = computer()
    await first.setKey(key)
    first.stop()
    const locked = computer(undefined, {
      ...keychain,
      open: () => Promise.reject(new Failure('E_BACKEND_UNSAFE')),
    })
    expect(await locked.view()).toMatchObject({ pays: 'wallet' })
    await expect(locked.makeAccount()).rejects.toMatchObject({ code: 'E_BACKEND_UNSAFE' })
    locked.stop()
    const second = computer()
    expect(await second.view()).toMatchObject({ pays: 'relayer' })
    second.stop()
  })

  it('the limit of the day stays set', async () => {
    const first = computer()
    first.setLimit('5')
    first.stop()
    const second = computer()
    expect((await second.view()).dailyLimit).toBe('5')
    second.stop()
  })

  it('where each wallet pays for itself there is no queue', async () => {
    const desk = computer({ kind: 'wallet' })
    expect(desk.transactions()).toEqual([])
    await expect(desk.setKey(key)).rejects.toMatchObject({ code: 'E_INPUT' })
    desk.stop()
  })
})
