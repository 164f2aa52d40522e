import type { JsonRpcProvider, Log, Result, TransactionReceipt } from 'ethers'
import { hashOf } from '../crypto/typed-data.ts'
import { type Act, type ActName, nonceKind, signerOf } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Network } from '../domain/network.ts'
import type { Carrier, LedgerState, Receipt } from '../ports/ledger.ts'
import type { Wallet } from '../ports/wallet.ts'
import { CONTRACT, EVENT_OF, functionOf, topicOf } from './ledger-abi.ts'
import { callsIn, refusalIn } from './ledger-batch.ts'
import { createDirectSender, type Sender } from './ledger-direct.ts'
import { ledgerFailure } from './ledger-errors.ts'
import type { View } from './ledger-state.ts'
import { createRanges } from './log-ranges.ts'

/** How long a signed act stays good. */
const GOOD_FOR_SECONDS = 12 * 3600
/** The longest that the contract allows (MAX_DEADLINE in Acts.sol). */
const LONGEST_SECONDS = 24 * 3600

type Parts = {
  readonly network: Network
  readonly provider: JsonRpcProvider
  readonly view: View
  readonly state: LedgerState
  readonly wallet: Pick<Wallet, 'send' | 'account'>
  readonly stalledAfter?: number
  /** Another way than the node's account or the person's own wallet. */
  readonly sender?: Sender
}

/** Brings signed acts to the chain. */
export function createCarrier(parts: Parts): Carrier {
  const { network, provider, view, state } = parts
  const sender = parts.sender ?? createDirectSender(parts)
  const inRanges = createRanges()
  /** The next number of each signer that this process has not given out. */
  const next = new Map<Address, Promise<bigint>>()

  async function nextNonce(name: ActName, message: Record<string, unknown>): Promise<bigint> {
    const signer = signerOf({ name, message } as unknown as Act)
    if (nonceKind(name) === 'patient') return (await state.head(message.patient as Address)).nonce
    if (nonceKind(name) === 'account') return (await state.account(signer)).nonce
    return freeNumber(signer)
  }

  /**
   * Numbers close to each other share a slot and are cheapest, so they are given out in a row, from the first one the
   * chain has not seen. Which one that is, is searched for once.
   */
  async function freeNumber(signer: Address): Promise<bigint> {
    const isUsed = async (nonce: bigint): Promise<boolean> =>
      (await view('isNonceUsed', [signer, nonce]))[0] as boolean
    if (!next.has(signer)) next.set(signer, firstFree(isUsed))
    const searched = next.get(signer)!
    // Taken before anything is awaited: two acts stamped at once get two numbers.
    const taken = searched.then((free) => free + 1n)
    taken.catch(() => undefined)
    next.set(signer, taken)
    let nonce = await searched.catch((error) => {
      next.delete(signer)
      throw error
    })
    while (await isUsed(nonce)) nonce = await freeNumber(signer)
    return nonce
  }

  /**
   * What was sent is read back from the chain: neither wallet nor node is believed. The transaction may bring other acts
   * besides.
   */
  async function receiptOf(act: Act, data: Hex32, receipt: TransactionReceipt): Promise<Receipt> {
    const transaction = await provider.getTransaction(receipt.hash)
    const calls = callsIn(transaction?.data ?? '0x')
    const place = calls.indexOf(data)
    const refused = place === -1 || refusalIn(receipt, network.contract, place) !== null
    const log = refused ? undefined : receipt.logs.find((each) => isLogOf(act, each))
    if (log?.address.toLowerCase() !== network.contract)
      throw new Failure('E_CHAIN_REFUSED', { rule: 'other transaction' })
    const block = await provider.getBlock(receipt.blockNumber)
    const record = act.name === 'AddRecord' ? Number(recordIn(log).record) : null
    return {
      transaction: receipt.hash as Hex32,
      block: receipt.blockNumber,
      at: block?.timestamp ?? 0,
      gas: Math.round(Number(receipt.gasUsed) / calls.length),
      record,
    }
  }

  /** The first block that is no older than `time`, in seconds since 1970; the newest where none is. */
  async function firstSince(time: number, newest: number): Promise<number> {
    let [low, high] = [network.deployedAt, newest]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const block = await provider.getBlock(middle)
      if (block !== null && block.timestamp < time) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The same act, when a run before this one already brought it. */
  async function alreadyCarried(act: Act, data: Hex32): Promise<Receipt | null> {
    const [event] = EVENT_OF[act.name]
    const padded = subjectOf(act)
    const topics = act.name === 'LogViews' ? [topicOf(event), null, padded] : [topicOf(event), padded]
    const newest = await provider.getBlockNumber()
    const earliest = await firstSince(Number(act.message.deadline) - LONGEST_SECONDS, newest)
    const logs: Log[] = []
    await inRanges(earliest, newest, async (fromBlock, toBlock) => {
      const found = await provider.getLogs({ address: network.contract, topics, fromBlock, toBlock })
      logs.push(...found)
      return found.length
    })
    for (const hash of new Set(logs.map((log) => log.transactionHash).reverse())) {
      const place = callsIn((await provider.getTransaction(hash))?.data ?? '0x').indexOf(data)
      if (place === -1) continue
      const receipt = await provider.getTransactionReceipt(hash)
      // Brought by two, it was refused to one of them.
      if (receipt === null || refusalIn(receipt, network.contract, place) !== null) continue
      return receiptOf(act, data, receipt)
    }
    return null
  }

  return {
    payer: sender.kind,
    isUnderWay: (act) => sender.isUnderWay(hashOf(network, act)),
    stamp: async (name, message) => {
      const nonce = await nextNonce(name, message)
      const deadline = (await state.now()) + GOOD_FOR_SECONDS
      return { name, message: { ...message, nonce, deadline } } as never
    },
    carry: async (act, signature) => {
      const data = CONTRACT.encodeFunctionData(functionOf(act.name), [act.message, signature]) as Hex32
      // A refusal is found out before anything is paid.
      const estimate = async (): Promise<bigint> =>
        provider.estimateGas({ from: await sender.account(), to: network.contract, data })
      const packed = { act: act.name, digest: hashOf(network, act), signer: signerOf(act), signature, data }
      try {
        return await receiptOf(act, data, await sender.bring(packed, estimate))
      } catch (error) {
        const failure = ledgerFailure(error)
        if (
          failure.detail.rule === 'NonceUsed' ||
          failure.detail.rule === 'NonceNotNext' ||
          failure.detail.rule === 'AlreadyJoined'
        ) {
          const receipt = await alreadyCarried(act, data)
          if (receipt !== null) return receipt
        }
        throw failure
      }
    },
  }
}

function subjectOf(act: Act): string {
  const [, subject] = EVENT_OF[act.name]
  const address = (act.message as unknown as Record<string, string>)[subject]!
  return `0x${address.slice(2).padStart(64, '0')}`
}

const recordIn = ({ data, topics }: Log): Result => CONTRACT.decodeEventLog('RecordAdded', data, topics)

/** The act's own event among those of a transaction; records, of which a patient may get several at once, by number. */
function isLogOf(act: Act, log: Log): boolean {
  const [event] = EVENT_OF[act.name]
  if (log.topics[0] !== topicOf(event) || !log.topics.includes(subjectOf(act))) return false
  if (act.name !== 'AddRecord') return true
  const { author, nonce } = recordIn(log)
  return author.toLowerCase() === act.message.author && nonce === act.message.nonce
}

/** The first unused number, where the used ones are a row from zero: doubling steps, then halving. */
async function firstFree(isUsed: (nonce: bigint) => Promise<boolean>): Promise<bigint> {
  let low = 0n
  let high = 1n
  while (await isUsed(high - 1n)) {
    low = high
    high *= 2n
  }
  while (low < high - 1n) {
    const middle = (low + high) / 2n
    if (await isUsed(middle - 1n)) low = middle
    else high = middle
  }
  return high - 1n
}
