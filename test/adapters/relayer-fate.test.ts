import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import { packAct } from '../../electron/main/flows/job.ts'
import { bundled } from '../support/bundled.ts'
import { openRelayed, openRelayer, type Relayed } from '../support/relayed.ts'
import type { RelayerPlan } from '../support/relayer-child.ts'

describe('a transaction of unknown fate', () => {
  let clinic: Relayed
  beforeAll(async () => {
    clinic = await openRelayed()
  })
  afterAll(() => clinic.close())

  const chainNonce = () => clinic.provider.getTransactionCount(clinic.relayer, 'latest')

  /** A process that is killed with SIGKILL at the moment of sending. */
  async function kill(plan: Omit<RelayerPlan, 'network'>): Promise<void> {
    const script = fileURLToPath(bundled('relayer-child'))
    const told = JSON.stringify({ ...plan, network: clinic.network })
    const child = spawn(process.execPath, [script, told], { stdio: ['ignore', 'ignore', 'inherit'] })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  }

  it.each(['before', 'after'] as const)(
    'killed %s the node heard of it: the same bytes, once',
    async (killed) => {
      const [act, file] = [await clinic.record(), clinic.file()]
      const [records, nonce] = [await clinic.records(), await chainNonce()]
      await kill({ file, signed: [packAct(act)], killed })
      const again = openRelayer(clinic.network, file)
      const [kept] = again.queue.list()
      expect(kept).toMatchObject({ state: 'draft', nonce })
      const receipt = await again.carry(act)
      expect(receipt.transaction).toBe(kept?.hash)
      expect([await clinic.records(), await chainNonce()]).toEqual([records + 1, nonce + 1])
      await again.stop()
    },
  )

  it.each(['before', 'after'] as const)(
    'several acts in one transaction, killed %s the node heard of it: the same bytes, each act once',
    async (killed) => {
      const acts = [await clinic.record(), await clinic.record(), await clinic.record()]
      const [file, records, nonce] = [clinic.file(), await clinic.records(), await chainNonce()]
      await kill({ file, signed: acts.map(packAct), killed })
      const again = openRelayer(clinic.network, file)
      const kept = again.queue.list()
      expect(kept.map(({ state, nonce: used }) => [state, used])).toEqual(acts.map(() => ['draft', nonce]))
      expect(new Set(kept.map(({ hash }) => hash)).size).toBe(1)
      const receipts = await Promise.all(acts.map(again.carry))
      expect(new Set(receipts.map(({ transaction }) => transaction))).toEqual(new Set([kept[0]?.hash]))
      expect(receipts.map(({ record }) => record)).toEqual([1, 2, 3].map((more) => records + more))
      expect([await clinic.records(), await chainNonce()]).toEqual([records + 3, nonce + 1])
      await again.stop()
    },
  )

  it('a queue file from before acts shared transactions goes on with what is in it', async () => {
    const [act, file, nonce] = [await clinic.record(), clinic.file(), await chainNonce()]
    await kill({ file, signed: [packAct(act)], killed: 'before' })
    const database = new DatabaseSync(file)
    database.exec(`create table version as select signed.hash, entry, nonce, 'act' as kind, raw, gas, max_fee, tip
      from signed join seat on seat.hash = signed.hash;
      drop table seat; drop table signed`)
    database.close()
    const again = openRelayer(clinic.network, file)
    const [kept] = again.queue.list()
    expect(kept).toMatchObject({ state: 'draft', nonce, cancelling: false })
    expect((await again.carry(act)).transaction).toBe(kept?.hash)
    await again.stop()
  })

  it('a queue that starts again brings what was left, before anybody asks for it', async () => {
    const [act, file] = [await clinic.record(), clinic.file()]
    const records = await clinic.records()
    await kill({ file, signed: [packAct(act)], killed: 'before' })
    const again = openRelayer(clinic.network, file)
    await again.queue.look()
    await again.queue.look()
    expect(again.queue.list()[0]).toMatchObject({ state: 'final' })
    expect(await clinic.records()).toBe(records + 1)
    await again.stop()
  })

  it('a node that takes it and then does not answer leaves one transaction', async () => {
    const provider = connect(clinic.network)
    const send = provider.send.bind(provider)
    let silent = true
    provider.send = async (method, params) => {
      const answer = await send(method, params)
      if (method === 'eth_sendRawTransaction' && silent) throw new Error('fetch failed')
      return answer
    }
    const desk = openRelayer(clinic.network, clinic.file(), { provider })
    const [act, nonce] = [await clinic.record(), await chainNonce()]
    await expect(desk.carry(act)).rejects.toMatchObject({ code: 'E_CHAIN_UNREACHABLE' })
    silent = false
    await desk.carry(act)
    expect(await chainNonce()).toBe(nonce + 1)
    await desk.stop()
    provider.destroy()
  })
})

describe('a chain that takes blocks back', () => {
  let clinic: Relayed
  beforeAll(async () => {
    clinic = await openRelayed()
  })
  afterAll(() => clinic.close())

  /** What the index of this computer says of the patient, and whether the chain agrees. */
  async function copy() {
    const { index, me } = clinic.patient.world
    await index.sync()
    const proof = await index.prove(me)
    return { records: index.records(me).map(({ digest }) => digest), whole: proof.whole }
  }

  it.each([1, 5, 20])(
    '%i blocks: what fell out is shown as sent, comes again, and nothing is doubled',
    async (depth) => {
      const desk = openRelayer(clinic.network, clinic.file())
      const acts: SignedAct[] = [await clinic.record(), await clinic.record()]
      const before = await copy()
      const receipts = [await desk.carry(acts[0]!), await desk.carry(acts[1]!)]
      const recorded = await copy()
      expect(recorded.records).toHaveLength(before.records.length + 2)
      if (depth > 2) await clinic.mine(depth - 2)
      await clinic.mining(false)
      await clinic.rpc('anvil_rollback', depth)
      const left = depth === 1 ? 1 : 0
      expect((await copy()).records).toHaveLength(before.records.length + left)
      desk.states.length = 0
      await desk.queue.look()
      expect(desk.states[0]?.slice(0, 2 - left)).toEqual(left === 1 ? ['sent'] : ['sent', 'sent'])
      await clinic.mining(true)
      await clinic.mine()
      await desk.queue.look()
      expect(desk.queue.list().map(({ state }) => state)).toEqual(['final', 'final'])
      expect((await copy()).records.toSorted()).toEqual(recorded.records.toSorted())
      expect((await copy()).whole).toBe(true)
      for (const [place, act] of acts.entries())
        expect((await desk.carry(act)).transaction).toBe(receipts[place]!.transaction)
      expect((await copy()).records).toHaveLength(before.records.length + 2)
      await desk.stop()
    },
  )

  it('of several acts in one transaction each heals, also the one that was refused', async () => {
    const desk = openRelayer(clinic.network, clinic.file())
    const [record, ...rivals] = [await clinic.record(), await clinic.folder(21), await clinic.folder(22)]
    const before = await copy()
    const carried = await Promise.allSettled([record, ...rivals].map((act) => desk.carry(act!)))
    expect(carried.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    const recorded = await copy()
    await clinic.mining(false)
    await clinic.rpc('anvil_rollback', 1)
    desk.states.length = 0
    await desk.queue.look()
    expect(desk.states[0]).toEqual(['sent', 'sent', 'sent'])
    await clinic.mining(true)
    await clinic.mine()
    await desk.queue.look()
    expect(desk.queue.list().map(({ state }) => state)).toEqual(['refused', 'final', 'final'])
    expect(await copy()).toEqual({ ...recorded, whole: true })
    expect(recorded.records).toHaveLength(before.records.length + 1)
    await desk.stop()
  })

  it('blocks that come again in another order heal too', async () => {
    const desk = openRelayer(clinic.network, clinic.file())
    const act = await clinic.record()
    const { transaction } = await desk.carry(act)
    const recorded = await copy()
    await clinic.mine(3)
    await clinic.rpc('anvil_reorg', 4, [])
    await desk.queue.look()
    await clinic.mine()
    await desk.queue.look()
    expect(desk.queue.list()[0]).toMatchObject({ state: 'final', hash: transaction })
    expect(await copy()).toEqual({ ...recorded, whole: true })
    await desk.stop()
  })
})
