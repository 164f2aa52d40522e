import type { Cid, Ciphertext, Pointer, PublicBlock } from '../domain/bytes.ts'
import type { StoreState, StoreTimes } from '../domain/store.ts'

/** Bytes under their own hash. Whatever comes back has been checked against it. */
export type Blobs = {
  /** Keeps one raw block of at most 1 MiB and pins it. */
  readonly putBlock: (block: PublicBlock) => Promise<Pointer>
  /** @throws Failure E_BLOCK_MISSING, E_BLOCK_DAMAGED */
  readonly getBlock: (pointer: Pointer) => Promise<Uint8Array>
  /** Keeps a file of any length (UnixFS, profile unixfs-v1-2025) and pins it. */
  readonly putFile: (content: AsyncIterable<Ciphertext>) => Promise<Cid>
  /** The same CID that `putFile` would give, without keeping anything. */
  readonly cidOf: (content: AsyncIterable<Ciphertext>) => Promise<Cid>
  /** @throws Failure E_BLOCK_MISSING, E_BLOCK_DAMAGED, while it is read */
  readonly getFile: (
    cid: Cid,
    range?: { readonly offset: number; readonly length: number },
  ) => AsyncIterable<Uint8Array>
}

/** What a store keeps, and what it lets go. */
export type Pins = {
  readonly has: (what: Pointer | Cid) => Promise<boolean>
  readonly unpin: (what: Pointer | Cid) => Promise<void>
  /** Frees what nothing pins. */
  readonly collect: () => Promise<void>
  readonly usage: () => Promise<{ readonly blocks: number; readonly bytes: number }>
}

/** What this computer itself holds, whatever others do. */
export type Held = {
  readonly pinned: () => Promise<readonly Cid[]>
  /** Lets go of it here alone. */
  readonly release: (cid: Cid) => Promise<void>
}

/** Where else the same bytes are. */
export type Copies = {
  readonly states: () => readonly StoreState[]
  /** @param store the name of a shared store; null for this computer's own */
  readonly timesOf: (store: string | null) => StoreTimes
  /** Asks those that failed, and those never asked before, whether they are there. */
  readonly probe: () => Promise<void>
  /** The names of the shared stores that have it now. */
  readonly copiesOf: (what: Pointer | Cid) => Promise<readonly string[]>
  /** Gives it to each shared store that lacks it, from here or from another store. @returns to how many */
  readonly repair: (what: Pointer | Cid) => Promise<number>
}
