import { type JsonRpcProvider, toQuantity } from 'ethers'
import type { Deployment } from '../crypto/context.ts'
import { ACT_FIELDS } from '../domain/act-fields.ts'
import type { Act, ActName } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Transaction } from '../ports/wallet-key.ts'
import { CONTRACT, functionOf } from './ledger-abi.ts'
import { ledgerFailure } from './ledger-errors.ts'
import { currentFees } from './relayer-fees.ts'

/** The addresses that an act names. */
export function peopleIn(act: Act): Address[] {
  const message = act.message as unknown as Record<string, Address>
  return ACT_FIELDS[act.name].flatMap(([field, type]) =>
    type === 'address' && field !== 'device' ? [message[field]!] : [],
  )
}

/** The act that a transaction brings: a wallet of this computer sends nothing else. */
export function actIn(data: Hex32): Act | null {
  const call = CONTRACT.parseTransaction({ data })
  const name = (Object.keys(ACT_FIELDS) as ActName[]).find((each) => functionOf(each) === call?.name)
  if (call === null || name === undefined) return null
  const { nonce, deadline, ...message } = call.args[0].toObject(true)
  const told = Object.entries(message).map(([field, value]) => [field, plain(value)])
  return {
    name,
    message: { ...Object.fromEntries(told), nonce, deadline: Number(deadline) },
  } as unknown as Act
}

/** As the app itself writes it: addresses in lower case. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value) ? value.toLowerCase() : value

/**
 * @throws Failure E_WALLET_OTHER_CHAIN when the node has another chain than the clinic, E_WALLET_NO_FUNDS, and what the
 * contract would refuse
 */
export async function priced(
  provider: JsonRpcProvider,
  { chainId, contract }: Deployment,
  from: Address,
  data: Hex32,
): Promise<{ transaction: Transaction; fee: bigint }> {
  try {
    const found = Number(await provider.send('eth_chainId', []))
    if (found !== chainId) throw new Failure('E_WALLET_OTHER_CHAIN', { expected: chainId, found })
    const [nonce, estimate, fees, balance] = await Promise.all([
      provider.send('eth_getTransactionCount', [from, 'pending']),
      provider.send('eth_estimateGas', [{ from, to: contract, data, value: toQuantity(0) }]),
      currentFees(provider),
      provider.getBalance(from),
    ])
    // The block it lands in may hold a change that makes the act dearer: a fifth more than estimated.
    const gas = (BigInt(estimate) * 6n) / 5n
    const fee = gas * fees.maxFee
    if (balance < fee) throw new Failure('E_WALLET_NO_FUNDS', {})
    return { transaction: { data, nonce: Number(nonce), gas, ...fees }, fee }
  } catch (error) {
    throw ledgerFailure(error)
  }
}
