import { kept, type ViewState } from './job.ts'
import { logViews } from './log-views.ts'
import type { World } from './world.ts'

/** Waits until views of a sitting have gathered, so that one act logs them all. */
const GATHER_MS = 4_000

/** Brings journaled views to the chain's log, a little after the last one was noted. */
export class ViewLog {
  readonly #world: World
  #timer: NodeJS.Timeout | null = null

  constructor(world: World) {
    this.#world = world
  }

  /** A view has been journaled. What can't be brought now is brought with the next, or at the next unlock. */
  note(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush().catch(() => undefined)
    }, GATHER_MS)
  }

  async flush(): Promise<void> {
    const views = (await kept(this.#world)).filter((state): state is ViewState => state.kind === 'view')
    for (const view of await logViews(this.#world, views)) this.#world.journal.drop(view.id)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
