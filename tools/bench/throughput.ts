import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '../../electron/main/domain/failure.ts'
import { kneeOf, momentsOf } from '../../electron/main/domain/measurement.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import type { Receipt } from '../../electron/main/ports/ledger.ts'
import { type BenchClinic, openBenchClinic } from './clinic.ts'
import { percentile } from './measure.ts'
import { settle } from './people.ts'
import { relayed, signRecords } from './queue.ts'

export const WAYS_TO_CHAIN = ['direct', 'relayed'] as const
export type WayToChain = (typeof WAYS_TO_CHAIN)[number]

export type Load = {
  readonly way: WayToChain
  /** Acts a second: how many were handed over, and how many the chain took in the time that all of them needed. */
  readonly asked: number
  readonly reached: number
  /** Seconds from handing an act over until it is in a block and read back. */
  readonly p50: number
  readonly p95: number
  readonly transactions: number
  readonly acts: number
  /** Acts of which the app said that the chain is stalled; the figures are of the others. */
  readonly stalled: number
}

export type Throughput = {
  readonly blockSeconds: number
  readonly loads: readonly Load[]
  /** Of each way: the highest rate at which it is done at most half slower than at the lowest; what is above it waits. */
  readonly knees: Readonly<Record<WayToChain, number>>
}

const BLOCK_SECONDS = 2

/**
 * Adds records at ever higher rates, whatever the chain keeps up with, to a chain with a block every two seconds.
 * @param rates acts a second, from the lowest
 * @param lasting how long each is kept up, in seconds
 */
export async function measureThroughput(rates: readonly number[], lasting: number): Promise<Throughput> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-throughput-'))
  const clinic = await openBenchClinic()
  const queue = relayed(clinic, join(folder, 'queue.sqlite'))
  try {
    const { world } = (await settle(clinic)).patient
    await clinic.provider.send('evm_setAutomine', [false])
    await clinic.provider.send('evm_setIntervalMining', [BLOCK_SECONDS])
    const carry: Record<WayToChain, (signed: SignedAct) => Promise<Receipt>> = {
      direct: ({ act, signature }) => world.ledger.carry(act, signature),
      relayed: queue.carry,
    }
    const loads: Load[] = []
    for (const way of WAYS_TO_CHAIN)
      for (const rate of rates) {
        const signed = await signRecords(world, rate * lasting)
        const load = await loadWith(signed, rate, carry[way])
        loads.push({ way, asked: rate, ...load })
        await emptied(clinic)
        // What is faster still would only wait longer.
        if (load.stalled > 0) break
      }
    const knees = { direct: kneeIn(loads, 'direct'), relayed: kneeIn(loads, 'relayed') }
    return { blockSeconds: BLOCK_SECONDS, loads, knees }
  } finally {
    queue.stop()
    await clinic.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each act at a moment of its own, however many are still under way. */
async function loadWith(
  signed: readonly SignedAct[],
  rate: number,
  carry: (signed: SignedAct) => Promise<Receipt>,
): Promise<Omit<Load, 'way' | 'asked'>> {
  const moments = momentsOf(signed.length, rate, Math.random)
  const started = performance.now()
  const ended = await Promise.all(
    signed.map(async (act, at) => {
      await delay(moments[at]!)
      const handed = performance.now()
      try {
        const { transaction } = await carry(act)
        return { seconds: (performance.now() - handed) / 1000, transaction }
      } catch (error) {
        if (Failure.from(error).code === 'E_CHAIN_STALLED') return null
        throw error
      }
    }),
  )
  const done = ended.filter((each) => each !== null)
  const seconds = done.map((each) => each.seconds)
  return {
    acts: done.length,
    stalled: ended.length - done.length,
    reached: done.length / ((performance.now() - started) / 1000),
    p50: percentile(seconds, 0.5),
    p95: percentile(seconds, 0.95),
    transactions: new Set(done.map(({ transaction }) => transaction)).size,
  }
}

/** What is late may still come, and is not the next load's. */
async function emptied({ provider }: BenchClinic): Promise<void> {
  while (Number((await provider.send('txpool_status', [])).pending) > 0) await delay(200)
}

const kneeIn = (loads: readonly Load[], way: WayToChain): number =>
  kneeOf(
    loads
      .filter((load) => load.way === way && load.stalled === 0)
      .map(({ asked, p95 }) => ({ asked, p95: 1000 * p95 })),
  )!
