import { type JsonRpcProvider, keccak256, type Wallet } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network } from '../domain/network.ts'
import type { Call } from './ledger-batch.ts'
import { broadcast } from './relayer-broadcast.ts'
import { currentFees, type Fees } from './relayer-fees.ts'
import { callOf, type Load, TRANSACTION_GAS } from './relayer-gather.ts'
import type { Rows, Signed } from './relayer-rows.ts'

const DEFAULT_LIMIT = 10n ** 17n

export type Desk = {
  readonly network: Network
  readonly provider: JsonRpcProvider
  readonly account: Address
  /** Confirmations after which an act is final. */
  readonly needed: number
  readonly rows: Rows
  readonly signer: () => Promise<Wallet | null>
  /** Unix seconds. */
  readonly now: () => number
}

/**
 * @param call null for an empty transfer to oneself, which takes the number and brings nothing
 * @throws Failure E_RELAYER_KEY when the key was taken away meanwhile
 */
export async function sign(
  { network, account, signer }: Desk,
  call: Call | null,
  nonce: number,
  { maxFee, tip }: Fees,
): Promise<Signed> {
  const wallet = await signer()
  if (wallet === null) throw new Failure('E_RELAYER_KEY', { account })
  const gas = call?.gas ?? TRANSACTION_GAS
  const raw = await wallet.signTransaction({
    type: 2,
    chainId: network.chainId,
    nonce,
    to: call === null ? account : network.contract,
    data: call?.data ?? '0x',
    value: 0n,
    gasLimit: gas,
    maxFeePerGas: maxFee,
    maxPriorityFeePerGas: tip,
  })
  return { hash: keccak256(raw) as Hex32, nonce, raw, gas, max_fee: maxFee.toString(), tip: tip.toString() }
}

/** The first number that neither the chain, nor anything waiting at the node, nor this queue has used: it also fills a gap. */
export async function freeNonce({ provider, account, rows }: Desk): Promise<number> {
  const [used, waiting] = await Promise.all([
    provider.getTransactionCount(account, 'latest'),
    provider.getTransactionCount(account, 'pending'),
  ])
  let nonce = used
  while (nonce < waiting || rows.isTaken(nonce)) nonce += 1
  return nonce
}

export const mostOf = ({ gas, max_fee }: Pick<Signed, 'gas' | 'max_fee'>): bigint =>
  BigInt(gas) * BigInt(max_fee)

/** What an act may cost at most: its part of its newest transaction. */
function mostFor({ rows }: Desk, id: number): bigint {
  const { share, max_fee } = rows.versions(id).at(-1)!
  return mostOf({ gas: share, max_fee })
}

export const limitOf = ({ rows }: Desk): bigint => rows.limit() ?? DEFAULT_LIMIT

/** Since midnight here: what was paid, and for what is still on its way, what it may cost at most. */
export function spentToday(desk: Desk): bigint {
  const { rows, now } = desk
  const midnight = new Date(now() * 1000).setHours(0, 0, 0, 0) / 1000
  const costs = rows.since(midnight).map(({ id, cost, state }) => {
    if (cost !== null) return BigInt(cost)
    return state === 'refused' ? 0n : mostFor(desk, id)
  })
  return costs.reduce((sum, cost) => sum + cost, 0n)
}

/** Asked once, it answers for several acts, each of which leaves less for the next. */
async function purseOf(desk: Desk): Promise<(most: bigint) => Failure | null> {
  const { account, provider, rows } = desk
  const promised = rows.pending().reduce((sum, { id }) => sum + mostFor(desk, id), 0n)
  let left = limitOf(desk) - spentToday(desk)
  let balance = (await provider.getBalance(account)) - promised
  return (most) => {
    if (most > left) return new Failure('E_RELAYER_LIMIT', { account })
    if (most > balance) return new Failure('E_RELAYER_NO_FUNDS', { account })
    left -= most
    balance -= most
    return null
  }
}

/** @throws Failure E_RELAYER_LIMIT, E_RELAYER_NO_FUNDS before anything is sent */
export async function assertPayable(desk: Desk, most: bigint): Promise<void> {
  const refusal = (await purseOf(desk))(most)
  if (refusal !== null) throw refusal
}

/**
 * Signs, keeps, and only then sends: several acts in one transaction. Of unknown fate, they stay drafts: the next look
 * sends the same bytes again. What can't be paid for is left out before anything is signed.
 * @returns for each act its entry, or why it was left out: E_RELAYER_LIMIT, E_RELAYER_NO_FUNDS
 * @throws Failure E_CHAIN_UNREACHABLE, or what the node refused it for; its number is then free again
 */
export async function sendFirst(desk: Desk, loads: readonly Load[]): Promise<(number | Failure)[]> {
  if (loads.length === 0) return []
  const fees = await currentFees(desk.provider)
  const take = await purseOf(desk)
  const refusals = loads.map(({ gas }) => take(BigInt(gas) * fees.maxFee))
  const paid = loads.filter((_, place) => refusals[place] === null)
  const ids = paid.length === 0 ? [] : await sendPaid(desk, paid, fees)
  return refusals.map((refusal) => refusal ?? ids.shift()!)
}

async function sendPaid(desk: Desk, loads: readonly Load[], fees: Fees): Promise<number[]> {
  const { rows, provider, account } = desk
  const call = callOf(loads.map(({ packed, gas }) => ({ data: packed.data, gas })))
  const signed = await sign(desk, call, await freeNonce(desk), fees)
  const ids = rows.keep(loads, desk.now(), signed)
  try {
    if (await broadcast(provider, signed.raw)) for (const id of ids) rows.change(id, { state: 'sent' })
  } catch (error) {
    const failure = Failure.from(error)
    if (failure.code === 'E_CHAIN_UNREACHABLE') throw failure
    for (const id of ids) rows.change(id, { state: 'refused', failure: failure.code })
    throw failure.code === 'E_RELAYER_NO_FUNDS' ? new Failure(failure.code, { account }) : failure
  }
  return ids
}
