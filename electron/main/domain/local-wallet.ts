import type { Address } from './bytes.ts'

/** A wallet whose key lies on this computer, as screens know it. */
export type LocalWallet = {
  readonly account: Address
  /** As whoever made it called it. */
  readonly name: string
  /** Whether it lies outside this computer too. `later`: somebody has put that off, and is reminded. */
  readonly backup: 'none' | 'later' | 'saved'
}
