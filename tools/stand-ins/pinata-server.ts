import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importFile } from 'ipfs-unixfs-importer'
import type { CID } from 'multiformats/cid'

export type PinataFault = 'none' | 'locked' | 'no-plan' | 'busy' | 'silent' | 'other-profile'

const JWT = 'a-key-of-the-clinic'

/**
 * Stands in for Pinata on loopback: the calls of its version 3 API that the app makes, as the documentation and the
 * SDK of version 2.5.6 have them.
 */
export async function startPinataServer() {
  const files = new Map<string, { readonly cid: string; readonly bytes: Uint8Array }>()
  const uploads = new Map<string, Uint8Array[]>()
  const lengths = new Map<string, number>()
  let fault: PinataFault = 'none'
  let next = 1

  async function keep(bytes: Uint8Array): Promise<{ id: string; cid: string }> {
    const nowhere = { put: async (cid: CID) => cid }
    const profile = fault === 'other-profile' ? 'unixfs-v0-2015' : 'unixfs-v1-2025'
    const content = [bytes]
    const { cid } = await importFile({ content }, nowhere as never, { profile })
    const id = `file-${next++}`
    files.set(id, { cid: cid.toString(), bytes })
    return { id, cid: cid.toString() }
  }

  async function manage(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = `${request.method} ${url.pathname.replace(/\/(file|upload)-\d+$/, '/$1')}`
    const last = url.pathname.split('/').at(-1)!
    switch (method) {
      case 'POST /v3/files': {
        const length = request.headers['upload-length']
        if (length !== undefined) {
          const id = `upload-${next++}`
          uploads.set(id, [])
          lengths.set(id, Number(length))
          return void response.writeHead(201, { location: `/v3/files/${id}` }).end()
        }
        const form = await new Response(await bodyOf(request), {
          headers: { 'content-type': request.headers['content-type']! },
        }).formData()
        if (form.get('network') !== 'public') return refuse(response, 400, 'network')
        const kept = await keep(new Uint8Array(await (form.get('file') as File).arrayBuffer()))
        return void response.end(JSON.stringify({ data: { ...kept, name: form.get('name') } }))
      }
      case 'PATCH /v3/files/upload': {
        const parts = uploads.get(last)!
        const offset = parts.reduce((sum, part) => sum + part.length, 0)
        if (Number(request.headers['upload-offset']) !== offset) return refuse(response, 409, 'offset')
        parts.push(await bodyOf(request))
        if (offset + parts.at(-1)!.length < lengths.get(last)!) return void response.writeHead(204).end()
        const { cid } = await keep(Buffer.concat(parts))
        return void response.writeHead(204, { 'upload-cid': cid }).end()
      }
      case 'GET /v3/files/public': {
        const found = [...files].filter(([, { cid }]) => cid === url.searchParams.get('cid'))
        return void response.end(
          JSON.stringify({ data: { files: found.map(([id, { cid }]) => ({ id, cid })) } }),
        )
      }
      case 'DELETE /v3/files/public/file':
        files.delete(last)
        return void response.end(JSON.stringify({ data: null }))
      default:
        return refuse(response, 404, method)
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://pinata')
    if (fault === 'silent') return
    if (fault === 'busy') return void response.writeHead(429, { 'retry-after': '7' }).end()
    const [, kind, cid] = url.pathname.split('/')
    if (kind === 'ipfs') {
      const found = [...files.values()].find((file) => file.cid === cid)
      return void (found === undefined ? refuse(response, 404, 'not found') : response.end(found.bytes))
    }
    if (fault === 'locked' || request.headers.authorization !== `Bearer ${JWT}`)
      return refuse(response, 401, 'key')
    if (fault === 'no-plan') return refuse(response, 403, 'plan')
    manage(request, response, url).catch((error) => refuse(response, 500, String(error)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    jwt: JWT,
    cids: (): readonly string[] => [...files.values()].map(({ cid }) => cid),
    misbehave: (how: PinataFault) => {
      fault = how
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status).end(JSON.stringify({ error: { reason } }))
}
