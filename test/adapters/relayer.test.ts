import { Transaction } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import { walletAt } from '../support/clinic.ts'
import { openRelayed, openRelayer, RELAYER, type Relayed } from '../support/relayed.ts'

describe("the clinic's account brings acts", () => {
  let clinic: Relayed
  let desk: ReturnType<typeof openRelayer>

  beforeAll(async () => {
    clinic = await openRelayed()
  })
  afterAll(() => clinic.close())
  beforeEach(() => {
    desk = openRelayer(clinic.network, clinic.file())
  })
  afterEach(async () => {
    await clinic.mining(true)
    await clinic.mine()
    await desk.stop()
  })

  const state = () => desk.queue.list()[0]!
  const chainNonce = () => clinic.provider.getTransactionCount(clinic.relayer, 'latest')
  /** The act is on its way and no block has it. */
  async function waiting(act: SignedAct) {
    await clinic.mining(false)
    const carried = desk.carry(act)
    carried.catch(() => undefined)
    await expect.poll(() => desk.queue.list()[0]?.state).toBe('seen')
    return { carried, before: state() }
  }

  it('an act is recorded from its account, word for word as it was signed', async () => {
    const { act, signature } = await clinic.record()
    const receipt = await desk.carry({ act, signature })
    const found = await clinic.provider.getTransaction(receipt.transaction)
    expect(found).toMatchObject({
      type: 2,
      data: CONTRACT.encodeFunctionData(functionOf(act.name), [act.message, signature]),
    })
    expect(found?.from.toLowerCase()).toBe(clinic.relayer)
    expect(state()).toMatchObject({ state: 'final', act: 'AddRecord', signature, confirmations: 1 })
    expect(await desk.carry({ act, signature })).toEqual(receipt)
  })

  it('the transaction is on disk before the node hears of it', async () => {
    const provider = connect(clinic.network)
    const kept: string[] = []
    const send = provider.send.bind(provider)
    provider.send = async (method, params) => {
      if (method === 'eth_sendRawTransaction')
        kept.push(`${watched.queue.list()[0]?.state} ${watched.queue.list()[0]?.hash}`)
      return send(method, params)
    }
    const watched = openRelayer(clinic.network, clinic.file(), { provider })
    const { transaction } = await watched.carry(await clinic.record())
    expect(kept).toEqual([`draft ${transaction}`])
    await watched.stop()
    provider.destroy()
  })

  it('acts that come one after another get numbers in a row, each once', async () => {
    const first = await chainNonce()
    const acts = await Promise.all([1, 2, 3, 4].map(() => clinic.record()))
    await clinic.mining(false)
    const carried: Promise<unknown>[] = []
    for (const [place, act] of acts.entries()) {
      carried.push(desk.carry(act))
      await expect.poll(() => desk.queue.list()[place]?.state).toBeDefined()
      await expect.poll(() => desk.queue.list().every(({ state }) => state === 'seen')).toBe(true)
    }
    expect(desk.queue.list().map(({ nonce }) => nonce)).toEqual([3, 2, 1, 0].map((place) => first + place))
    const before = await clinic.records()
    await clinic.mine()
    await Promise.all(carried)
    expect(await clinic.records()).toBe(before + 4)
  })

  it('an act counts as final after the confirmations that the network file asks for', async () => {
    const patient = openRelayer(clinic.network, clinic.file(), { confirmations: 3 })
    const carried = patient.carry(await clinic.record())
    await expect.poll(() => patient.queue.list()[0]?.state).toBe('recorded')
    expect(patient.queue.list()[0]).toMatchObject({ confirmations: 1, needed: 3 })
    await clinic.mine(2)
    await carried
    expect(patient.queue.list()[0]).toMatchObject({ state: 'final', confirmations: 3 })
    await patient.stop()
  })

  it('one that the node forgot is sent again, the same bytes', async () => {
    const { carried, before } = await waiting(await clinic.record())
    await clinic.rpc('anvil_dropTransaction', before.hash)
    await expect.poll(() => desk.states.flat()).toContain('dropped')
    await expect.poll(() => state().state).toBe('seen')
    await clinic.mine()
    expect((await carried).transaction).toBe(before.hash)
  })

  it('a gap that a forgotten one leaves is filled by it, and the later one follows', async () => {
    const { carried, before } = await waiting(await clinic.record())
    const later = desk.carry(await clinic.record())
    await expect.poll(() => desk.queue.list().length).toBe(2)
    await clinic.rpc('anvil_dropTransaction', before.hash)
    // Until it is noticed, both are said to have been seen.
    await expect.poll(() => desk.states.flat()).toContain('dropped')
    await expect.poll(() => desk.queue.list().map(({ state }) => state)).toEqual(['seen', 'seen'])
    await clinic.mine()
    expect((await carried).transaction).toBe(before.hash)
    await later
  })

  it('one whose number another computer used gets a new number, and is recorded once', async () => {
    const { carried, before } = await waiting(await clinic.record())
    const records = await clinic.records()
    const other = await walletAt(RELAYER).signTransaction({
      type: 2,
      chainId: 31337,
      nonce: before.nonce,
      to: clinic.relayer,
      gasLimit: 21_000,
      maxFeePerGas: 10n ** 12n,
      maxPriorityFeePerGas: 10n ** 12n,
    })
    await clinic.rpc('eth_sendRawTransaction', other)
    await clinic.mining(true)
    await clinic.mine()
    const receipt = await carried
    expect(receipt.transaction).not.toBe(before.hash)
    expect(desk.states.flat()).toContain('replaced')
    expect(await clinic.records()).toBe(records + 1)
  })

  it('a slow one is sped up with the same number, for an eighth more', async () => {
    const { carried, before } = await waiting(await clinic.record())
    const fees = async () =>
      Transaction.from(await clinic.provider.send('eth_getRawTransactionByHash', [state().hash]))
    const first = await fees()
    await desk.queue.speedUp(before.id)
    const second = await fees()
    expect(second).toMatchObject({ nonce: first.nonce, data: first.data })
    expect(second.maxFeePerGas! * 8n).toBeGreaterThanOrEqual(first.maxFeePerGas! * 9n)
    expect(second.maxPriorityFeePerGas! * 8n).toBeGreaterThanOrEqual(first.maxPriorityFeePerGas! * 9n)
    await clinic.mine()
    expect((await carried).transaction).toBe(second.hash)
  })

  it('one that is called off is never recorded; a recorded one can not be called off', async () => {
    const records = await clinic.records()
    const { carried, before } = await waiting(await clinic.record())
    await desk.queue.cancel(before.id)
    expect(state().cancelling).toBe(true)
    await clinic.mine()
    await expect(carried).rejects.toMatchObject({ code: 'E_CANCELLED' })
    expect(await clinic.records()).toBe(records)
    await clinic.mining(true)
    await desk.carry(await clinic.record())
    await expect(desk.queue.cancel(state().id)).rejects.toMatchObject({ code: 'E_STALE' })
    await expect(desk.queue.speedUp(state().id)).rejects.toMatchObject({ code: 'E_STALE' })
  })

  it('says after half a minute that one is slow', async () => {
    let at = 1_000_000_000
    const late = openRelayer(clinic.network, clinic.file(), { now: () => at })
    await clinic.mining(false)
    const carried = late.carry(await clinic.record())
    await expect.poll(() => late.queue.list()[0]).toMatchObject({ state: 'seen', slow: false })
    at += 31
    expect(late.queue.list()[0]?.slow).toBe(true)
    await clinic.mine()
    await carried
    expect(late.queue.list()[0]?.slow).toBe(false)
    await late.stop()
  })

  it('nothing is signed or sent beyond the limit of the day, and the next day counts afresh', async () => {
    let at = Math.floor(Date.now() / 1000)
    const careful = openRelayer(clinic.network, clinic.file(), { now: () => at })
    await careful.carry(await clinic.record())
    const spent = careful.queue.spentToday()
    expect(spent).toBeGreaterThan(0n)
    careful.queue.setLimit(spent + 1n)
    const act = await clinic.record()
    const nonce = await chainNonce()
    await expect(careful.carry(act)).rejects.toMatchObject({ code: 'E_RELAYER_LIMIT' })
    expect([careful.queue.list().length, await chainNonce()]).toEqual([1, nonce])
    at += 86_400
    expect(careful.queue.spentToday()).toBe(0n)
    careful.queue.setLimit(10n ** 18n)
    await careful.carry(act)
    await careful.stop()
  })

  it('an account without means sends nothing, says so, and goes on when it is topped up', async () => {
    const act = await clinic.record()
    await clinic.rpc('anvil_setBalance', clinic.relayer, '0x1')
    await expect(desk.carry(act)).rejects.toMatchObject({
      code: 'E_RELAYER_NO_FUNDS',
      detail: { account: clinic.relayer },
    })
    expect(desk.queue.list()).toEqual([])
    await clinic.rpc('anvil_setBalance', clinic.relayer, '0xde0b6b3a7640000')
    await desk.carry(act)
  })

  it('an act that somebody else has brought meanwhile is found, not sent', async () => {
    const act = await clinic.record()
    const receipt = await clinic.patient.world.ledger.carry(act.act, act.signature)
    const nonce = await chainNonce()
    expect(await desk.carry(act)).toEqual(receipt)
    expect(await chainNonce()).toBe(nonce)
  })
})
