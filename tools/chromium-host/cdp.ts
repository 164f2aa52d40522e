import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type Commands = Protocol.CommandParameters
export type Replies = Protocol.CommandReturnValues
/** Event name to what it carries. */
export type CdpEvents = { [E in keyof Protocol.EventMap]: Protocol.EventMap[E][0] }

interface Message {
  id?: number
  sessionId?: string
  method?: keyof CdpEvents
  params?: never
  result?: never
  error?: { message: string }
}

interface Waiting {
  method: string
  resolve(value: never): void
  reject(error: Error): void
}

type Listener = (params: never) => void

/** One target's conversation in the Chrome DevTools Protocol; the browser itself is the session without an id. */
export class CdpSession {
  readonly id: string | undefined
  private readonly connection: CdpConnection
  private readonly listeners = new Map<string, Listener[]>()

  constructor(connection: CdpConnection, id?: string) {
    this.connection = connection
    this.id = id
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Replies[M]> {
    return this.connection.send(method, params, this.id) as Promise<Replies[M]>
  }

  on<E extends keyof CdpEvents>(event: E, listener: (params: CdpEvents[E]) => void): void {
    const all = this.listeners.get(event) ?? []
    this.listeners.set(event, [...all, listener as Listener])
  }

  /** @internal */
  emit(event: string, params: never): void {
    for (const listener of this.listeners.get(event) ?? []) listener(params)
  }
}

/** Speaks CDP over Chromium's debugging pipe: JSON, one message to each NUL byte. */
export class CdpConnection {
  readonly root: CdpSession = new CdpSession(this)
  private readonly writer: Writable
  private readonly sessions = new Map<string, CdpSession>()
  private readonly waiting = new Map<number, Waiting>()
  private readonly parts: Buffer[] = []
  private lastId = 0
  private closed = false

  constructor(writer: Writable, reader: Readable) {
    this.writer = writer
    writer.on('error', () => this.close())
    reader.on('data', (chunk: Buffer) => this.read(chunk))
    reader.on('close', () => this.close())
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id)
    if (known) return known
    const session = new CdpSession(this, id)
    this.sessions.set(id, session)
    return session
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is gone`))
    this.lastId += 1
    const id = this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject })
      this.writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  close(): void {
    this.closed = true
    for (const { method, reject } of this.waiting.values())
      reject(new Error(`${method}: the browser is gone`))
    this.waiting.clear()
  }

  private read(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.parts.splice(0), rest.subarray(0, end)]).toString()
      rest = rest.subarray(end + 1)
      this.receive(JSON.parse(text) as Message)
    }
    if (rest.length > 0) this.parts.push(rest)
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId ? this.sessions.get(message.sessionId) : this.root
      if (message.method) session?.emit(message.method, message.params as never)
      return
    }
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result as never)
  }
}
