import type { FailureCode } from './failure.ts'

/** How a store that is shared with others does, as this machine last saw it. */
export type StoreState = {
  readonly name: string
  /** Unknown until it has been asked for something. */
  readonly state: 'unknown' | 'online' | 'failing'
  /** Unix seconds. */
  readonly since: number
  /** Why the last request failed; null when it didn't. */
  readonly failure: FailureCode | null
}
