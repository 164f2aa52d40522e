import { createHash } from 'node:crypto'

type Known = {
  /** Of the deployed code in bytes, where the immutable values, which each deployment has of its own, count as zeros. */
  readonly sha256: string
  /** Where each immutable value of 32 bytes begins. */
  readonly immutables: readonly number[]
}

/** The contract as this version was built for it, which a test compares with what the compiler says, and earlier ones. */
const KNOWN: readonly Known[] = [
  {
    sha256: 'dd7d197643492668f16b9f7d1e5d6d99dfe7397a2acea022977de7f427b6d5ef',
    immutables: [8423, 8464, 21388, 21442, 21521, 21559, 21631],
  },
  // Without batches (docs/adr/0015).
  {
    sha256: 'a0010c78a47240d47a7c8beced1b21455e15a1fa3d4191874b7e87865489e1e6',
    immutables: [8412, 8453, 20859, 20913, 20992, 21030, 21102],
  },
]

/**
 * Whether a contract is one that this version knows to the last byte.
 * @param code as `eth_getCode` answers it
 */
export function isKnownCode(code: string): boolean {
  const bytes = Buffer.from(code.slice(2), 'hex')
  return KNOWN.some(({ sha256, immutables }) => {
    const masked = Buffer.from(bytes)
    for (const start of immutables) masked.subarray(start, start + 32).fill(0)
    return createHash('sha256').update(masked).digest('hex') === sha256
  })
}
