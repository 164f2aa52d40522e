import type { Cid } from '../domain/bytes.ts'

/** Something this machine holds, in the two shapes in which stores take it. */
export type Holding = {
  readonly cid: Cid
  readonly byteLength: number
  readonly bytes: () => AsyncIterable<Uint8Array>
  /** All its blocks as a CAR (version 1), which keeps the CID whatever the other side would compute. */
  readonly car: () => AsyncIterable<Uint8Array>
}

/**
 * A store that other machines read from too. Nothing it says is believed: whoever reads from it compares every byte with
 * the hash that was asked for.
 */
export type SharedStore = {
  readonly name: string
  /** @throws Failure E_STORE_UNREACHABLE, E_STORE_REFUSED, E_STORE_FOREIGN_CID */
  readonly put: (holding: Holding) => Promise<void>
  /** @throws Failure E_BLOCK_MISSING, E_STORE_UNREACHABLE, E_STORE_REFUSED, while it is read */
  readonly get: (cid: Cid) => AsyncIterable<Uint8Array>
  readonly has: (cid: Cid) => Promise<boolean>
  /** Lets go of its copy; one that isn't there is no error. */
  readonly drop: (cid: Cid) => Promise<void>
}
