import { keepCurrent } from './keep-here.ts'
import type { World } from './world.ts'

const EVERY_MS = 10 * 60_000

/**
 * Takes from this computer what somebody has read under a right that is over. Only when the chain itself says so: what is
 * remembered of it may be old.
 */
export async function purgeEnded({ shelf, ledger, me }: World): Promise<void> {
  for (const patient of shelf.patients(me)) {
    if (patient === me) continue
    const right = await ledger.right(patient, me)
    const now = await ledger.now()
    if (!ledger.contact().live) return
    if (right.folders.length === 0 || now >= right.until) await shelf.clear(me, patient)
  }
}

/** Looks after what lies here while somebody is in: at once, from time to time, and when chain or store is back. */
export class ShelfKeeper {
  readonly #world: World
  #timer: NodeJS.Timeout | null = null

  constructor(world: World) {
    this.#world = world
  }

  start(): void {
    this.look()
    this.#timer = setInterval(() => this.look(), EVERY_MS)
  }

  look(): void {
    // Without chain and stores nothing is known to be over or replaced; the next look finds it.
    void purgeEnded(this.#world)
      .then(() => keepCurrent(this.#world))
      .catch(() => undefined)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
  }
}
