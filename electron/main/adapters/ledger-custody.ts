import type { Address } from '../domain/bytes.ts'
import type { Custody } from '../domain/custody.ts'
import { Failure } from '../domain/failure.ts'
import type { View } from './ledger-state.ts'

/** What the contract's state says of custodians. A contract from before them refuses the question, and has none. */
export async function custodyOf(view: View, patient: Address): Promise<Custody | null> {
  try {
    const [custodian, until] = (await view('custodianOf', [patient])) as [string, bigint]
    return until === 0n ? null : { custodian: custodian.toLowerCase() as Address, until: Number(until) }
  } catch (error) {
    if (Failure.from(error).code === 'E_CHAIN_REFUSED') return null
    throw error
  }
}
