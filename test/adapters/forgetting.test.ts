import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterAll, describe, expect, it } from 'vitest'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { rememberLedger } from '../../electron/main/adapters/ledger-memory.ts'
import { createProfiles } from '../../electron/main/adapters/profiles-disk.ts'
import { cidOf } from '../../electron/main/crypto/pointer.ts'
import type { PublicBlock } from '../../electron/main/domain/bytes.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { addressAt } from '../support/clinic.ts'

const folder = mkdtempSync(join(tmpdir(), 'medical-chain-forgetting-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [me, other] = [addressAt(4), addressAt(5)]

describe('what a visitor leaves on a computer is removed', () => {
  it('from what the chain has answered, to the last byte of the file, and nobody else’s with it', async () => {
    const file = join(folder, 'chain-memory.sqlite')
    const memory = rememberLedger({
      file,
      network: { contract: addressAt(9), chainId: 31337 } as Network,
      view: async (_name, [account]) => [`said of ${String(account)}`],
      chain: { now: async () => 7, hasCode: async () => false },
    })
    for (const account of [me, other]) await memory.view('account', [account])
    await memory.view('rightOf', [other, me])
    await memory.hasCode(me)
    expect(readFileSync(file).includes(me)).toBe(true)
    expect(memory.forget(me)).toBe(3)
    memory.close()
    expect(readFileSync(file).includes(me)).toBe(false)
    expect(readFileSync(file).includes(`said of ${other}`)).toBe(true)
  })

  it('with the folder of their key and their work', async () => {
    const root = join(folder, 'profiles')
    const keychain = {
      backend: async () => 'test',
      seal: async (text: string) => new TextEncoder().encode(text),
      open: async (sealed: Uint8Array) => new TextDecoder().decode(sealed),
    }
    const profiles = createProfiles(root, keychain as never)
    const bytes = Uint8Array.of(1, 2, 3)
    for (const account of [me, other])
      await profiles.write(account, {
        file: bytes,
        secret: bytes,
        roles: ['patient'],
        backedUp: false,
        replaces: null,
      })
    const desk = profiles.desk(me)
    desk.journal.put('job', bytes)
    desk.close()
    await profiles.remove(me)
    expect(existsSync(join(root, me))).toBe(false)
    expect((await profiles.list()).map(({ address }) => address)).toEqual([other])
    await profiles.remove(me)
  })

  it('from the store here, which lists what it pins and lets go of one alone', async () => {
    const blobs = await createHeliaBlobs({
      blockstore: new MemoryBlockstore(),
      datastore: new MemoryDatastore(),
    })
    const put = (text: string) => blobs.putBlock(new TextEncoder().encode(text) as PublicBlock)
    const [theirs, clinics] = [await put('theirs'), await put('the clinic’s')]
    expect((await blobs.pinned()).toSorted()).toEqual([cidOf(theirs), cidOf(clinics)].toSorted())
    await blobs.release(cidOf(theirs))
    await blobs.release(cidOf(theirs))
    await blobs.collect()
    expect(await blobs.pinned()).toEqual([cidOf(clinics)])
    expect([await blobs.has(theirs), await blobs.has(clinics)]).toEqual([false, true])
    await blobs.stop()
  })
})
