import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Wallet } from 'ethers'
import { afterAll, describe, expect, it } from 'vitest'
import { clinicFileMessage } from '../../electron/main/crypto/clinic-file.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { readClinicFile, readNetwork } from '../../electron/main/network-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'medical-chain-network-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const projectId = 'f'.repeat(32)

function read(walletConnect?: unknown, change: object = {}): Promise<Network> {
  const network = {
    name: 'A clinic',
    chainId: 2026,
    rpc: 'https://chain.example',
    contract: `0x${'c1'.repeat(20)}`,
    deployedAt: 1,
    payer: { kind: 'wallet' },
    ...(walletConnect === undefined ? {} : { walletConnect }),
    demo: null,
    ...change,
  }
  return readNetwork(written(network))
}

function written(content: object): string {
  const file = join(folder, 'network.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('a network file', () => {
  it('may leave phone wallets out', async () => {
    expect((await read()).walletConnect).toBeUndefined()
  })

  it('with a project leads to the public relay', async () => {
    expect((await read({ projectId })).walletConnect).toEqual({
      projectId,
      relayUrl: 'wss://relay.walletconnect.org',
    })
  })

  it('may name a relay on this machine, for tests', async () => {
    const relayUrl = 'ws://127.0.0.1:4012'
    expect((await read({ projectId, relayUrl })).walletConnect).toEqual({ projectId, relayUrl })
  })

  it.each([
    'wss://relay.example',
    'ws://relay.walletconnect.org',
    'ws://127.0.0.1:4012/x',
    'ws://127.0.0.1:4012 https://evil.example',
    "ws://127.0.0.1:1; script-src 'unsafe-inline'",
    'ws://192.168.0.7:4012',
  ])('names no other relay, and nothing that would widen the page’s policy: %s', async (relayUrl) => {
    await expect(read({ projectId, relayUrl })).rejects.toMatchObject({ code: 'E_INPUT' })
  })

  it("names the clinic's account that pays, and after how many confirmations an act is final", async () => {
    const account = `0x${'A1'.repeat(20)}`
    const payer = { kind: 'relayer', account: account.toLowerCase() }
    expect((await read(undefined, { payer: { kind: 'relayer', account } })).payer).toEqual({
      ...payer,
      confirmations: 1,
    })
    const change = { payer: { ...payer, confirmations: 3 } }
    expect((await read(undefined, change)).payer).toEqual(change.payer)
  })

  it.each([{ kind: 'relayer' }, { kind: 'relayer', account: `0x${'a1'.repeat(20)}`, confirmations: 0 }])(
    'is refused with a payer that can not pay: %o',
    async (payer) => {
      const failure = await read(undefined, { payer }).catch((error) => error)
      expect(failure).toMatchObject({ code: 'E_INPUT', detail: { file: 'network' } })
    },
  )

  it('may leave stores out, and then each computer keeps for itself', async () => {
    expect(await read()).toMatchObject({ stores: [], copies: 1 })
  })

  const node = { kind: 'kubo', name: 'Clinic node', url: 'http://ipfs.clinic.example:5001' }
  const pinata = { kind: 'pinata', name: 'Pinata', gateway: 'https://clinic.mypinata.cloud' }

  it('names the stores that the clinic shares, and how many of them must have a record', async () => {
    const change = { stores: [node, pinata], copies: 2 }
    expect(await read(undefined, change)).toMatchObject(change)
  })

  it.each([
    ['more copies than stores', { stores: [node], copies: 2 }],
    ['two stores of one name', { stores: [node, node] }],
    [
      'a service on the internet without TLS',
      { stores: [{ ...pinata, gateway: 'http://clinic.mypinata.cloud' }] },
    ],
    ['a key, which is no business of a file that is passed around', { stores: [{ ...node, key: 'secret' }] }],
    ['another kind of address', { stores: [{ ...node, url: 'file:///etc/passwd' }] }],
  ])('is refused with %s', async (_, change) => {
    await expect(read(undefined, change)).rejects.toMatchObject({ code: 'E_INPUT' })
  })

  it('may be vouched for by a wallet, over every byte of it', async () => {
    const wallet = Wallet.createRandom()
    const by = wallet.address.toLowerCase()
    const told = await read()
    const signed = { by, signature: await wallet.signMessage(clinicFileMessage(told)) }
    expect(await readClinicFile(written({ ...told, signed }))).toEqual({ network: told, signed })
    for (const change of [{ rpc: 'https://other.example' }, { copies: 2 }, { name: 'B clinic' }]) {
      const changed = written({ ...told, stores: [node, pinata], ...change, signed })
      await expect(readClinicFile(changed)).rejects.toMatchObject({ code: 'E_SIGNATURE_FOREIGN' })
    }
  })

  it.each(['', '[]', '7', '"a clinic"', '{'])('is refused when it is no such file: %s', async (content) => {
    const file = join(folder, 'no-network.json')
    writeFileSync(file, content)
    await expect(readNetwork(file)).rejects.toMatchObject({ code: 'E_INPUT' })
  })
})
