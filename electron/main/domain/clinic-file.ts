import type { Address, Hex32 } from './bytes.ts'
import type { FailureCode, FailureDetail } from './failure.ts'
import type { Payer } from './network.ts'

/** Who vouches for a network file: an admin's wallet over what it says. */
export type Signed = { readonly by: Address; readonly signature: Hex32 }

/** One thing that was tried before a network file is used. */
export type Trial = {
  readonly what: 'chain' | 'contract' | 'code' | 'witness' | 'admin' | 'store'
  /** Of the store that was tried. */
  readonly name: string | null
  readonly failure: { readonly code: FailureCode; readonly detail: FailureDetail } | null
}

/** A clinic that a file, a code or a description leads to, and what was found there. */
export type ClinicOffer = {
  readonly name: string
  readonly chainId: number
  readonly rpc: string
  readonly contract: Address
  readonly payer: Payer['kind']
  readonly demo: boolean
  readonly signedBy: Address | null
  /** Whether records lie anywhere but on the computer where they were added. */
  readonly shared: boolean
  /** Whether people may sign on a phone. Most wallet apps refuse a network whose node speaks without TLS. */
  readonly phones: 'none' | 'yes' | 'without-tls'
  readonly trials: readonly Trial[]
  /** Whether chain and contract are what the file says and this version knows; without them nothing would work. */
  readonly usable: boolean
}
