import { randomBytes } from 'node:crypto'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHeliaBlobs, type EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { createPinataStore } from '../../electron/main/adapters/store-pinata.ts'
import type { Ciphertext, PublicBlock } from '../../electron/main/domain/bytes.ts'
import { type PinataFault, startPinataServer } from '../../tools/stand-ins/pinata-server.ts'

const BLOCK = Buffer.from('a sealed card') as unknown as PublicBlock
async function* once(bytes: Uint8Array): AsyncGenerator<Ciphertext> {
  yield bytes as Ciphertext
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

describe('Pinata', () => {
  let server: Awaited<ReturnType<typeof startPinataServer>>
  const locals: EmbeddedBlobs[] = []

  beforeEach(async () => {
    server = await startPinataServer()
  })
  afterEach(async () => {
    await Promise.all([server, ...locals.splice(0)].map((each) => each.stop()))
  })

  async function computer(change: { key?: string | null; tusFrom?: number; silenceMs?: number } = {}) {
    const local = await createHeliaBlobs({
      blockstore: new MemoryBlockstore(),
      datastore: new MemoryDatastore(),
    })
    locals.push(local)
    const { url, jwt } = server
    const { key = jwt, ...other } = change
    const settings = {
      name: 'Pinata',
      gateway: url,
      api: url,
      uploads: url,
      key: async () => key,
      ...other,
    }
    return createSharedBlobs({ local, stores: [createPinataStore(settings)], copies: 1 })
  }

  it('what one computer uploads, another one reads', async () => {
    const here = await computer()
    const bytes = randomBytes(2_500_000)
    const [pointer, cid] = [await here.putBlock(BLOCK), await here.putFile(once(bytes))]
    const there = await computer()
    expect(Buffer.from(await there.getBlock(pointer)).toString()).toBe('a sealed card')
    expect((await all(there.getFile(cid))).equals(bytes)).toBe(true)
  })

  it('a large file goes up in pieces of over 50 MiB', async () => {
    const here = await computer({ tusFrom: 1_000_000 })
    const bytes = randomBytes(60 * 2 ** 20)
    const cid = await here.putFile(once(bytes))
    expect(server.cids()).toEqual([cid])
    expect((await all((await computer()).getFile(cid))).equals(bytes)).toBe(true)
  })

  it('what is let go of is deleted there', async () => {
    const here = await computer()
    const pointer = await here.putBlock(BLOCK)
    expect(await here.copiesOf(pointer)).toEqual(['Pinata'])
    await here.unpin(pointer)
    await here.unpin(pointer)
    expect(server.cids()).toEqual([])
  })

  it.each<[PinataFault, string]>([
    ['locked', 'E_STORE_REFUSED'],
    ['no-plan', 'E_STORE_REFUSED'],
    ['busy', 'E_STORE_UNREACHABLE'],
    ['silent', 'E_STORE_UNREACHABLE'],
  ])('a service that is %s is told as such, and nothing counts as kept', async (fault, code) => {
    server.misbehave(fault)
    // A busy machine is slow, not silent.
    const here = await computer(fault === 'silent' ? { silenceMs: 1_000 } : {})
    await expect(here.putBlock(BLOCK)).rejects.toMatchObject({ code })
    expect(server.cids()).toEqual([])
  })

  it('a file that got another name there is taken down again', async () => {
    server.misbehave('other-profile')
    await expect((await computer()).putFile(once(randomBytes(600_000)))).rejects.toMatchObject({
      code: 'E_STORE_FOREIGN_CID',
    })
    expect(server.cids()).toEqual([])
  })

  it.each(['somebody else', null])('a wrong key or none is refused', async (key) => {
    await expect((await computer({ key })).putBlock(BLOCK)).rejects.toMatchObject({ code: 'E_STORE_REFUSED' })
  })
})
