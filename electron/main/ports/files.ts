import type { Ciphertext } from '../domain/bytes.ts'

/** A file as somebody offered it: its bytes can be read again and again, from the disk or from memory. */
export type Source = {
  readonly name: string
  readonly byteLength: number
  /** Null for bytes that came without a path: a pasted picture. */
  readonly path: string | null
  /** @throws Failure E_FILE_GONE when it is no longer what it was */
  readonly read: () => AsyncIterable<Uint8Array>
}

export type Sources = {
  /** @throws Failure E_FILE_GONE */
  readonly at: (path: string) => Promise<Source>
}

/** Sealed bytes that wait on this disk until the store has them. */
export type Spool = {
  /** @returns bytes written @throws Failure E_DISK_FULL; what was written is removed */
  readonly write: (name: string, content: AsyncIterable<Ciphertext>) => Promise<number>
  readonly read: (name: string) => AsyncIterable<Ciphertext>
  readonly drop: (name: string) => Promise<void>
  /** Removes everything but the names that start so: leftovers of work that a crash cut off. */
  readonly keepOnly: (prefixes: readonly string[]) => Promise<void>
}
