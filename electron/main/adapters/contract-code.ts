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
    sha256: '82a96f365b2cfce55b318320bc2817cbcdc18febdab8a15cfa5bbae43d872f7d',
    immutables: [32, 8674, 8715, 22049, 22103, 22182, 22220, 22292],
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
  sha256: '7a5b81c1fc90658d9de72bc50409470b6637b66210ca8f8a4010681839dcce8e',
  immutables: [
    339, 1504, 2519, 3425, 4207, 5363, 6048, 7295, 8264, 8965, 9006, 9206, 10555, 11227, 11954, 13004, 13880,
    16592, 20615, 20669, 20748, 20786, 20858,
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
