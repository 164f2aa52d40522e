import { type ResourceLimits, Worker } from 'node:worker_threads'
import { Failure, type FailureCode, type FailureDetail } from '../domain/failure.ts'

/**
 * Calls between two threads whose arguments and results may be streams and functions. A stream is pulled piece by
 * piece, a few ahead, so that both sides work at once and neither fills the other's memory; each piece is moved, not
 * copied.
 */

/** Pieces asked for before they are needed: a sealed segment, its tag, and one more. */
const AHEAD = 3

type Wire =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'pull'; readonly id: number; readonly stream: number }
  | { readonly kind: 'stop'; readonly stream: number }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'error'
      readonly id: number
      readonly code: FailureCode
      readonly detail: FailureDetail
      readonly reason: string
    }

type Step = { readonly done: boolean; readonly value: unknown }
/** A stream of this side's. Only generators bear being asked again before they have answered, so each pull has its turn. */
type Pulled = { readonly iterator: AsyncIterator<unknown>; turn: Promise<unknown> }
type Far = { readonly far: 'stream' | 'function'; readonly ref: number }
type Port = {
  on(event: 'message', listener: (message: Wire) => void): unknown
  postMessage(message: Wire, moved?: readonly ArrayBuffer[]): void
}
type Methods = Record<string, (...args: never[]) => unknown>
type Waiting = { readonly done: (value: unknown) => void; readonly failed: (error: unknown) => void }

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value
const isFar = (value: unknown): value is Far => typeof value === 'object' && value !== null && 'far' in value

export class ThreadLink {
  readonly #port: Port
  readonly #methods: Methods
  readonly #waiting = new Map<number, Waiting>()
  readonly #streams = new Map<number, Pulled>()
  readonly #functions = new Map<number, (...args: never[]) => unknown>()
  #next = 1

  constructor(port: Port, methods: Methods = {}) {
    this.#port = port
    this.#methods = methods
    port.on('message', (message) => void this.#hear(message))
  }

  /** Calls a method of the other side; a stream result can be used at once. */
  async call(method: string, args: readonly unknown[]): Promise<unknown> {
    return this.#ask((id) => ({ kind: 'call', id, method, args: args.map((arg) => this.#near(arg)) }))
  }

  /** Calls a method that answers with a stream. */
  async *stream(method: string, args: readonly unknown[]): AsyncGenerator<unknown> {
    yield* (await this.call(method, args)) as AsyncIterable<unknown>
  }

  /** Nothing more will come: everything that waits fails. */
  end(failure: Failure): void {
    for (const { failed } of this.#waiting.values()) failed(failure)
    this.#waiting.clear()
    this.#streams.clear()
    this.#functions.clear()
  }

  #ask(message: (id: number) => Wire): Promise<unknown> {
    const id = this.#next++
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      this.#port.postMessage(message(id))
    })
  }

  /** What can't be cloned stays here and is named by a number. */
  #near(value: unknown): unknown {
    if (isStream(value)) {
      const ref = this.#next++
      this.#streams.set(ref, { iterator: value[Symbol.asyncIterator](), turn: Promise.resolve() })
      return { far: 'stream', ref } satisfies Far
    }
    if (typeof value === 'function') {
      const ref = this.#next++
      this.#functions.set(ref, value as (...args: never[]) => unknown)
      return { far: 'function', ref } satisfies Far
    }
    return value
  }

  #from(value: unknown): unknown {
    if (!isFar(value)) return value
    return value.far === 'stream'
      ? this.#pulled(value.ref)
      : (...args: unknown[]) => this.#ask((id) => ({ kind: 'call', id, method: `#${value.ref}`, args }))
  }

  async *#pulled(stream: number): AsyncGenerator<unknown> {
    const asked: Promise<Step>[] = []
    const askAhead = (): void => {
      const step = this.#ask((id) => ({ kind: 'pull', id, stream })) as Promise<Step>
      // It fails when its turn comes; until then nobody listens.
      step.catch(() => undefined)
      asked.push(step)
    }
    let ended = false
    try {
      for (;;) {
        while (asked.length < AHEAD) askAhead()
        const { done, value } = await asked.shift()!
        ended = done
        if (done) return
        yield value
      }
    } finally {
      if (!ended) this.#port.postMessage({ kind: 'stop', stream } satisfies Wire)
    }
  }

  async #hear(message: Wire): Promise<void> {
    switch (message.kind) {
      case 'value':
        this.#settle(message.id)?.done(this.#from(message.value))
        return
      case 'error': {
        const cause = new Error(message.reason)
        this.#settle(message.id)?.failed(new Failure(message.code, message.detail, { cause }))
        return
      }
      case 'stop':
        await this.#streams.get(message.stream)?.iterator.return?.()
        this.#streams.delete(message.stream)
        return
      default:
        await this.#answer(message)
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    return waiting
  }

  async #answer(message: Extract<Wire, { kind: 'call' | 'pull' }>): Promise<void> {
    const { id } = message
    try {
      const value = message.kind === 'pull' ? await this.#step(message.stream) : await this.#run(message)
      const moved = message.kind === 'pull' ? piecesOf(value) : []
      this.#port.postMessage({ kind: 'value', id, value: this.#near(value) }, moved)
    } catch (error) {
      const { code, detail, message: text, cause } = Failure.from(error)
      const reason = cause instanceof Error ? cause.message : text
      this.#port.postMessage({ kind: 'error', id, code, detail, reason } satisfies Wire)
    }
  }

  async #step(stream: number): Promise<Step> {
    const pulled = this.#streams.get(stream)
    if (pulled === undefined) return { done: true, value: undefined }
    const step = pulled.turn.then(() => pulled.iterator.next())
    pulled.turn = step.catch(() => undefined)
    const { done, value } = await step
    if (done) this.#streams.delete(stream)
    return { done: done ?? false, value }
  }

  #run({ method, args }: Extract<Wire, { kind: 'call' }>): unknown {
    const run = method.startsWith('#') ? this.#functions.get(Number(method.slice(1))) : this.#methods[method]
    if (run === undefined) throw new Error(`no method ${method}`)
    return run(...(args.map((arg) => this.#from(arg)) as never[]))
  }
}

/** The memory of a pulled piece, when the piece is all of it: a view into a larger buffer is copied instead. */
function piecesOf(step: unknown): ArrayBuffer[] {
  const piece = (step as { value?: unknown }).value
  if (!(piece instanceof Uint8Array) || piece.byteLength < 4096) return []
  return piece.byteLength === piece.buffer.byteLength ? [piece.buffer as ArrayBuffer] : []
}

/** Starts a thread that answers the methods of a port. Ending it fails what waits with E_LOCKED: keys end with it. */
export function startThread<Port>(script: URL, workerData: unknown, resourceLimits: ResourceLimits = {}) {
  const worker = new Worker(script, { workerData, resourceLimits })
  const link = new ThreadLink(worker)
  worker.on('exit', () => link.end(new Failure('E_LOCKED')))
  worker.on('error', (error) => link.end(Failure.from(error)))
  return {
    link,
    call:
      (method: keyof Port & string) =>
      // biome-ignore lint/suspicious/noExplicitAny: each method's type is the port's
      (...args: readonly unknown[]): Promise<any> =>
        link.call(method, args),
    end: async (): Promise<void> => void (await worker.terminate()),
  }
}
