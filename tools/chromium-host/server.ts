import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { answerFrame, openSocket } from './channel.ts'
import { blankPath, host, hostPath } from './host.ts'
import { originOf, toApp, toLocal } from './origins.ts'
import { type HostSession, type NodeHeaders, sessionOfCookie } from './session.ts'

/** Bodies of a known length up to this are sent in one piece; longer ones are streamed. */
const onePiece = 1 << 20
/** A page with another opener policy would have its process replaced at the app's first load. */
const beginning = { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin' }
const hopByHop = new Set(['host', 'connection', 'cookie', 'transfer-encoding', 'keep-alive', 'upgrade'])

/** Starts the loopback server that turns HTTP back into `app://` requests and carries the IPC socket. */
export function startServer(): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket, head) => {
    const session = sessionOfCookie(request.headers.cookie)
    if (!session || !request.url?.startsWith(hostPath)) return socket.destroy()
    openSocket(request, socket, head)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      host.port = typeof address === 'object' && address ? address.port : 0
      server.unref()
      resolve()
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = `http://${request.headers.host}${request.url}`
  if (request.url === blankPath) {
    response.writeHead(200, beginning).end('<!doctype html><title></title>')
    return
  }
  const session = sessionOfCookie(request.headers.cookie)
  if (!session) {
    response.writeHead(403).end()
    return
  }
  if (request.url?.startsWith(hostPath)) return answerFrame(request, response)
  await answerApp(session, toApp(url), request, response)
}

async function answerApp(
  session: HostSession,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const handler = session.handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) {
    response.destroy()
    return
  }
  const gone = new AbortController()
  response.once('close', () => response.writableFinished || gone.abort())
  const answered = await handler(toRequest(url, request, gone.signal))
  if (answered.type === 'error' || gone.signal.aborted) {
    response.destroy()
    return
  }
  const headers = await session.filterHeaders(url, answered.status, toNodeHeaders(answered.headers))
  if (!headers) {
    response.destroy()
    return
  }
  response.writeHead(answered.status, answered.statusText || undefined, headers)
  await send(answered, response, request.method === 'HEAD')
}

function toRequest(url: string, request: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (hopByHop.has(name) || value === undefined) continue
    const text = String(value)
    headers.set(name, name === 'origin' ? originOf(toApp(`${text}/`)) : toApp(text))
  }
  const method = request.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  const body = Readable.toWeb(request) as unknown as BodyInit
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

async function send(answered: Response, response: ServerResponse, headOnly: boolean): Promise<void> {
  const length = Number(answered.headers.get('content-length') ?? Number.NaN)
  if (headOnly || !answered.body) {
    response.end()
  } else if (length <= onePiece) {
    response.end(new Uint8Array(await answered.arrayBuffer()))
  } else {
    // `pipeline` keeps back-pressure, and cancels the body when the page goes away.
    await pipeline(Readable.fromWeb(answered.body as ReadableStream), response)
  }
}

/** Response headers as Node takes them, with redirects pointing at the loopback server. */
function toNodeHeaders(headers: Headers): NodeHeaders {
  const all: NodeHeaders = Object.fromEntries(headers)
  const location = headers.get('location')
  if (location) all.location = toLocal(location) ?? location
  if (headers.has('set-cookie')) all['set-cookie'] = headers.getSetCookie()
  return all
}
