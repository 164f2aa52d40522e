import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answers = Readonly<Record<string, unknown>>
type Question = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

export const hex = (number: number): string => `0x${number.toString(16)}`
const hash = (number: number, fork = 0): string => `0x${fork}${number.toString(16).padStart(63, '0')}`
export const NO_MIX = `0x${'00'.repeat(32)}`
export const BYZANTINE = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365'

/** A node of another make: a chain of blocks that look so, and what else it answers. */
export class Node {
  newest = 100
  /** From which block on another fork counts. */
  forkAt = Number.POSITIVE_INFINITY
  head: Answers = {}
  answers: Answers = {}
  asked: string[] = []

  #fork(number: number): number {
    return number >= this.forkAt ? 1 : 0
  }

  block(number: number): Answers {
    return {
      number: hex(number),
      hash: hash(number, this.#fork(number)),
      parentHash: hash(number - 1, this.#fork(number - 1)),
      // Every other block takes 4 s, the others 2 s.
      timestamp: hex(1_000_000 + number * 3 + (number % 2)),
      transactions: [hash(1), hash(2), hash(3)],
      gasUsed: hex(6_000_000),
      gasLimit: hex(30_000_000),
      difficulty: '0x0',
      mixHash: hash(7),
      nonce: '0x0000000000000000',
      extraData: '0x',
      ...this.head,
    }
  }

  answer({ id, method, params }: Question) {
    this.asked.push(method)
    if (method === 'eth_getBlockByNumber') {
      const [tag] = params as [string]
      const number = tag === 'latest' ? this.newest : (this.answers[tag] ?? Number(tag))
      return {
        jsonrpc: '2.0',
        id,
        result: typeof number === 'number' && number >= 0 ? this.block(number) : null,
      }
    }
    if (method in this.answers) return { jsonrpc: '2.0', id, result: this.answers[method] }
    return { jsonrpc: '2.0', id, error: { code: -32601, message: `the method ${method} does not exist` } }
  }
}

/** Lets a node answer JSON-RPC at a port of its own. */
export async function serve(node: Node): Promise<{ readonly rpc: string; readonly stop: () => void }> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const asked = JSON.parse(body) as Question | Question[]
    const answer = Array.isArray(asked) ? asked.map((each) => node.answer(each)) : node.answer(asked)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    rpc: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
