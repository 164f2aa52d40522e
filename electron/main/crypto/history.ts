import { concat, keccak256, toBeHex } from 'ethers'
import type { Hex32 } from '../domain/bytes.ts'

/** A log as the chain gave it: three topics and the data, with its place. */
export type RawLog = {
  readonly block: number
  readonly timestamp: number
  readonly topics: readonly string[]
  readonly data: string
}

export const EMPTY_HISTORY = `0x${'00'.repeat(32)}` as Hex32

/** One step of a rolling hash (`contracts/interfaces/IHistory.sol`). */
export const extendHistory = (history: Hex32, log: RawLog): Hex32 =>
  keccak256(
    concat([
      history,
      toBeHex(log.block, 32),
      toBeHex(log.timestamp, 32),
      ...log.topics.slice(0, 3),
      log.data,
    ]),
  ) as Hex32
