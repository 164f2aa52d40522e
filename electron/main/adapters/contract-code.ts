import { createHash } from 'node:crypto'
import type { Address } from '../domain/bytes.ts'

type Known = {
  /** Of the deployed code in bytes, where the immutable values, which each deployment has of its own, count as zeros. */
  readonly sha256: string
  /** Where each immutable value of 32 bytes begins. */
  readonly immutables: readonly number[]
  /** The one among them that is the address of the contract with the emergency functions (docs/adr/0018). */
  readonly emergency?: number
}

/** The contract as this version was built for it, which a test compares with what the compiler says, and earlier ones. */
const KNOWN: readonly Known[] = [
  {
    sha256: '083ef50d13d855b6cc59ea898c7d9034a3537db79f833a35f02df7ad89347633',
    immutables: [32, 8667, 8708, 21834, 21888, 21967, 22005, 22077],
    emergency: 32,
  },
  // Without emergencies (docs/adr/0018).
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

/** The contract that the newest one above hands its emergency functions to. */
const EMERGENCY: Known = {
  sha256: 'fbfb3c6960459c66e73fee9c4c5df3674572c62ce489c76ea2596a664d03a6cf',
  immutables: [
    273, 1308, 2149, 2866, 3340, 4537, 4964, 5894, 6556, 6597, 6797, 8018, 8735, 9430, 15024, 15078, 15157,
    15195, 15267,
  ],
}

/**
 * Whether a contract, and the one that it hands calls on to, are ones that this version knows to the last byte.
 * @param codeOf what `eth_getCode` answers for an address
 */
export async function isKnownContract(
  contract: Address,
  codeOf: (address: Address) => Promise<string>,
): Promise<boolean> {
  const code = bytesOf(await codeOf(contract))
  const known = KNOWN.find((one) => isThat(code, one))
  if (known?.emergency === undefined) return known !== undefined
  const other = code.subarray(known.emergency + 12, known.emergency + 32).toString('hex')
  return isThat(bytesOf(await codeOf(`0x${other}` as Address)), EMERGENCY)
}

const bytesOf = (code: string): Buffer => Buffer.from(code.slice(2), 'hex')

function isThat(code: Buffer, { sha256, immutables }: Known): boolean {
  const masked = Buffer.from(code)
  for (const start of immutables) masked.subarray(start, start + 32).fill(0)
  return createHash('sha256').update(masked).digest('hex') === sha256
}
