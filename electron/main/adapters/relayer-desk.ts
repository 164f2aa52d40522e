import { type JsonRpcProvider, keccak256, type Wallet } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network } from '../domain/network.ts'
import { broadcast } from './relayer-broadcast.ts'
import { currentFees, type Fees } from './relayer-fees.ts'
import type { Entry, Packed, Rows, Version } from './relayer-rows.ts'

/** What a plain transfer to oneself uses. */
const TRANSFER_GAS = 21_000
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

/** @throws Failure E_RELAYER_KEY when the key was taken away meanwhile */
export async function sign(
  { network, account, signer }: Desk,
  act: { readonly data: Hex32; readonly gas: number } | null,
  nonce: number,
  { maxFee, tip }: Fees,
): Promise<Version> {
  const wallet = await signer()
  if (wallet === null) throw new Failure('E_RELAYER_KEY', { account })
  const gas = act?.gas ?? TRANSFER_GAS
  const raw = await wallet.signTransaction({
    type: 2,
    chainId: network.chainId,
    nonce,
    to: act === null ? account : network.contract,
    data: act?.data ?? '0x',
    value: 0n,
    gasLimit: gas,
    maxFeePerGas: maxFee,
    maxPriorityFeePerGas: tip,
  })
  const hash = keccak256(raw) as Hex32
  const kind = act === null ? 'cancel' : 'act'
  return { hash, nonce, kind, raw, gas, max_fee: maxFee.toString(), tip: tip.toString() }
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

export const mostOf = ({ gas, max_fee }: Pick<Version, 'gas' | 'max_fee'>): bigint =>
  BigInt(gas) * BigInt(max_fee)

export const limitOf = ({ rows }: Desk): bigint => rows.limit() ?? DEFAULT_LIMIT

/** Since midnight here: what was paid, and for what is still on its way, what it may cost at most. */
export function spentToday({ rows, now }: Desk): bigint {
  const midnight = new Date(now() * 1000).setHours(0, 0, 0, 0) / 1000
  const costs = rows.since(midnight).map((entry) => {
    if (entry.cost !== null) return BigInt(entry.cost)
    return entry.state === 'refused' ? 0n : mostOf(rows.versions(entry.id).at(-1)!)
  })
  return costs.reduce((sum, cost) => sum + cost, 0n)
}

/** @throws Failure E_RELAYER_LIMIT, E_RELAYER_NO_FUNDS before anything is signed */
export async function assertPayable(desk: Desk, most: bigint): Promise<void> {
  const { account, provider, rows } = desk
  if (spentToday(desk) + most > limitOf(desk)) throw new Failure('E_RELAYER_LIMIT', { account })
  const promised = rows
    .open(Number.MAX_SAFE_INTEGER)
    .map(({ id }) => mostOf(rows.versions(id).at(-1)!))
    .reduce((sum, cost) => sum + cost, 0n)
  if ((await provider.getBalance(account)) < promised + most)
    throw new Failure('E_RELAYER_NO_FUNDS', { account })
}

/**
 * Signs, keeps, and only then sends. Of unknown fate, it stays a draft: the next look sends the same bytes again.
 * @throws Failure E_CHAIN_UNREACHABLE, or what the node refused it for; its number is then free again
 */
export async function sendFirst(
  desk: Desk,
  packed: Packed,
  gas: number,
  before: Entry | null,
): Promise<number> {
  const fees = await currentFees(desk.provider)
  await assertPayable(desk, BigInt(gas) * fees.maxFee)
  const version = await sign(desk, { data: packed.data, gas }, await freeNonce(desk), fees)
  const { rows, provider, account } = desk
  const id = before?.id ?? rows.add(packed, gas, desk.now(), version)
  if (before !== null) {
    rows.sign(id, version)
    rows.change(id, { state: 'draft', block: null, failure: null })
  }
  try {
    if (await broadcast(provider, version.raw)) rows.change(id, { state: 'sent' })
  } catch (error) {
    const failure = Failure.from(error)
    if (failure.code === 'E_CHAIN_UNREACHABLE') throw failure
    rows.change(id, { state: 'refused', failure: failure.code })
    throw failure.code === 'E_RELAYER_NO_FUNDS' ? new Failure(failure.code, { account }) : failure
  }
  return id
}
