import { createHash } from 'node:crypto'
import { type WebSocket, WebSocketServer } from 'ws'

/** The SDKs close a line that is silent for longer. */
const PING_EVERY_MS = 20_000

type Message = {
  readonly topic: string
  readonly message: string
  readonly tag: number
  readonly attestation?: string
  readonly publishedAt: number
  readonly expires: number
  /** Who has it, by client id. */
  readonly seen: Set<string>
}

type Request = {
  readonly id: number
  readonly method?: string
  readonly params?: Record<string, string | number>
}

/** One client's connection, and what it has been handed and not acknowledged. */
type Line = { readonly socket: WebSocket; readonly client: string; readonly open: Map<number, Message> }

export type Relay = {
  readonly url: string
  readonly port: number
  /** Methods that were called, in order. */
  readonly calls: readonly string[]
  readonly stop: () => Promise<void>
}

/**
 * WalletConnect's relay as far as the SDKs call it: a mailbox for each topic, kept until a message has expired. It
 * takes no part in the encryption, as the real one does not. What it must keep to was measured (`docs/adr/0008`).
 * @param mailboxes given, they outlive this relay, as they would where it only lost its lines
 */
export async function startRelay(port = 0, mailboxes = new Map<string, Message[]>()): Promise<Relay> {
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  await new Promise((done) => server.once('listening', done))
  const subscribers = new Map<string, Set<Line>>()
  const calls: string[] = []

  const live = (topic: string): Message[] => {
    const kept = (mailboxes.get(topic) ?? []).filter(({ expires }) => expires > Date.now())
    mailboxes.set(topic, kept)
    return kept
  }

  function hand({ socket, client, open }: Line, given: Message): void {
    const { topic, message, publishedAt, tag, attestation } = given
    const id = Date.now() * 1000 + Math.floor(Math.random() * 1000)
    open.set(id, given)
    const data = { topic, message, publishedAt, tag, attestation: attestation ?? '' }
    const params = { id: subscriptionId(topic, client), data }
    socket.send(JSON.stringify({ id, jsonrpc: '2.0', method: 'irn_subscription', params }))
  }

  function publish(
    from: Line,
    topic: string,
    text: string,
    ttl: number,
    tag: number,
    attestation?: string,
  ): void {
    const now = Date.now()
    const message: Message = {
      topic,
      message: text,
      tag,
      ...(attestation === undefined ? {} : { attestation }),
      publishedAt: now,
      expires: now + ttl * 1000,
      seen: new Set([from.client]),
    }
    live(topic).push(message)
    for (const line of subscribers.get(topic) ?? []) if (line.client !== from.client) hand(line, message)
  }

  function subscribe(line: Line, topic: string): string {
    const lines = subscribers.get(topic) ?? new Set()
    subscribers.set(topic, lines.add(line))
    // After the answer, which tells the caller which subscription these belong to.
    setImmediate(() => {
      for (const message of live(topic)) if (!message.seen.has(line.client)) hand(line, message)
    })
    return subscriptionId(topic, line.client)
  }

  function answer(line: Line, method: string, given: Record<string, unknown>): unknown {
    const text = (name: string): string => String(given[name])
    switch (method) {
      case 'irn_publish':
        publish(
          line,
          text('topic'),
          text('message'),
          Number(given.ttl),
          Number(given.tag),
          given.attestation as never,
        )
        return true
      case 'wc_proposeSession':
        subscribe(line, text('pairingTopic'))
        publish(line, text('pairingTopic'), text('sessionProposal'), 300, 1100, given.attestation as never)
        return true
      case 'wc_approveSession':
        publish(line, text('pairingTopic'), text('sessionProposalResponse'), 300, 1101)
        subscribe(line, text('sessionTopic'))
        publish(line, text('sessionTopic'), text('sessionSettlementRequest'), 300, 1102)
        return true
      case 'irn_subscribe':
        return subscribe(line, text('topic'))
      case 'irn_batchSubscribe':
        return (given.topics as string[]).map((topic) => subscribe(line, topic))
      case 'irn_unsubscribe':
        subscribers.get(text('topic'))?.delete(line)
        return true
      default:
        throw new Error(`${method} is not known here`)
    }
  }

  server.on('connection', (socket, request) => {
    const token = new URL(request.url ?? '', 'ws://relay').searchParams.get('auth') ?? ''
    const line: Line = { socket, client: clientOf(token), open: new Map() }
    const pinging = setInterval(() => socket.ping(), PING_EVERY_MS)
    socket.on('message', (data) => {
      const text = String(data)
      const { id: number, method, params } = JSON.parse(text) as Request
      if (method === undefined) {
        line.open.get(number)?.seen.add(line.client)
        line.open.delete(number)
        return
      }
      calls.push(method)
      // Ids have 19 digits, in quotes or not, which a number does not hold: they go back letter by letter.
      const id = /"id":("?\d+"?)/.exec(text)![1]
      try {
        const result = answer(line, method, params ?? {})
        socket.send(`{"id":${id},"jsonrpc":"2.0","result":${JSON.stringify(result)}}`)
      } catch (error) {
        const told = JSON.stringify({ code: -32601, message: (error as Error).message })
        socket.send(`{"id":${id},"jsonrpc":"2.0","error":${told}}`)
      }
    })
    socket.on('close', () => {
      clearInterval(pinging)
      for (const lines of subscribers.values()) lines.delete(line)
    })
    socket.on('error', () => socket.terminate())
  })

  const address = server.address() as { port: number }
  return {
    url: `ws://127.0.0.1:${address.port}`,
    port: address.port,
    calls,
    stop: () =>
      new Promise((done) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => done())
      }),
  }
}

const subscriptionId = (topic: string, client: string): string =>
  createHash('sha256').update(topic).update(client).digest('hex')

/** Who speaks: the issuer of the token that each line is opened with. */
function clientOf(token: string): string {
  const body = token.split('.')[1]
  if (body === undefined) return 'nobody'
  return (JSON.parse(Buffer.from(body, 'base64url').toString()) as { iss: string }).iss
}
