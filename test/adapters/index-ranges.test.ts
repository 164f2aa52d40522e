import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIndex } from '../../electron/main/adapters/index-sqlite.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { register } from '../support/cast.ts'
import { addressAt, openClinic } from '../support/clinic.ts'

type Question = {
  readonly method: string
  readonly params: readonly { readonly fromBlock: string; readonly toBlock: string }[]
}
type Answer = { readonly id: number; readonly result: unknown[] }
/** Answers in the node's place, or says that it has not. */
type Limit = (blocks: number, answer: Answer, response: ServerResponse) => boolean

const EMPTY = 1_500

describe('the log of a node that gives only so much at once', () => {
  let clinic: Awaited<ReturnType<typeof openClinic>>
  let lines: number
  let limit: Limit
  let asked: { from: number; blocks: number }[]

  /** In front of the clinic's node, as a provider's is. */
  const proxy = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const answered = await fetch(clinic.network.rpc, { method: 'POST', body, headers: JSON_BODY })
    const text = await answered.text()
    const question = JSON.parse(body.toString()) as Question
    if (question.method === 'eth_getLogs') {
      const [from, to] = [question.params[0]!.fromBlock, question.params[0]!.toBlock].map(Number)
      asked.push({ from: from!, blocks: to! - from! + 1 })
      if (limit(to! - from! + 1, JSON.parse(text), response)) return
    }
    response.end(text)
  })

  beforeAll(async () => {
    clinic = await openClinic()
    const admin = await clinic.person(0)
    await clinic.join(admin, ['admin'])
    await clinic.provider.send('anvil_mine', [`0x${EMPTY.toString(16)}`])
    await register(admin, await clinic.person(2), 'patient')
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
    const { found } = await read(() => false)
    lines = found
  })
  afterAll(async () => {
    proxy.closeAllConnections()
    proxy.close()
    await clinic.close()
  })

  const address = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  function open() {
    const provider = connect({ ...clinic.network, rpc: address() })
    const index = createIndex(':memory:', clinic.network, provider, viewsOf(provider, clinic.network))
    return { index, end: () => provider.destroy() }
  }
  async function read(as: Limit) {
    limit = as
    asked = []
    const { index, end } = open()
    try {
      await index.sync()
      return { found: index.events({}).length }
    } finally {
      end()
    }
  }
  const refuse = (response: ServerResponse, { id }: Answer, message: string): boolean => {
    response.end(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32005, message } }))
    return true
  }

  it('is read whole, in ever larger pieces where there is little in them', async () => {
    expect(lines).toBeGreaterThan(1)
    const [first, second] = asked
    expect(asked).toHaveLength(2)
    expect(first).toMatchObject({ blocks: 1_000 })
    expect(second!.blocks).toBeGreaterThan(500)
  })

  it.each<[string, Limit]>([
    ['blocks', (blocks, answer, to) => blocks > 300 && refuse(to, answer, 'block range is too wide')],
    ['lines', (_, answer, to) => answer.result.length > 4 && refuse(to, answer, 'more than 4 results')],
    ['time', (blocks, answer, to) => blocks > 300 && refuse(to, answer, 'query timeout exceeded')],
    ['bytes', (blocks, _, to) => blocks > 300 && Boolean(to.writeHead(413).end())],
  ])('is read whole from one that limits %s', async (_, as) => {
    expect(await read(as)).toEqual({ found: lines })
    expect(asked.length).toBeLessThan(60)
  })

  it('is not read from one that refuses each single block', async () => {
    await expect(read((_, answer, to) => refuse(to, answer, 'no'))).rejects.toMatchObject({
      code: 'E_CHAIN_REFUSED',
    })
  })

  it('is not asked for less from one that wants to be asked later', async () => {
    await expect(read((_, __, to) => Boolean(to.writeHead(429).end()))).rejects.toMatchObject({
      code: 'E_CHAIN_UNREACHABLE',
    })
    expect(asked).toHaveLength(1)
  })

  it('goes on where it was interrupted', async () => {
    asked = []
    limit = (_, __, to) => asked.length === 2 && Boolean(to.destroy())
    const { index, end } = open()
    await index.sync()
    const [first, second] = asked
    expect(asked).toHaveLength(2)
    limit = () => false
    await index.sync()
    expect(second!.from).toBe(first!.from + first!.blocks)
    expect(asked.slice(2)).toEqual([second])
    expect(index.events({})).toHaveLength(lines)
    end()
  })

  it('is looked through in pieces for an act that was brought before', async () => {
    const patient = await clinic.person(2)
    await clinic.join(patient, ['patient'])
    const { ledger, wallet, me } = patient.world
    const act = await ledger.stamp('Decline', { patient: me, doctor: addressAt(3) })
    const signature = await wallet.signAct(act)
    const brought = await ledger.carry(act, signature)
    // A day has more blocks than the node tells about at once.
    await clinic.provider.send('anvil_mine', [`0x${EMPTY.toString(16)}`])
    limit = (blocks, answer, to) => blocks > 300 && refuse(to, answer, 'block range is too wide')
    asked = []
    const network = { ...clinic.network, rpc: address() }
    const provider = connect(network)
    const view = viewsOf(provider, network)
    const state = createLedgerState(view, chainOf(provider))
    const carrier = createCarrier({ network, provider, view, state, wallet })
    expect(await carrier.carry(act, signature)).toEqual(brought)
    expect(asked.length).toBeGreaterThan(EMPTY / 300)
    provider.destroy()
  })
})

const JSON_BODY = { 'content-type': 'application/json' }
