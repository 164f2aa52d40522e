import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { multiaddr } from '@multiformats/multiaddr'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { CID } from 'multiformats/cid'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { type RunningNeighbours, startNeighbours } from '../../electron/main/adapters/neighbours-libp2p.ts'
import { createNeighbours } from '../../electron/main/adapters/neighbours-switch.ts'
import { isPrivateAddress } from '../../electron/main/adapters/private-address.ts'
import { cidOf, pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Address, Cid, Pointer, PublicBlock } from '../../electron/main/domain/bytes.ts'
import type { SharedStore } from '../../electron/main/ports/shared-store.ts'
import { hearsGroups } from '../support/hears-groups.ts'
import type { NeighbourPlan } from '../support/neighbour-child.ts'

/** Others who run these tests on the same network are another clinic. */
const clinic = () => ({ chainId: 31337, contract: `0x${randomBytes(20).toString('hex')}` as Address })
const CLINIC = clinic()
const BLOCK = Buffer.from('a sealed card') as unknown as PublicBlock
const POINTER = pointerTo(BLOCK)
const CARD = cidOf(POINTER)
const LISTEN = '/ip4/127.0.0.1/tcp/0'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A computer with nothing of its own yet. */
async function computer(stores: readonly SharedStore[] = [], deployment = CLINIC) {
  const blockstore = new MemoryBlockstore()
  const local = await createHeliaBlobs({ blockstore, datastore: new MemoryDatastore() })
  const changed = vi.fn()
  const node = await startNeighbours({ blockstore, deployment, changed, listen: LISTEN })
  closing.push(
    () => node.stop(),
    () => local.stop(),
  )
  const fetched = vi.fn()
  const blobs = createSharedBlobs({
    local,
    neighbours: node,
    stores,
    copies: 0,
    books: { fetched, gone: () => undefined },
  })
  return { blockstore, blobs, changed, fetched, local, node }
}

/** Another computer of the clinic, in a process of its own. */
async function otherProcess(plan: Omit<NeighbourPlan, 'deployment'>) {
  const script = fileURLToPath(new URL('../support/neighbour-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify({ deployment: CLINIC, ...plan })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  closing.push(async () => {
    child.stdin.end()
    await once(child, 'exit')
  })
  const [line] = await once(child.stdout, 'data')
  return JSON.parse(String(line)) as { address: string; pointer: Pointer; cid: Cid }
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

/** A store that has one thing, or nothing. */
const storeOf = (held: Uint8Array | null): SharedStore => ({
  name: 'Clinic node',
  put: async () => undefined,
  get: async function* () {
    if (held !== null) yield held
  },
  has: async () => held !== null,
  drop: async () => undefined,
})

const portOf = (node: RunningNeighbours): number => Number(/\/tcp\/(\d+)/.exec(node.addresses()[0]!)![1])
const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true))
    socket.once('connect', () => socket.destroy()).once('error', () => done(false))
  })

describe('computers of one clinic on the same network', () => {
  it('open what another one, in a process of its own, has', { timeout: 60_000 }, async () => {
    const there = await otherProcess({ block: 'a sealed card', fileLength: 3_500_000 })
    const here = await computer()
    await here.node.dial(there.address)
    await vi.waitFor(() => expect(here.node.count()).toBe(1))
    expect(here.changed).toHaveBeenCalled()

    expect(Buffer.from(await here.blobs.getBlock(there.pointer)).toString()).toBe('a sealed card')
    expect((await all(here.blobs.getFile(there.cid))).equals(Buffer.alloc(3_500_000, 7))).toBe(true)
    expect(here.fetched.mock.calls).toEqual([
      [CARD, 13],
      [there.cid, 3_500_000],
    ])
    // It is pinned here, so that it stays when the other one goes.
    await here.local.collect()
    expect(await here.local.pinned()).toEqual(expect.arrayContaining([CARD, there.cid]))
  })

  it('are not believed when they give other bytes', async () => {
    const [here, liar] = [await computer(), await computer()]
    await liar.blockstore.put(CID.parse(CARD), new TextEncoder().encode('somebody put this here'))
    await here.node.dial(liar.node.addresses()[0]!)
    await expect(here.blobs.getBlock(POINTER)).rejects.toMatchObject({ code: 'E_BLOCK_MISSING' })
    expect((await here.local.usage()).blocks).toBe(0)
  })

  it('hold nobody up for long: the stores are asked after two seconds', async () => {
    const [here, empty] = [await computer([storeOf(BLOCK)]), await computer()]
    await here.node.dial(empty.node.addresses()[0]!)
    const started = performance.now()
    expect(Buffer.from(await here.blobs.getBlock(POINTER)).toString()).toBe('a sealed card')
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('are not waited for when there are none', async () => {
    const here = await computer()
    const started = performance.now()
    await expect(here.blobs.getBlock(POINTER)).rejects.toMatchObject({ code: 'E_BLOCK_MISSING' })
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.runIf(hearsGroups)('find each other, and nobody of another clinic', { timeout: 40_000 }, async () => {
    const [here, there, foreign] = [await computer(), await computer(), await computer([], clinic())]
    await vi.waitFor(() => expect([here.node.count(), there.node.count()]).toEqual([1, 1]), 30_000)
    expect(foreign.node.count()).toBe(0)
  })

  it.each([
    '/ip4/8.8.8.8/tcp/4001',
    '/ip4/100.64.0.1/tcp/4001',
    '/ip6/2001:db8::1/tcp/4001',
    '/dns4/clinic.example/tcp/4001',
    '/dnsaddr/bootstrap.libp2p.io',
    '/ip4/192.168.1.5/udp/4001/quic-v1',
    '/ip4/192.168.1.5/tcp/4001/ws',
    '/ip4/192.168.1.5/tcp/4001/p2p/12D3KooWGC6TvWhfapngX6wvJHMYvKpDMXPb3ZnCZ6dMoaMtimQ5/p2p-circuit',
  ])('are not looked for at %s', async (address) => {
    expect(isPrivateAddress(multiaddr(address))).toBe(false)
    await expect((await computer()).node.dial(address)).rejects.toThrow()
  })

  it.each(['10.1.2.3', '172.31.0.9', '192.168.1.5', '169.254.7.7', '127.0.0.1'])(
    'are looked for at %s',
    (host) => {
      expect(isPrivateAddress(multiaddr(`/ip4/${host}/tcp/4001`))).toBe(true)
    },
  )
})

describe('the exchange with computers nearby', () => {
  it('opens no port and looks for nobody until it is on, and closes it when it is off again', async () => {
    const blockstore = new MemoryBlockstore()
    const nodes: RunningNeighbours[] = []
    const start = vi.fn(async () => {
      const node = await startNeighbours({ blockstore, deployment: CLINIC, changed: () => undefined })
      nodes.push(node)
      return node
    })
    const neighbours = createNeighbours(start)
    closing.push(() => neighbours.turn(false))
    await neighbours.turn(false)
    expect(start).not.toHaveBeenCalled()
    expect(neighbours.count()).toBeNull()
    await expect(all(neighbours.get(CARD))).rejects.toMatchObject({ code: 'E_BLOCK_MISSING' })

    await Promise.all([neighbours.turn(true), neighbours.turn(true)])
    expect(start).toHaveBeenCalledOnce()
    expect(neighbours.count()).not.toBeNull()
    const port = portOf(nodes[0]!)
    expect(await answers(port)).toBe(true)

    await neighbours.turn(false)
    expect(neighbours.count()).toBeNull()
    expect(await answers(port)).toBe(false)

    await neighbours.turn(true)
    expect(await answers(portOf(nodes[1]!))).toBe(true)
  })

  it('can be tried again after it could not start', async () => {
    const start = vi.fn<() => Promise<RunningNeighbours>>().mockRejectedValue(new Error('no port'))
    const neighbours = createNeighbours(start)
    await expect(neighbours.turn(true)).rejects.toThrow('no port')
    expect(neighbours.count()).toBeNull()
    await expect(neighbours.turn(true)).rejects.toThrow('no port')
    expect(start).toHaveBeenCalledTimes(2)
  })
})
