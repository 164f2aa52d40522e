import type { Ciphertext } from '../domain/bytes.ts'

/** A file as somebody offered it: its bytes can be read again and again, from the disk or from memory. */
export type Source = {
  readonly name: string
  readonly byteLength: number
  /** @throws Failure E_FILE_GONE when it is no longer what it was */
  readonly read: () => AsyncIterable<Uint8Array>
}

/** Sealed bytes that wait on this disk until the store has them. */
export type Spool = {
  /** @throws Failure E_DISK_FULL; what was written is removed */
  readonly write: (name: string, content: AsyncIterable<Ciphertext>) => Promise<number>
  readonly read: (name: string) => AsyncIterable<Ciphertext>
  readonly has: (name: string) => Promise<boolean>
  readonly drop: (name: string) => Promise<void>
}
