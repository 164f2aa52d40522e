import type { FailureCode, FailureDetail } from './failure.ts'

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

/** What the clinic's network file says of one. */
export type StoreSettings =
  /** A node that speaks Kubo's RPC API, at `http://host:5001`. */
  | { readonly kind: 'kubo'; readonly name: string; readonly url: string }
  /** Pinata, read through the account's own gateway. */
  | { readonly kind: 'pinata'; readonly name: string; readonly gateway: string }

type StoreTime = {
  readonly count: number
  /** Milliseconds: half of them took at most so long, and 95 of 100. */
  readonly p50: number
  readonly p95: number
}

/** How long a store took for the newest pieces that it gave or took since the app began; null where there were none. */
export type StoreTimes = { readonly fetching: StoreTime | null; readonly storing: StoreTime | null }

export type StoreView = StoreState & {
  readonly kind: StoreSettings['kind']
  readonly hasKey: boolean
  readonly times: StoreTimes
}

/** Where what is sealed lies. */
export type Storage = {
  /** On how many of the shared stores something must be before it counts as kept. */
  readonly copies: number
  readonly stores: readonly StoreView[]
  /** On this computer. */
  readonly here: { readonly blocks: number; readonly bytes: number; readonly times: StoreTimes }
  /** How many of the clinic's computers nearby are connected; null while this one looks for none. */
  readonly neighbours: number | null
}

/** What a look at all copies has found. */
export type CopiesChecked = {
  readonly checked: number
  /** How many lacked a copy and have it now. */
  readonly repaired: number
  readonly failed: number
  /** Of the first one that failed. */
  readonly failure: { readonly code: FailureCode; readonly detail: FailureDetail } | null
  readonly at: number
}
