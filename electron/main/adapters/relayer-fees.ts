import type { JsonRpcProvider } from 'ethers'

/** What a type-2 transaction (EIP-1559) offers for each unit of gas. */
export type Fees = { readonly maxFee: bigint; readonly tip: bigint }

/** Twice the base fee outlasts six full blocks in a row, each of which raises it by an eighth. */
export async function currentFees(provider: JsonRpcProvider): Promise<Fees> {
  const [block, tip] = await Promise.all([provider.getBlock('latest'), usualTip(provider)])
  return { maxFee: 2n * (block?.baseFeePerGas ?? 0n) + tip, tip }
}

/** A node that does not suggest a tip tells a price; on a chain without fees both are zero. */
async function usualTip(provider: JsonRpcProvider): Promise<bigint> {
  const asked = await provider.send('eth_maxPriorityFeePerGas', []).catch(() => null)
  return BigInt(asked ?? (await provider.send('eth_gasPrice', [])))
}

/** Nodes take another transaction with a number they know only for an eighth more of both. */
export const raisedFees = (before: Fees, now: Fees): Fees => ({
  maxFee: larger(eighthMore(before.maxFee), now.maxFee),
  tip: larger(eighthMore(before.tip), now.tip),
})

const eighthMore = (fee: bigint): bigint => (fee === 0n ? 1n : (fee * 9n + 7n) / 8n)
const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other)
