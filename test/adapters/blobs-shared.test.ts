import { randomBytes } from 'node:crypto'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHeliaBlobs, type EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { cidOf, pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Cid, Ciphertext, PublicBlock } from '../../electron/main/domain/bytes.ts'
import { type Fault, startKuboServer } from '../../tools/stand-ins/kubo-server.ts'

type Server = Awaited<ReturnType<typeof startKuboServer>>

const BLOCK = Buffer.from('a sealed card') as unknown as PublicBlock
const CARD = cidOf(pointerTo(BLOCK))
async function* once(bytes: Uint8Array): AsyncGenerator<Ciphertext> {
  yield bytes as Ciphertext
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

describe('stores that are shared', () => {
  let servers: Server[]
  const locals: EmbeddedBlobs[] = []

  beforeEach(async () => {
    servers = await Promise.all([startKuboServer(), startKuboServer(), startKuboServer()])
  })
  afterEach(async () => {
    await Promise.all([...servers, ...locals.splice(0)].map((server) => server.stop()))
  })

  /** A computer with nothing of its own yet. */
  async function computer(copies = 1, own = servers, silenceMs = 15_000) {
    const local = await createHeliaBlobs({
      blockstore: new MemoryBlockstore(),
      datastore: new MemoryDatastore(),
    })
    locals.push(local)
    const stores = own.map(({ url }) => createKuboStore({ name: nameOf(url), url, silenceMs }))
    return createSharedBlobs({ local, stores, copies })
  }
  const nameOf = (url: string): string => `store ${servers.findIndex((server) => server.url === url) + 1}`

  it('what one computer keeps, another one reads', async () => {
    const bytes = randomBytes(3_500_000)
    const [here, there] = [await computer(3), await computer()]
    const [pointer, cid] = [await here.putBlock(BLOCK), await here.putFile(once(bytes))]
    expect(Buffer.from(await there.getBlock(pointer)).toString()).toBe('a sealed card')
    expect((await all(there.getFile(cid))).equals(bytes)).toBe(true)
    expect(
      (await all(there.getFile(cid, { offset: 1_500_000, length: 9 }))).equals(
        bytes.subarray(1_500_000, 1_500_009),
      ),
    ).toBe(true)
  })

  it('what was read once is there without any store', async () => {
    const [here, there] = [await computer(), await computer()]
    const pointer = await here.putBlock(BLOCK)
    await there.getBlock(pointer)
    for (const server of servers) server.misbehave('silent')
    expect(Buffer.from(await there.getBlock(pointer)).toString()).toBe('a sealed card')
  })

  it('two of three copies suffice, one is too few', async () => {
    servers[0]!.misbehave('locked')
    const here = await computer(2)
    await here.putBlock(BLOCK)
    expect(here.states().map(({ state }) => state)).toContain('failing')
    servers[1]!.misbehave('busy')
    await expect((await computer(2)).putBlock(BLOCK)).rejects.toMatchObject({ code: 'E_STORE_REFUSED' })
  })

  it.each<[Fault, string]>([
    ['adding', 'E_BLOCK_DAMAGED'],
    ['truncating', 'E_BLOCK_DAMAGED'],
    ['endless', 'E_BLOCK_DAMAGED'],
    ['html-content', 'E_BLOCK_DAMAGED'],
    ['html', 'E_STORE_UNREACHABLE'],
    ['silent', 'E_STORE_UNREACHABLE'],
    ['busy', 'E_STORE_UNREACHABLE'],
    ['locked', 'E_STORE_REFUSED'],
  ])('a store that is %s is named, and the next one is tried', async (fault, code) => {
    const pointer = await (await computer(3)).putBlock(BLOCK)
    for (const server of servers) server.misbehave(fault)
    // A busy machine is slow, not silent.
    const patience = fault === 'silent' ? 1_000 : undefined
    await expect((await computer(1, servers, patience)).getBlock(pointer)).rejects.toMatchObject({ code })

    servers[2]!.misbehave('none')
    const there = await computer(1, servers, patience)
    expect(Buffer.from(await there.getBlock(pointer)).toString()).toBe('a sealed card')
    expect(there.states()).toMatchObject([
      { name: 'store 1', state: 'failing', failure: code },
      { name: 'store 2', state: 'failing', failure: code },
      { name: 'store 3', state: 'online', failure: null },
    ])
  })

  it('a server that cuts files in its own way gets the blocks as they are', async () => {
    servers[0]!.misbehave('other-chunks')
    const bytes = randomBytes(2_500_000)
    const here = await computer(1, servers.slice(0, 1))
    const cid = await here.putFile(once(bytes))
    expect([...servers[0]!.pinned]).toEqual([cid])
    expect((await all((await computer(1, servers.slice(0, 1))).getFile(cid))).equals(bytes)).toBe(true)
  })

  it('missing copies are found and made good, from wherever one is left', async () => {
    const pointer = await (await computer(1, servers.slice(1, 2))).putBlock(BLOCK)
    const there = await computer()
    expect(await there.copiesOf(pointer)).toEqual(['store 2'])
    expect(await there.repair(pointer)).toBe(2)
    expect(await there.copiesOf(pointer)).toEqual(['store 1', 'store 2', 'store 3'])
    expect(await there.repair(pointer)).toBe(0)
  })

  it('what is let go of is let go of everywhere, however often', async () => {
    const here = await computer(3)
    const pointer = await here.putBlock(BLOCK)
    await here.unpin(pointer)
    await here.unpin(pointer)
    expect(servers.map(({ pinned }) => pinned.has(CARD))).toEqual([false, false, false])
  })

  it('a store is online again once it answers', async () => {
    for (const server of servers) server.misbehave('locked')
    const here = await computer()
    await here.probe()
    expect(here.states().map(({ state }) => state)).toEqual(['failing', 'failing', 'failing'])
    for (const server of servers) server.misbehave('none')
    await here.probe()
    expect(here.states().map(({ state }) => state)).toEqual(['online', 'online', 'online'])
  })

  it('how long each took is remembered, of what went well', async () => {
    const [here, there] = [await computer(3), await computer()]
    servers[0]!.misbehave('locked')
    await expect(here.putBlock(BLOCK)).rejects.toMatchObject({ code: 'E_STORE_REFUSED' })
    servers[0]!.misbehave('none')
    const pointer = await here.putBlock(BLOCK)
    await expect
      .poll(() => ['store 1', 'store 2'].map((name) => here.timesOf(name).storing?.count))
      .toEqual([1, 2])
    expect(here.timesOf('store 1').fetching).toBeNull()
    await there.getBlock(pointer)
    await there.getBlock(pointer)
    const fetched = servers.map(({ url }) => there.timesOf(nameOf(url)).fetching)
    expect(fetched.filter((times) => times !== null)).toHaveLength(1)
    const own = there.timesOf(null)
    expect([own.fetching?.count, own.storing]).toEqual([2, null])
    expect(own.fetching!.p50).toBeGreaterThan(0)
    expect(own.fetching!.p95).toBeGreaterThanOrEqual(own.fetching!.p50)
  })

  it('nobody has what nobody was given', async () => {
    await expect((await computer()).getBlock(pointerTo(BLOCK))).rejects.toMatchObject({
      code: 'E_BLOCK_MISSING',
    })
    await expect(all((await computer()).getFile(CARD as Cid))).rejects.toMatchObject({
      code: 'E_BLOCK_MISSING',
    })
  })
})
