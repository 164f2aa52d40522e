import { Failure } from '../domain/failure.ts'
import type { Neighbours } from '../ports/neighbours.ts'
import type { RunningNeighbours } from './neighbours-libp2p.ts'

type Switched = Neighbours & {
  /** On opens a port, off closes it. Turns come one after another, and the last one counts. */
  readonly turn: (on: boolean) => Promise<void>
}

/** Neighbours for as long as somebody wants them: until then no port is open, and nothing of libp2p is loaded. */
export function createNeighbours(start: () => Promise<RunningNeighbours>): Switched {
  let running: RunningNeighbours | null = null
  let turning: Promise<void> = Promise.resolve()

  async function turn(on: boolean): Promise<void> {
    if (on === (running !== null)) return
    if (on) {
      running = await start()
      return
    }
    const stopping = running
    running = null
    await stopping?.stop()
  }

  return {
    count: () => running?.count() ?? null,
    get: async function* (cid) {
      if (running === null) throw new Failure('E_BLOCK_MISSING', { block: cid })
      yield* running.get(cid)
    },
    turn: (on) => {
      turning = turning.catch(() => undefined).then(() => turn(on))
      return turning
    },
  }
}
