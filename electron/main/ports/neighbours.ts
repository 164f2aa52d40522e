import type { SharedStore } from './shared-store.ts'

/**
 * The computers of the same clinic that are on the same network, asked before the stores that it shares. They give
 * what they happen to have, and like a store's answer it is compared with the hash that was asked for.
 */
export type Neighbours = {
  /** How many are connected now; null while this computer looks for none. */
  readonly count: () => number | null
  /** @throws Failure E_BLOCK_MISSING when none of them comes up with it in time, while it is read */
  readonly get: SharedStore['get']
}
