import { type Resistance, resistanceOf } from '../domain/attack.ts'
import {
  type ActTimes,
  type NetworkReading,
  type Performance,
  type Span,
  type SpanName,
  summarise,
  type TimedAct,
  timingsCsv,
} from '../domain/performance.ts'
import type { NetworkProbe } from '../ports/network-probe.ts'
import type { World } from './world.ts'

const HOUR = 3600
const SHAPES: Readonly<Record<SpanName, Omit<Span, 'from'>>> = {
  hour: { step: HOUR / 12, steps: 12 },
  day: { step: HOUR, steps: 24 },
  quarter: { step: 24 * HOUR, steps: 90 },
}

/** Where nobody has said how many confirmations make an act final: what most wait for. */
const CONFIRMATIONS = 6

/** Steps begin with this computer's hours and days, so that they stand still while time goes on. */
export function spanOf(name: SpanName, now: Date): Span {
  const { step, steps } = SHAPES[name]
  const zone = now.getTimezoneOffset() * 60
  const end = Math.floor((now.getTime() / 1000 - zone) / step + 1) * step + zone
  return { from: end - step * steps, step, steps }
}

/** How long acts took on this computer. @param act whose course is asked for; null for the most frequent one */
export function readPerformance(
  world: Pick<World, 'metrics' | 'now'>,
  name: SpanName,
  act: TimedAct | null,
): Performance {
  const span = spanOf(name, world.now())
  return summarise(world.metrics.since(span.from), span, act)
}

/** How long each thing takes that was done on this computer in the last 90 days. */
export const readTimes = (world: Pick<World, 'metrics' | 'now'>): readonly ActTimes[] =>
  readPerformance(world, 'quarter', null).acts.flatMap(({ act, done, times }) =>
    times === null ? [] : [{ act, done, times }],
  )

/** What the node tells of the network, and what follows from it. @throws Failure E_CHAIN_UNREACHABLE */
export async function readNetwork(
  { network: { payer } }: Pick<World, 'network'>,
  probe: NetworkProbe,
): Promise<{ reading: NetworkReading; resistance: Resistance }> {
  const reading = await probe.read()
  const confirmations = payer.kind === 'relayer' ? payer.confirmations : CONFIRMATIONS
  return { reading, resistance: resistanceOf(reading, confirmations) }
}

/** Everything that is kept, as a table. */
export const writeTimings = (world: Pick<World, 'metrics'>): Uint8Array => timingsCsv(world.metrics.since(0))
