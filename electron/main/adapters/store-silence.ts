import { Failure } from '../domain/failure.ts'

/** A server may be slow, but never silent for so long. */
export const SILENCE_MS = 20_000

/** Ends a request that makes no progress: `alive` starts the time anew. */
export class Silence {
  readonly #abort = new AbortController()
  readonly #within: number
  #timer: NodeJS.Timeout

  constructor(within: number) {
    this.#within = within
    this.#timer = this.#start()
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  alive(): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start()
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  /** The stream, each of whose pieces is a sign of life. */
  async *through<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const piece of source) {
      this.alive()
      yield piece
    }
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(new Error('no sign of life')), this.#within)
  }
}

/** What a status of HTTP means for somebody who stores. Null: it worked. */
export function refusalOf(store: string, status: number, retryAfter: string | null): Failure | null {
  if (status < 400) return null
  if (status === 404 || status === 410) return new Failure('E_BLOCK_MISSING', { store })
  if ([401, 402, 403].includes(status)) return new Failure('E_STORE_REFUSED', { store, status })
  return new Failure('E_STORE_UNREACHABLE', { store, status, ...(retryAfter === null ? {} : { retryAfter }) })
}

/** Whatever a request threw. */
export const unreachable = (store: string, cause: unknown): Failure =>
  cause instanceof Failure ? cause : new Failure('E_STORE_UNREACHABLE', { store }, { cause })
