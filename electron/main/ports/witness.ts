import type { Address, Hex32 } from '../domain/bytes.ts'
import type { WitnessState } from '../domain/network.ts'

/** A second node of somebody else's, asked whether it sees the same chain. */
export type Witness = {
  readonly state: () => WitnessState
  /** Whether it has this hash for a history as of a block. */
  readonly confirms: (subject: Address | 'accounts', block: number, history: Hex32) => Promise<WitnessState>
}
