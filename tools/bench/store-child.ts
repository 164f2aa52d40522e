import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { createPinataStore } from '../../electron/main/adapters/store-pinata.ts'
import type { Cid, Ciphertext } from '../../electron/main/domain/bytes.ts'
import type { Holding, SharedStore } from '../../electron/main/ports/shared-store.ts'
import { peakKiB, seconds } from './measure.ts'
import type { Way } from './stores.ts'

/** Stores and fetches one file, in a process of its own whose memory is told at the end. */
const [way, url, length, files] = process.argv.slice(2) as [Way, string, string, string]
const byteLength = Number(length)
/** As many files at the same time. */
const ATONCE = Array.from({ length: Number(files) }, (_, at) => at)
const PIECE = 2 ** 20
const seed = randomBytes(Math.min(PIECE, byteLength))

/** Pieces that are all different, and cost nothing to make. */
async function* content(file: number): AsyncGenerator<Ciphertext> {
  for (let at = 0; at < byteLength; at += PIECE) {
    const piece = Uint8Array.from(seed.subarray(0, Math.min(PIECE, byteLength - at)))
    new DataView(piece.buffer).setUint32(0, at / PIECE)
    new DataView(piece.buffer).setUint32(4, file)
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
  let cids: Cid[] = []
  const put = await seconds(async () => {
    cids = await Promise.all(ATONCE.map((file) => local.putFile(content(file))))
  })
  const got = await seconds(() => Promise.all(cids.map((cid) => drain(local.getFile(cid)))))
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
  const holdings: Holding[] = []
  for (const file of ATONCE) holdings.push(await here.holding(await here.putFile(content(file))))
  const put = await seconds(() => Promise.all(holdings.map((holding) => store.put(holding))))
  const got = await seconds(() => Promise.all(holdings.map(({ cid }) => there.take(cid, store.get(cid)))))
  await Promise.all([here.stop(), there.stop()])
  return { put, got }
}

/** The same bytes over HTTP, to a server that only keeps them. */
async function bare() {
  const send = (file: number): Promise<Response> =>
    fetch(`${url}${file}`, { method: 'PUT', body: content(file) as never, duplex: 'half' } as RequestInit)
  const put = await seconds(() => Promise.all(ATONCE.map(send)))
  const get = async (file: number): Promise<void> =>
    drain((await fetch(`${url}${file}`)).body as AsyncIterable<Uint8Array>)
  const got = await seconds(() => Promise.all(ATONCE.map(get)))
  return { put, got }
}

const idle = peakKiB()
try {
  const times = await { embedded, kubo, pinata, bare }[way]()
  console.log(JSON.stringify({ ...times, idleKiB: idle, peakKiB: peakKiB() }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
