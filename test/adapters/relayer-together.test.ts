import type { JsonRpcProvider, Transaction, TransactionReceipt } from 'ethers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CONTRACT } from '../../electron/main/adapters/ledger-abi.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { thoseThatFit } from '../../electron/main/adapters/relayer-gather.ts'
import { landingOf } from '../../electron/main/adapters/relayer-landing.ts'
import type { Version } from '../../electron/main/adapters/relayer-rows.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import { walletAt } from '../support/clinic.ts'
import { openRelayed, openRelayer, RELAYER, type Relayed } from '../support/relayed.ts'

describe("the clinic's account brings acts that wait together in one transaction", () => {
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

  const chainNonce = () => clinic.provider.getTransactionCount(clinic.relayer, 'latest')
  const records = (count: number): Promise<SignedAct[]> =>
    Promise.all(Array.from({ length: count }, () => clinic.record()))
  /** In the order in which they were handed over. */
  const list = () => desk.queue.list().toReversed()
  /** The acts are on their way together and no block has them. */
  async function waiting(acts: readonly SignedAct[]) {
    await clinic.mining(false)
    const carried = acts.map(desk.carry)
    for (const each of carried) each.catch(() => undefined)
    await expect.poll(() => list().map(({ state }) => state)).toEqual(acts.map(() => 'seen'))
    expect(new Set(list().map(({ hash }) => hash)).size).toBe(1)
    return carried
  }

  it('each is recorded for itself, word for word as it was signed', async () => {
    const [acts, before, nonce] = [await records(4), await clinic.records(), await chainNonce()]
    const receipts = await Promise.all(acts.map(desk.carry))
    expect(new Set(receipts.map(({ transaction }) => transaction)).size).toBe(1)
    expect(receipts.map(({ record }) => record)).toEqual([1, 2, 3, 4].map((more) => before + more))
    expect([await clinic.records(), await chainNonce()]).toEqual([before + 4, nonce + 1])
    for (const { state, confirmations } of list()) expect([state, confirmations]).toEqual(['final', 1])
    expect(await desk.carry(acts[2]!)).toEqual(receipts[2])
  })

  it('one that comes alone goes alone', async () => {
    const [act] = await records(1)
    const { transaction } = await desk.carry(act!)
    const sent = await clinic.provider.getTransaction(transaction)
    expect(CONTRACT.parseTransaction({ data: sent!.data })?.name).toBe('addRecord')
  })

  it('one that the contract refuses has its own failure, and the others are recorded', async () => {
    const [before, acts] = [await clinic.records(), await records(2)]
    const rivals = [await clinic.folder(11), await clinic.folder(12)]
    const order = [acts[0]!, rivals[0]!, rivals[1]!, acts[1]!]
    const results = await Promise.allSettled(order.map(desk.carry))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(results[2]).toMatchObject({ reason: { code: 'E_STALE', detail: { rule: 'NonceNotNext' } } })
    expect(new Set(list().map(({ hash }) => hash)).size).toBe(1)
    expect(list().map(({ state, failure }) => [state, failure])).toEqual([
      ['final', null],
      ['final', null],
      ['refused', 'E_STALE'],
      ['final', null],
    ])
    expect(await clinic.records()).toBe(before + 2)
  })

  it('all parts of the fee together are what was paid, and each act has its share of the gas', async () => {
    const receipts = await Promise.all((await records(3)).map(desk.carry))
    const receipt = await clinic.provider.getTransactionReceipt(receipts[0]!.transaction)
    expect(desk.queue.spentToday()).toBeGreaterThanOrEqual(receipt!.fee)
    expect(desk.queue.spentToday()).toBeLessThan(receipt!.fee + 3n)
    for (const { gas } of receipts) expect(gas).toBe(Math.round(Number(receipt!.gasUsed) / 3))
  })

  it('what the day still allows is sent, and what is beyond it says so', async () => {
    const [first, ...acts] = await records(4)
    const carried = await waiting([first!])
    const most = desk.queue.spentToday()
    desk.queue.setLimit(3n * most + most / 2n)
    const nonce = await chainNonce()
    const results = Promise.allSettled([...carried, ...acts.map(desk.carry)])
    await expect.poll(() => list().map(({ state }) => state)).toEqual(['seen', 'seen', 'seen'])
    await clinic.mine()
    expect((await results).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect((await results)[3]).toMatchObject({ reason: { code: 'E_RELAYER_LIMIT' } })
    expect(await chainNonce()).toBe(nonce + 2)
    desk.queue.setLimit(10n ** 17n)
  })

  it('a slow one is sped up with all of its acts', async () => {
    const carried = await waiting(await records(3))
    const [first] = list()
    await desk.queue.speedUp(first!.id)
    const hashes = new Set(list().map(({ hash }) => hash))
    expect([hashes.size, hashes.has(first!.hash)]).toEqual([1, false])
    await clinic.mine()
    for (const { transaction } of await Promise.all(carried))
      expect(hashes.has(transaction as never)).toBe(true)
  })

  it('one that is called off is left out, and the others are recorded', async () => {
    const before = await clinic.records()
    const carried = await waiting(await records(3))
    await desk.queue.cancel(list()[1]!.id)
    expect(list().map(({ cancelling }) => cancelling)).toEqual([false, true, false])
    await clinic.mine()
    await expect(carried[1]).rejects.toMatchObject({ code: 'E_CANCELLED' })
    await Promise.all([carried[0], carried[2]])
    expect(list().map(({ state }) => state)).toEqual(['final', 'cancelled', 'final'])
    expect(await clinic.records()).toBe(before + 2)
  })

  it('once all are called off nothing is brought, and nobody is charged twice for it', async () => {
    const before = await clinic.records()
    const carried = await waiting(await records(2))
    const [one, other] = list()
    await desk.queue.cancel(one!.id)
    await desk.queue.cancel(other!.id)
    await clinic.mine()
    for (const each of carried) await expect(each).rejects.toMatchObject({ code: 'E_CANCELLED' })
    const receipt = await clinic.provider.getTransactionReceipt(list()[0]!.hash)
    expect([await clinic.records(), desk.queue.spentToday()]).toEqual([before, receipt!.fee])
  })

  it('one that is called off too late is recorded, and says so', async () => {
    const before = await clinic.records()
    const carried = await waiting(await records(2))
    const [one] = list()
    const raw = await clinic.rpc('eth_getRawTransactionByHash', one!.hash)
    await desk.queue.cancel(one!.id)
    await clinic.rpc('anvil_dropTransaction', list()[0]!.hash)
    await clinic.rpc('eth_sendRawTransaction', raw)
    await clinic.mine()
    for (const { transaction } of await Promise.all(carried)) expect(transaction).toBe(one!.hash)
    expect(list().map(({ state, cancelling }) => [state, cancelling])).toEqual([
      ['final', false],
      ['final', false],
    ])
    expect(await clinic.records()).toBe(before + 2)
  })

  it('those whose number another computer used get a new one together, and are recorded once', async () => {
    const before = await clinic.records()
    const carried = await waiting(await records(3))
    const [first] = list()
    const other = await walletAt(RELAYER).signTransaction({
      type: 2,
      chainId: 31337,
      nonce: first!.nonce,
      to: clinic.relayer,
      gasLimit: 21_000,
      maxFeePerGas: 10n ** 12n,
      maxPriorityFeePerGas: 10n ** 12n,
    })
    await clinic.rpc('eth_sendRawTransaction', other)
    await clinic.mining(true)
    await clinic.mine()
    const receipts = await Promise.all(carried)
    expect(new Set(receipts.map(({ transaction }) => transaction)).size).toBe(1)
    expect(receipts[0]!.transaction).not.toBe(first!.hash)
    expect(await clinic.records()).toBe(before + 3)
  })

  it('may use what its acts could use alone, and no more', async () => {
    const [alone, ...acts] = await records(4)
    const gasOf = async (act: number) =>
      Number((await clinic.provider.getTransaction(list()[act]!.hash as string))!.gasLimit)
    await desk.carry(alone!)
    await Promise.all(acts.map(desk.carry))
    expect(await gasOf(1)).toBeLessThanOrEqual(3 * (await gasOf(0)) + 1_000)
  })

  it('a contract from before that goes on as it was: each act in a transaction of its own', async () => {
    const provider = connect(clinic.network)
    refuseBatches(provider)
    const old = openRelayer(clinic.network, clinic.file(), { provider })
    const nonce = await chainNonce()
    const receipts = await Promise.all((await records(3)).map(old.carry))
    expect(new Set(receipts.map(({ transaction }) => transaction)).size).toBe(3)
    expect(await chainNonce()).toBe(nonce + 3)
    await old.stop()
    provider.destroy()
  })
})

it('an attempt that a block refused says nothing of the one on its way', async () => {
  const version = { nonce: 1, place: 0, share: 1, gas: 1 }
  const versions = [version, { ...version, hash: 'second', nonce: 2 }] as unknown as Version[]
  const receipts = (status: number) => async (hash: string) =>
    hash === 'second' ? null : ({ status, logs: [], fee: 1n } as unknown as TransactionReceipt)
  const desk = { network: { contract: '0x' } } as never
  expect(await landingOf(desk, versions, receipts(0))).toBeNull()
  expect(await landingOf(desk, versions, receipts(1))).toMatchObject({ end: 'taken' })
  expect(await landingOf(desk, versions.slice(0, 1), receipts(0))).toMatchObject({ end: 'refused' })
})

describe('what fits into one transaction', () => {
  const load = (gas: number, name: number) => ({ gas, packed: { digest: `0x${name}` } }) as never
  const fitting = (...gas: number[]): number[] => thoseThatFit(gas.map(load)).map(({ gas: each }) => each)

  it('twenty acts, and three million gas', () => {
    expect(fitting(...Array.from({ length: 30 }, () => 100_000))).toHaveLength(20)
    expect(fitting(...Array.from({ length: 30 }, () => 400_000))).toHaveLength(7)
  })

  it('a dear act goes alone, before or after the others', () => {
    expect(fitting(600_000, 100_000)).toEqual([600_000])
    expect(fitting(100_000, 600_000, 200_000)).toEqual([100_000, 200_000])
  })

  it('the same act once', () => {
    expect(thoseThatFit([load(1, 7), load(2, 7), load(3, 8)])).toHaveLength(2)
  })
})

/** A node whose contract knows no call for several acts. */
function refuseBatches(provider: JsonRpcProvider): void {
  const call = provider.call.bind(provider)
  const selector = CONTRACT.getFunction('bringAll')!.selector
  provider.call = async (request) => {
    const { data } = request as Pick<Transaction, 'data'>
    if (data.startsWith(selector))
      throw Object.assign(new Error('execution reverted'), { code: 'CALL_EXCEPTION' })
    return call(request)
  }
}
