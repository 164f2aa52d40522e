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
    sha256: 'c2435455394e27fb3fa8b6b70e44f51320f19541228f35441f451fb2c678b9ea',
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
  sha256: '257686de3d385e658187c1096e3e0261d05659cdf696fd97703f84a5b2d0751e',
  immutables: [
    295, 1462, 2479, 3387, 4033, 5191, 5836, 6766, 7428, 7469, 7669, 9020, 9652, 10548, 11425, 14100, 17630,
    17684, 17763, 17801, 17873,
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
