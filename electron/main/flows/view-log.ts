import { Failure } from '../domain/failure.ts'
import { keep, kept, type ViewState } from './job.ts'
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
    const states = await kept(this.#world)
    await this.#bring(
      states.filter((state) => state.kind === 'view').filter((view) => view.finishedAt === null),
    )
  }

  /** One view that the contract refuses must not hold up the others: a refused batch is halved until it is found. */
  async #bring(views: readonly ViewState[]): Promise<void> {
    try {
      for (const view of await logViews(this.#world, views)) this.#world.journal.drop(view.id)
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'E_NOT_ALLOWED') throw error
      if (views.length === 1) return this.#giveUp(views[0]!)
      const middle = Math.ceil(views.length / 2)
      await this.#bring(views.slice(0, middle))
      await this.#bring(views.slice(middle))
    }
  }

  /** The right it was made under has been replaced: no chain will take it any more. This machine's journal keeps it. */
  async #giveUp(view: ViewState): Promise<void> {
    await keep(this.#world, { ...view, finishedAt: await this.#world.ledger.now() })
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
