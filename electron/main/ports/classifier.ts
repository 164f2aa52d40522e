import type { Learned } from '../classifier/learned.ts'
import type { Suggested } from '../classifier/suggest.ts'

/** Reads documents where nobody waits for it, and proposes the specialty that they belong to. Nothing leaves this computer. */
export type Classifier = {
  /** Never fails: what is damaged, locked or takes too long is said to hold no text. */
  readonly suggest: (bytes: Uint8Array, kind: 'pdf' | 'text', learned: Learned) => Promise<Suggested>
}
