import type { Address, Cid, Pointer } from '../domain/bytes.ts'

export type Shelved = { readonly patient: Address; readonly id: number }

/** What this computer has taken from shared stores so that its people can read it again without them. */
export type Shelf = {
  /** A record that this reader opens, and what of it will be here. What a re-key has replaced goes. */
  readonly put: (reader: Address, record: Shelved, blocks: readonly (Pointer | Cid)[]) => Promise<void>
  /** Where more is here than was set aside, the oldest make room; not the one read last. */
  readonly trim: () => Promise<void>
  /** A marked record stays until it is unmarked. @throws Failure E_OFFLINE_FULL */
  readonly mark: (reader: Address, record: Shelved, marked: boolean) => void
  /** The records that this reader has marked. */
  readonly marked: (reader: Address, patient: Address) => ReadonlySet<number>
  /** Whose records this reader has here. */
  readonly patients: (reader: Address) => readonly Address[]
  /** Takes a patient's records from the shelf, and from this computer where nobody else here reads them. */
  readonly clear: (reader: Address, patient: Address) => Promise<void>
}
