import type { TransactionReceipt } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { FailureCode } from '../domain/failure.ts'
import { CONTRACT, topicOf } from './ledger-abi.ts'
import { ledgerFailure } from './ledger-errors.ts'

/** A call of the contract and what it may use, in units of gas. */
export type Call = { readonly data: Hex32; readonly gas: number }

/** One call that brings others (`IBatches`). */
export const bringAll = (calls: readonly Call[]): Hex32 =>
  CONTRACT.encodeFunctionData('bringAll', [calls.map(({ gas, data }) => ({ gas, call: data }))]) as Hex32

/** @returns where the call stands among those that a transaction brings; 0 when it comes alone, null when it is not there */
export function placeOf(call: string, data: string): number | null {
  if (data === call) return 0
  const found = CONTRACT.parseTransaction({ data })
  if (found?.name !== 'bringAll') return null
  const place = [...found.args[0]].findIndex((each) => each.call === call)
  return place === -1 ? null : place
}

/** How many acts a transaction of the contract brings. */
export function actsIn(data: string): number {
  const found = CONTRACT.parseTransaction({ data })
  return found?.name === 'bringAll' ? found.args[0].length : 1
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
