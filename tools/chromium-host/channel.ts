import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type WebSocket, WebSocketServer } from 'ws'
import { createCodec } from './codec.ts'
import { hasSwitch } from './command-line.ts'
import { hostPath, secret } from './host.ts'
import { toApp } from './origins.ts'

/** What a page's preload world says to the host. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'accelerator'; id: number }
  | { kind: 'title'; title: string }
  | { kind: 'preload-error'; error: Error }

/** What the host says to a page's preload world. */
export type ToPage =
  | { kind: 'reply'; id: number; result?: unknown; error?: string }
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'accelerators'; keys: { id: number; combination: string }[] }

interface Receiver {
  /** Resolves once the host knows which document is speaking. */
  opened(): Promise<void>
  message(message: FromPage): void
}

/**
 * With a debugger such as Playwright attached, Chromium copies every WebSocket frame to it as base64. Frames from
 * this size on then go by `fetch` instead, which is not copied; later ones queue behind them.
 */
export const bigFrame = (): number =>
  hasSwitch('remote-debugging-port') ? 128 * 1024 : Number.MAX_SAFE_INTEGER

const codec = createCodec()
const channels = new Map<string, Channel>()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1 << 30 })

/** One window's line to its page: a WebSocket of the page's isolated world, reopened by each document. */
export class Channel {
  readonly token = secret()
  private readonly receiver: Receiver
  private readonly kept = new Map<string, Uint8Array>()
  private socket: WebSocket | undefined
  /** The socket of a document whose navigation the host has not heard of yet. */
  private fresh = false
  private synced: Promise<void> = Promise.resolve()
  private queue: Uint8Array[] = []

  constructor(receiver: Receiver) {
    this.receiver = receiver
    channels.set(this.token, this)
  }

  /** Sends, or keeps the message until the document under way has its socket. Throws for what can't be cloned. */
  post(message: ToPage): void {
    const frame = codec.encode(message)
    if (this.socket) this.write(this.socket, frame)
    else this.queue.push(frame)
  }

  /** Another document took the old one's place: what was meant for the old one is not for the new one. */
  documentChanged(): void {
    if (this.fresh) return
    this.socket = undefined
    this.queue = []
  }

  close(): void {
    channels.delete(this.token)
    this.socket?.terminate()
  }

  /** @internal */
  open(socket: WebSocket): void {
    this.socket = socket
    this.fresh = true
    this.synced = this.receiver.opened().then(() => {
      this.fresh = false
    })
    socket.on('message', (data: Buffer) => this.receive(data, socket))
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined
    })
    for (const frame of this.queue.splice(0)) this.write(socket, frame)
  }

  /** @internal */
  receive(frame: Uint8Array, from: WebSocket | undefined): void {
    const message = codec.decode(frame) as FromPage
    void this.synced.then(() => {
      if (!from || from === this.socket) this.receiver.message(message)
    })
  }

  /** @internal */
  take(id: string): Uint8Array | undefined {
    const frame = this.kept.get(id)
    this.kept.delete(id)
    return frame
  }

  private write(socket: WebSocket, frame: Uint8Array): void {
    if (frame.length < bigFrame()) {
      socket.send(frame)
      return
    }
    const id = secret()
    this.kept.set(id, frame)
    socket.send(id)
  }
}

const channelOf = (request: IncomingMessage): Channel | undefined =>
  channels.get(new URL(request.url ?? '', 'http://host').searchParams.get('window') ?? '')

/** Accepts the socket of a preload world: it must name its window's token and come from an app origin. */
export function openSocket(request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const channel = channelOf(request)
  const origin = request.headers.origin ?? ''
  if (!channel || toApp(`${origin}/`) === `${origin}/`) {
    socket.destroy()
    return
  }
  sockets.handleUpgrade(request, socket, head, (accepted) => channel.open(accepted))
}

/** The side road for big frames: POST brings one, GET fetches one. */
export async function answerFrame(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const channel = channelOf(request)
  if (!channel || !request.url?.startsWith(`${hostPath}/frame?`)) {
    response.writeHead(404).end()
  } else if (request.method === 'POST') {
    channel.receive(await buffer(request), undefined)
    response.writeHead(204).end()
  } else {
    const id = new URL(request.url, 'http://host').searchParams.get('id') ?? ''
    response.writeHead(200).end(channel.take(id))
  }
}
