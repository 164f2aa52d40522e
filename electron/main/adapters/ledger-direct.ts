import { setTimeout as delay } from 'node:timers/promises'
import { type JsonRpcProvider, type TransactionReceipt, toQuantity } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network, Payer } from '../domain/network.ts'
import type { Wallet } from '../ports/wallet.ts'
import type { Packed } from './relayer-rows.ts'

/** An act that is not recorded by then is reported as stalled; it may still be recorded later. */
const STALLED_AFTER_MS = 60_000
const FIRST_PAUSE_MS = 20
const PAUSE_MS = 1_000

/** One way to get an act into a block. */
export type Sender = {
  readonly kind: () => Promise<Payer['kind']>
  readonly account: () => Promise<Address>
  /** @param estimate the gas it needs; fails with the contract's reason when it would be refused */
  readonly bring: (packed: Packed, estimate: () => Promise<bigint>) => Promise<TransactionReceipt>
  readonly isUnderWay: (digest: Hex32) => boolean
}

type Parts = {
  readonly network: Network
  readonly provider: JsonRpcProvider
  readonly wallet: Pick<Wallet, 'send' | 'account'>
  readonly stalledAfter?: number
}

/** From the account that the clinic's node holds, or from the person's own wallet. */
export function createDirectSender({ network, provider, wallet, stalledAfter }: Parts): Sender {
  const { payer } = network
  let before: Promise<unknown> = Promise.resolve()
  const account = async (): Promise<Address> => (payer.kind === 'node' ? payer.account : wallet.account())

  async function send(data: Hex32, gas: bigint): Promise<Hex32> {
    if (payer.kind !== 'node') return wallet.send(await account(), network.contract, data)
    // The block it lands in may hold a change that makes the act dearer: a fifth more than estimated.
    const transaction = { from: payer.account, to: network.contract, data, gas: toQuantity((gas * 6n) / 5n) }
    // The node counts for its account, and may give two that come at the same moment the same number.
    const sent = before.then(() => provider.send('eth_sendTransaction', [transaction]))
    before = sent.catch(() => undefined)
    return (await sent) as Hex32
  }

  /** Asks again and again: ethers' own wait asks at new blocks only, and misses the one that came while it set out. */
  async function waitFor(transaction: Hex32): Promise<TransactionReceipt> {
    const giveUpAt = performance.now() + (stalledAfter ?? STALLED_AFTER_MS)
    for (let pause = FIRST_PAUSE_MS; performance.now() < giveUpAt; pause = Math.min(2 * pause, PAUSE_MS)) {
      const receipt = await provider.getTransactionReceipt(transaction)
      if (receipt?.status === 1) return receipt
      if (receipt !== null) throw new Failure('E_CHAIN_REFUSED', { rule: 'reverted' })
      await delay(pause)
    }
    throw new Failure('E_CHAIN_STALLED', { transaction })
  }

  return {
    kind: async () => (payer.kind === 'node' ? 'node' : 'wallet'),
    account,
    // What was sent once is not followed any further.
    isUnderWay: () => false,
    bring: async ({ data }, estimate) => {
      const gas = await estimate()
      return waitFor(await send(data, gas))
    },
  }
}
