import { Failure } from './domain/failure.ts'
import {
  type Machine,
  type Measurement,
  type MeasureProgress,
  type MeasureState,
  planOf,
  TOP_RATES,
  type TopRate,
} from './domain/measurement.ts'
import { type Load, measureNetwork, openMeasurement } from './flows/measure-network.ts'
import type { World } from './flows/world.ts'
import type { NetworkProbe } from './ports/network-probe.ts'
import type { Session } from './session.ts'

type Parts = {
  readonly session: () => Pick<Session, 'world' | 'isAdmin' | 'assertAdmin'>
  readonly probe: NetworkProbe
  /** Told for as long as the admin is in. */
  readonly changed: (state: Pick<MeasureState, 'progress' | 'last'>) => void
  readonly pace?: Pick<Load, 'stepSeconds' | 'within'>
}

/** The one measurement of the network that may run, and the last one since the app was opened: it is of nobody in particular. */
export class Measuring {
  readonly #parts: Parts
  #running: AbortController | null = null
  #progress: MeasureProgress | null = null
  #last: Measurement | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** @throws Failure E_NOT_ALLOWED for everybody but admins; the same below */
  async state(): Promise<MeasureState> {
    const { network, ledger } = this.#world()
    return {
      inUse: network.demo === null,
      pays: await ledger.payer(),
      plans: TOP_RATES.map(planOf),
      progress: this.#progress,
      last: this.#last,
    }
  }

  /**
   * Comes back once the load begins, which then goes on by itself.
   * @throws Failure E_LOAD_RUNNING, E_CHAIN_UNREACHABLE, and as `openMeasurement`
   */
  async begin(top: TopRate, confirmed: boolean, machine: Machine): Promise<void> {
    const world = this.#world()
    if (this.#running !== null) throw new Failure('E_LOAD_RUNNING')
    const running = new AbortController()
    this.#running = running
    try {
      const reading = await this.#parts.probe.read()
      const payer = await world.ledger.payer()
      const patient = await openMeasurement(world, confirmed)
      const load = {
        ...this.#parts.pace,
        ...{ top, signal: running.signal, tell: (progress: MeasureProgress) => this.#tell(progress) },
      }
      void measureNetwork(world, patient, load, { machine, payer, reading })
        .then((measurement) => {
          this.#last = measurement
        })
        .finally(() => this.#over())
    } catch (error) {
      this.#running = null
      throw error
    }
  }

  /** What is under way is waited for, and what was measured until then is kept. */
  stop(): void {
    this.#running?.abort()
  }

  /** @throws Failure E_INPUT where nothing was measured */
  last(): Measurement {
    this.#parts.session().assertAdmin()
    if (this.#last === null) throw new Failure('E_INPUT', { measurement: 0 })
    return this.#last
  }

  #world(): World {
    const session = this.#parts.session()
    session.assertAdmin()
    return session.world
  }

  #over(): void {
    this.#running = null
    this.#tell(null)
  }

  #tell(progress: MeasureProgress | null): void {
    this.#progress = progress
    const { session, changed } = this.#parts
    if (session().isAdmin) changed({ progress, last: this.#last })
  }
}
