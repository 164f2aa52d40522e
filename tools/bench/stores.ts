import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import type { Cid, Ciphertext } from '../../electron/main/domain/bytes.ts'
import { startKuboServer } from '../stand-ins/kubo-server.ts'
import { startPinataServer } from '../stand-ins/pinata-server.ts'
import { median, seconds } from './measure.ts'

/** What the servers are given they keep in memory, so that the largest goes once. */
const isLargest = ({ bytes, files }: Piece): boolean => bytes * files >= 1e9
export const WAYS = ['embedded', 'kubo', 'pinata', 'bare'] as const
export type Way = (typeof WAYS)[number]

/** So many files at the same time, each so long. */
export type Piece = { readonly bytes: number; readonly files: number }

export type Stored = Piece & {
  /** MB/s to store and to fetch, and the process's peak over what it had before the first byte. */
  readonly ways: Readonly<
    Record<Way, { readonly put: number; readonly got: number; readonly peakMiB: number }>
  >
}

export type Stores = {
  /** How often each size went, but for the largest. */
  readonly rounds: number
  readonly sizes: readonly Stored[]
  readonly repair: { readonly records: number; readonly seconds: number; readonly bare: number }
}

type Told = { readonly put: number; readonly got: number; readonly idleKiB: number; readonly peakKiB: number }

/**
 * Each size through each adapter, interleaved; then a node that lost everything is filled again.
 * @param records how many it had
 * @param rounds how often each size goes; the largest goes once
 */
export async function measureStores(
  sizes: readonly Piece[],
  records: number,
  rounds: number,
): Promise<Stores> {
  const [node, service, plain] = await Promise.all([
    startKuboServer(),
    startPinataServer(),
    startPlainServer(),
  ])
  const urls: Record<Way, string> = {
    embedded: '-',
    kubo: node.url,
    pinata: `${service.url} ${service.jwt}`,
    bare: plain.url,
  }
  try {
    const measured: Stored[] = []
    for (const piece of sizes) {
      const told: Record<Way, Told[]> = { embedded: [], kubo: [], pinata: [], bare: [] }
      for (let round = 0; round < (isLargest(piece) ? 1 : rounds); round += 1)
        for (const way of WAYS) told[way].push(await inChild(way, urls[way], piece))
      const rate = (all: readonly number[]): number => (piece.bytes * piece.files) / median(all) / 1e6
      const ofWay = (all: readonly Told[]) => ({
        put: rate(all.map(({ put }) => put)),
        got: rate(all.map(({ got }) => got)),
        peakMiB: Math.max(...all.map(({ idleKiB, peakKiB }) => peakKiB - idleKiB)) / 1024,
      })
      const { embedded, kubo, pinata, bare } = told
      measured.push({
        ...piece,
        ways: { embedded: ofWay(embedded), kubo: ofWay(kubo), pinata: ofWay(pinata), bare: ofWay(bare) },
      })
    }
    return { rounds, sizes: measured, repair: await measureRepair(records, node.url, plain.url) }
  } finally {
    await Promise.all([node, service, plain].map((server) => server.stop()))
  }
}

async function measureRepair(records: number, nodeUrl: string, plainUrl: string): Promise<Stores['repair']> {
  const local = await createHeliaBlobs({
    blockstore: new MemoryBlockstore(),
    datastore: new MemoryDatastore(),
  })
  const store = createKuboStore({ name: 'node', url: nodeUrl })
  const shared = createSharedBlobs({ local, stores: [store], copies: 1 })
  const bytes = (at: number): Ciphertext =>
    new TextEncoder().encode(`record ${at}`.padEnd(1024)) as Ciphertext
  const cids: Cid[] = []
  for (let at = 0; at < records; at += 1) cids.push(await local.putFile(alone(bytes(at))))
  const repaired = await seconds(async () => {
    for (const cid of cids) await shared.repair(cid)
  })
  const bare = await seconds(async () => {
    for (let at = 0; at < records; at += 1) await fetch(plainUrl, { method: 'PUT', body: bytes(at) as never })
  })
  await local.stop()
  return { records, seconds: repaired, bare }
}

async function* alone(bytes: Ciphertext): AsyncGenerator<Ciphertext> {
  yield bytes
}

/** The servers stay in this process, so that only the app's own memory is counted. */
async function inChild(way: Way, url: string, { bytes, files }: Piece): Promise<Told> {
  const script = join(import.meta.dirname, 'store-child.ts')
  const child = spawn(process.execPath, [script, way, url, String(bytes), String(files)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (piece) => {
    told += piece
  })
  await once(child, 'close')
  return JSON.parse(told) as Told
}

/** Keeps what it was last given at each address. */
async function startPlainServer() {
  const kept = new Map<string | undefined, Buffer[]>()
  const server = createServer(async (request, response) => {
    if (request.method === 'PUT') {
      const pieces: Buffer[] = []
      kept.set(request.url, pieces)
      for await (const piece of request) pieces.push(piece)
    } else for (const piece of kept.get(request.url) ?? []) response.write(piece)
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
