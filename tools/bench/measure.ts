import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export const seconds = async (run: () => unknown): Promise<number> => {
  const started = performance.now()
  await run()
  return (performance.now() - started) / 1000
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** @param share of the values that are at most as large, from 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

const STATUS = '/proc/self/status'

/** The most memory that this process has had. Linux counts that of the process it was started from in `maxRSS`. */
export function peakKiB(): number {
  const peak = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8')) : null
  return peak === null ? process.resourceUsage().maxRSS : Number(peak[1])
}

/** Runs a program to its end. @throws Error with what it said when it fails */
export function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}

export const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** Adds up how long the world was waited for, by name. */
export class Stopwatch {
  readonly total: Record<string, number> = {}

  #add(name: string, started: number): void {
    this.total[name] = (this.total[name] ?? 0) + (performance.now() - started) / 1000
  }

  /** The same object, whose calls and the pulls from its streams are timed under `name`. */
  watch<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get: (object, key) => {
        const value = Reflect.get(object, key) as unknown
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => this.#timed(name, () => value.apply(object, args))
      },
    })
  }

  #timed(name: string, call: () => unknown): unknown {
    const started = performance.now()
    const result = call()
    if (result instanceof Promise) return result.finally(() => this.#add(name, started))
    this.#add(name, started)
    return isStream(result) ? this.#pulled(name, result) : result
  }

  async *#pulled(name: string, stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    const iterator = stream[Symbol.asyncIterator]()
    for (;;) {
      const started = performance.now()
      const step = await iterator.next()
      this.#add(name, started)
      if (step.done) return
      yield step.value
    }
  }
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value
