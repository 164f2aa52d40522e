import { Failure } from '../domain/failure.ts'
import type { CopiesChecked } from '../domain/store.ts'
import type { Copies } from '../ports/blobs.ts'
import { type Checking, checkCopies } from './check-copies.ts'
import type { World } from './world.ts'

/** The first look waits until the screens have what they need. */
const FIRST_MS = 20_000
const AGAIN_MS = 6 * 3600 * 1000

/** Looks after the copies of one person's records while they are in. */
export class CopyKeeper {
  readonly #world: World
  readonly #copies: Copies
  readonly #told: Checking
  #timer: NodeJS.Timeout | null = null
  #running: Promise<CopiesChecked> | null = null
  #last: CopiesChecked | null = null

  constructor(world: World, copies: Copies, told: Checking) {
    this.#world = world
    this.#copies = copies
    this.#told = told
  }

  /** What the newest look has found; null before the first one. */
  get last(): CopiesChecked | null {
    return this.#last
  }

  start(): void {
    if (this.#copies.states().length > 0) this.#plan(FIRST_MS)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  /** Looks now; a look that is under way is not begun twice. @throws Failure E_INPUT where nothing is shared */
  async check(): Promise<CopiesChecked> {
    if (this.#copies.states().length === 0) throw new Failure('E_INPUT', { field: 'stores' })
    this.#running ??= checkCopies(this.#world, this.#copies, this.#told).finally(() => {
      this.#running = null
    })
    this.#last = await this.#running
    return this.#last
  }

  #plan(after: number): void {
    this.#timer = setTimeout(() => {
      void this.check().catch(() => undefined)
      this.#plan(AGAIN_MS)
    }, after)
  }
}
