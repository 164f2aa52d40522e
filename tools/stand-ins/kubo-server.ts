import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { CarBlockIterator } from '@ipld/car'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { importFile } from 'ipfs-unixfs-importer'
import { fixedSize } from 'ipfs-unixfs-importer/chunker'
import { CID } from 'multiformats/cid'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import type { Cid } from '../../electron/main/domain/bytes.ts'

/** How the server misbehaves. */
export type Fault =
  | 'none'
  | 'adding'
  | 'truncating'
  | 'endless'
  | 'html'
  | 'html-content'
  | 'silent'
  | 'busy'
  | 'locked'
  | 'other-chunks'

const RAW = 0x55
const PAGE = '<html><body>Welcome to nginx!</body></html>'

/**
 * A node that speaks as much of Kubo's RPC API as the app asks for, over a Helia store in memory. The full run asks
 * js-ipfs instead, which nobody here wrote.
 * @see https://docs.ipfs.tech/reference/kubo/rpc/
 */
export async function startKuboServer() {
  const blockstore = new MemoryBlockstore()
  const node = await createHeliaBlobs({ blockstore, datastore: new MemoryDatastore() })
  const pinned = new Set<string>()
  const keys: string[] = []
  let fault: Fault = 'none'

  async function add(request: IncomingMessage): Promise<object> {
    const chunk = fault === 'other-chunks' ? 100_000 : 2 ** 20
    const { cid } = await importFile({ content: bodyOf(request) }, blockstore, {
      profile: 'unixfs-v1-2025',
      chunker: fixedSize({ chunkSize: chunk }),
    })
    pinned.add(cid.toString())
    return { Name: cid.toString(), Hash: cid.toString(), Size: '0' }
  }

  async function importCar(request: IncomingMessage): Promise<object> {
    const car = await CarBlockIterator.fromIterable(bodyOf(request))
    for await (const { cid, bytes } of car) await blockstore.put(cid, bytes)
    const [root] = await car.getRoots()
    pinned.add(root!.toString())
    return { Root: { Cid: { '/': root!.toString() }, PinErrorMsg: '' } }
  }

  /** A single block comes as it lies there, as from a node that believes its own disk. */
  async function* bytesOf(cid: string): AsyncGenerator<Uint8Array> {
    if (fault === 'html-content') return yield new TextEncoder().encode(PAGE)
    if (fault === 'truncating') return yield (await blockOf(cid)).subarray(0, 10)
    if (CID.parse(cid).code === RAW) yield await blockOf(cid)
    else yield* node.getFile(cid as Cid)
    if (fault === 'adding') yield new TextEncoder().encode('and more')
    while (fault === 'endless') yield new Uint8Array(2 ** 20)
  }

  async function blockOf(cid: string): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    for await (const part of blockstore.get(CID.parse(cid))) parts.push(part)
    return Buffer.concat(parts)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://node')
    const cid = searchParams.get('arg') ?? ''
    switch (pathname.replace('/api/v0/', '')) {
      case 'add':
        return void response.end(JSON.stringify(await add(request)))
      case 'dag/import':
        return void response.end(JSON.stringify(await importCar(request)))
      case 'cat':
        if (!(await node.has(cid as Cid))) return refuse(response, `block was not found locally: ${cid}`)
        return void pipeline(bytesOf(cid), response).catch(() => undefined)
      case 'pin/ls':
        if (!pinned.has(cid)) return refuse(response, `path '${cid}' is not pinned`)
        return void response.end(JSON.stringify({ Cid: cid, Type: 'recursive' }))
      case 'pin/rm':
        if (!pinned.delete(cid)) return refuse(response, 'not pinned or pinned indirectly')
        return void response.end(JSON.stringify({ Pins: [cid] }))
      default:
        return refuse(response, `no such method ${pathname}`)
    }
  }

  const server = createServer((request, response) => {
    if (request.headers.authorization !== undefined) keys.push(request.headers.authorization)
    if (fault === 'silent') return
    if (fault === 'locked') return void response.writeHead(401).end('401 Authorization Required')
    if (fault === 'busy') return void response.writeHead(429, { 'retry-after': '7' }).end('Too Many Requests')
    if (fault === 'html') return void response.end(PAGE)
    response.setHeader('content-type', 'application/json')
    answer(request, response).catch((error) => refuse(response, String(error)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pinned: pinned as ReadonlySet<string>,
    /** What it was asked with, in order. */
    keys: keys as readonly string[],
    misbehave: (how: Fault) => {
      fault = how
    },
    /** Changes stored bytes behind the node's back. */
    damage: (cid: Cid, bytes: Uint8Array) => blockstore.put(CID.parse(cid), bytes),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await node.stop()
    },
  }
}

function refuse(response: ServerResponse, Message: string): void {
  response
    .writeHead(500, { 'content-type': 'application/json' })
    .end(JSON.stringify({ Message, Code: 0, Type: 'error' }))
}

/** The one part of a multipart body, as a stream (RFC 2046 §5.1). */
async function* bodyOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const boundary = `\r\n--${/boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1]}`
  let held = Buffer.alloc(0)
  let inside = false
  for await (const chunk of request) {
    held = Buffer.concat([held, chunk as Buffer])
    if (!inside) {
      const head = held.indexOf('\r\n\r\n')
      if (head < 0) continue
      held = held.subarray(head + 4)
      inside = true
    }
    const end = held.indexOf(boundary)
    const safe = end < 0 ? Math.max(0, held.length - boundary.length) : end
    if (safe > 0) yield Uint8Array.from(held.subarray(0, safe))
    if (end >= 0) {
      request.resume()
      return
    }
    held = held.subarray(safe)
  }
}
