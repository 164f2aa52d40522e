import { Failure } from '../domain/failure.ts'
import { keep, kept, type ViewState } from './job.ts'
import { logViews } from './log-views.ts'
import type { World } from './world.ts'

type Delays = {
  /** Until views of a sitting have gathered, so that one act logs them all; in milliseconds. */
  readonly gather: number
  /** Until what something was in the way of is tried again, such as another act or the network; twice as long each time. */
  readonly again: number
}
const DELAYS: Delays = { gather: 4_000, again: 15_000 }

/** Whether whoever holds the wallet was asked, and it came to nothing: then the next view, or the next unlock, asks again. */
const isAnswer = ({ code }: Failure): boolean =>
  code === 'E_SIGNATURE_FOREIGN' || (code.startsWith('E_WALLET_') && code !== 'E_WALLET_DISCONNECTED')

/** Brings journaled views to the chain's log, a little after the last one was noted. */
export class ViewLog {
  readonly #world: World
  readonly #delays: Delays
  #timer: NodeJS.Timeout | null = null
  #stopped = false
  #again: number
  /** One batch after the other: what two bring at once would be logged twice. */
  #last: Promise<void> = Promise.resolve()

  constructor(world: World, delays = DELAYS) {
    this.#world = world
    this.#delays = delays
    this.#again = delays.again
  }

  /** A view has been journaled. What a person says no to is brought with the next, or at the next unlock. */
  note(): void {
    this.#after(this.#delays.gather)
  }

  flush(): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(() => this.#bringAll())
    return this.#last
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #after(milliseconds: number): void {
    if (this.#stopped) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush().then(
        () => {
          this.#again = this.#delays.again
        },
        (error) => {
          if (isAnswer(Failure.from(error))) return
          this.#after(this.#again)
          this.#again *= 2
        },
      )
    }, milliseconds)
  }

  async #bringAll(): Promise<void> {
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
}
