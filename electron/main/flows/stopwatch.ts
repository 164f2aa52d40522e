import { Failure } from '../domain/failure.ts'
import type { JobPhase } from '../domain/job.ts'
import type { ActPart, TimedAct, Timing } from '../domain/performance.ts'
import type { World } from './world.ts'

const PART_OF: Readonly<Record<JobPhase, ActPart>> = {
  reading: 'preparing',
  sealing: 'sealing',
  // What remains of these once the person's own time is taken out.
  confirming: 'preparing',
  signing: 'preparing',
  uploading: 'uploading',
  recording: 'recording',
  blocking: 'recording',
  rekeying: 'rekeying',
  done: 'preparing',
}

type Lap = Pick<Timing, 'parts' | 'gas'>

/** Measures one act, part by part. Time in which a person is waited for counts nowhere. */
export class Stopwatch {
  readonly #clock: () => number
  readonly #times = new Map<ActPart, number>()
  #gas: number | null = null
  #part: ActPart | null = 'preparing'
  /** What goes on inside; the last one counts. */
  #inside: { readonly part: ActPart | null }[] = []
  #since: number

  /** @param clock milliseconds, which never run backwards */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
    this.#since = clock()
  }

  enter(phase: JobPhase): void {
    this.#count()
    this.#part = PART_OF[phase]
  }

  /** What happens inside counts to this part alone, or to none while a person is waited for. */
  async during<T>(part: ActPart | null, work: () => Promise<T>): Promise<T> {
    const entry = { part }
    this.#count()
    this.#inside.push(entry)
    try {
      return await work()
    } finally {
      this.#count()
      this.#inside = this.#inside.filter((other) => other !== entry)
    }
  }

  /** The same world, in which wallet and confirmation stop the watch, and bringing an act is a part of its own, with its gas. */
  watching(world: World): World {
    const waiting =
      <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) =>
      (...args: Args): Promise<T> =>
        this.during(null, () => ask(...args))
    return {
      ...world,
      wallet: {
        account: () => world.wallet.account(),
        signAct: waiting((act) => world.wallet.signAct(act)),
        signMessage: waiting((account, message) => world.wallet.signMessage(account, message)),
        send: waiting((from, to, data) => world.wallet.send(from, to, data)),
      },
      confirm: { ask: waiting((question) => world.confirm.ask(question)) },
      ledger: {
        ...world.ledger,
        carry: (act, signature) =>
          this.during('recording', async () => {
            const receipt = await world.ledger.carry(act, signature)
            this.#gas = (this.#gas ?? 0) + receipt.gas
            return receipt
          }),
      },
    }
  }

  /** What was measured since the last lap: times in whole tenths of milliseconds, and gas. */
  lap(): Lap {
    this.#count()
    const parts = Object.fromEntries([...this.#times].map(([part, time]) => [part, tenths(time)]))
    const gas = this.#gas
    this.#times.clear()
    this.#gas = null
    return { parts, gas }
  }

  #count(): void {
    const now = this.#clock()
    const inside = this.#inside.at(-1)
    const part = inside === undefined ? this.#part : inside.part
    if (part !== null) this.#times.set(part, (this.#times.get(part) ?? 0) + now - this.#since)
    this.#since = now
  }
}

const toTwoPlaces = (value: number): number => Number(value.toPrecision(2))
const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

type Measured = {
  readonly act: TimedAct
  readonly lap: Lap
  readonly bytes: number | null
  readonly failed: unknown
}

/** Notes an act without anything that would lead back to it. */
export function noteTiming(world: Pick<World, 'metrics' | 'now'>, measured: Measured): void {
  const { act, lap, bytes, failed } = measured
  const { parts, gas } = lap
  world.metrics.note({
    act,
    parts,
    at: Math.floor(world.now().getTime() / 60_000) * 60,
    milliseconds: tenths(Object.values(parts).reduce((sum, time) => sum + time, 0)),
    bytes: bytes === null ? null : toTwoPlaces(bytes),
    gas: gas === null ? null : toTwoPlaces(gas),
    code: failed === null ? null : Failure.from(failed).code,
  })
}

/** Does and notes an act that is no journaled job. */
export async function timed<T>(
  world: World,
  act: TimedAct,
  work: (watched: World, watch: Stopwatch) => Promise<T>,
  bytesOf: (result: T) => number | null = () => null,
): Promise<T> {
  const watch = new Stopwatch()
  let bytes: number | null = null
  let failed: unknown = null
  try {
    const result = await work(watch.watching(world), watch)
    bytes = bytesOf(result)
    return result
  } catch (error) {
    failed = error
    throw error
  } finally {
    noteTiming(world, { act, lap: watch.lap(), bytes, failed })
  }
}
