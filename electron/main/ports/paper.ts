import type { Address, Fingerprint } from '../domain/bytes.ts'

/** What a recovery kit says on paper. */
export type KitSheet = {
  /** The kit's line, for the QR code. */
  readonly line: string
  readonly words: readonly string[]
  readonly name: string | null
  readonly address: Address
  readonly fingerprint: Fingerprint
  readonly clinic: string
  /** Unix seconds. */
  readonly madeAt: number
}

/** Sheets of paper, made on this computer. */
export type Paper = {
  /** @returns a PDF of one A4 page @throws Failure E_INTERNAL */
  readonly kit: (sheet: KitSheet) => Promise<Uint8Array>
}
