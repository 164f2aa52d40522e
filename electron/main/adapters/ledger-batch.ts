import type { TransactionReceipt } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { FailureCode } from '../domain/failure.ts'
import { CONTRACT, topicOf } from './ledger-abi.ts'
import { ledgerFailure } from './ledger-errors.ts'

/** A call of the contract and what it may use, in units of gas. */
export type Call = { readonly data: Hex32; readonly gas: number }

const BRING_ALL = CONTRACT.getFunction('bringAll')!.selector

/** One call that brings others (`IBatches`). */
export const bringAll = (calls: readonly Call[]): Hex32 =>
  CONTRACT.encodeFunctionData('bringAll', [calls.map(({ gas, data }) => ({ gas, call: data }))]) as Hex32

/** The calls that a transaction of the contract makes: those it brings, or the one it is. */
export function callsIn(data: string): readonly string[] {
  if (!data.startsWith(BRING_ALL)) return [data]
  const [calls] = CONTRACT.decodeFunctionData('bringAll', data)
  return [...calls].map(({ call }) => call)
}

/** Why the contract refused what stands at this place; null when it took it. */
export function refusalIn(
  { status, logs }: Pick<TransactionReceipt, 'status' | 'logs'>,
  contract: Address,
  place: number,
): FailureCode | null {
  if (status !== 1) return 'E_CHAIN_REFUSED'
  for (const { address, topics, data } of logs) {
    if (address.toLowerCase() !== contract || topics[0] !== topicOf('ActRefused')) continue
    const event = CONTRACT.decodeEventLog('ActRefused', data, topics)
    if (Number(event.place) === place) return ledgerFailure({ data: event.reason }).code
  }
  return null
}
