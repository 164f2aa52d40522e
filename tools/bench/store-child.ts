import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { createPinataStore } from '../../electron/main/adapters/store-pinata.ts'
import type { Ciphertext } from '../../electron/main/domain/bytes.ts'
import type { SharedStore } from '../../electron/main/ports/shared-store.ts'
import { seconds } from './measure.ts'
import type { Way } from './stores.ts'

/** Stores and fetches one file, in a process of its own whose memory is told at the end. */
const [way, url, length] = process.argv.slice(2) as [Way, string, string]
const byteLength = Number(length)
const PIECE = 2 ** 20
const seed = randomBytes(Math.min(PIECE, byteLength))

/** Pieces that are all different, and cost nothing to make. */
async function* content(): AsyncGenerator<Ciphertext> {
  for (let at = 0; at < byteLength; at += PIECE) {
    const piece = Uint8Array.from(seed.subarray(0, Math.min(PIECE, byteLength - at)))
    new DataView(piece.buffer).setUint32(0, at / PIECE)
    yield piece as Ciphertext
  }
}

const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-store-'))
const localStore = (name: string) =>
  createHeliaBlobs({
    blockstore: new FsBlockstore(join(folder, name, 'blocks')),
    datastore: new FsDatastore(join(folder, name, 'data')),
  })

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  let seen = 0
  for await (const piece of pieces) seen += piece.length
  if (seen !== byteLength) throw new Error(`${seen} of ${byteLength} bytes came back`)
}

async function embedded() {
  const local = await localStore('here')
  let cid = ''
  const put = await seconds(async () => {
    cid = await local.putFile(content())
  })
  const got = await seconds(() => drain(local.getFile(cid as never)))
  await local.stop()
  return { put, got }
}

const kubo = () => shared(createKuboStore({ name: 'node', url }))

/** @see tools/stand-ins/pinata-server.ts, whose address has the key behind it */
function pinata() {
  const [at, jwt] = url.split(' ') as [string, string]
  return shared(
    createPinataStore({ name: 'Pinata', gateway: at, api: at, uploads: at, key: async () => jwt }),
  )
}

/** To the store and, as another computer does it, back: checked, and kept here. */
async function shared(store: SharedStore) {
  const [here, there] = await Promise.all([localStore('here'), localStore('there')])
  const holding = await here.holding(await here.putFile(content()))
  const put = await seconds(() => store.put(holding))
  const got = await seconds(() => there.take(holding.cid, store.get(holding.cid)))
  await Promise.all([here.stop(), there.stop()])
  return { put, got }
}

/** The same bytes over HTTP, to a server that only keeps them. */
async function bare() {
  const put = await seconds(() =>
    fetch(url, { method: 'PUT', body: content() as never, duplex: 'half' } as RequestInit),
  )
  const got = await seconds(async () => drain((await fetch(url)).body as AsyncIterable<Uint8Array>))
  return { put, got }
}

const idle = process.resourceUsage().maxRSS
try {
  const times = await { embedded, kubo, pinata, bare }[way]()
  console.log(JSON.stringify({ ...times, idleKiB: idle, peakKiB: process.resourceUsage().maxRSS }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
