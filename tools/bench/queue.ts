import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HDNodeWallet, Mnemonic } from 'ethers'
import { CONTRACT, functionOf } from '../../electron/main/adapters/ledger-abi.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { createRelayerQueue } from '../../electron/main/adapters/relayer-queue.ts'
import type { Address, Digest, Hex32, Pointer } from '../../electron/main/domain/bytes.ts'
import type { Payer } from '../../electron/main/domain/network.ts'
import { type SignedAct, signWithWallet } from '../../electron/main/flows/bring-act.ts'
import type { World } from '../../electron/main/flows/world.ts'
import { DEMO_PHRASE } from '../demo/people.ts'
import { type BenchClinic, openBenchClinic } from './clinic.ts'
import { seconds } from './measure.ts'
import { settle } from './people.ts'

export type Queue = {
  readonly acts: number
  /** Seconds through the clinic's queue: written down, sent, looked after, read back. */
  readonly drained: number
  /** Seconds for as many bare transactions of the same calls, one after the other. */
  readonly bare: number
  /** What the queue made of them, and what the bare ones were. */
  readonly shared: Cost
  readonly single: Cost
}

/** Gas is that of an act, on average. */
type Cost = { readonly transactions: number; readonly gas: number }

const RELAYER = 18
const GAS = 300_000n
/** A day's, in wei: thousands of acts cost more than a clinic would let pass without a word. */
const LIMIT = 10n ** 19n
export const random32 = (): Hex32 => `0x${randomBytes(32).toString('hex')}` as Hex32

/** Hands so many signed acts to the clinic's account at once, and waits until the chain has all of them. */
export async function measureQueue(acts: number): Promise<Queue> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-queue-'))
  const clinic = await openBenchClinic()
  try {
    const { world } = (await settle(clinic)).patient
    const signed = await signRecords(world, 2 * acts)
    const hashes: { shared: readonly Hex32[]; single: readonly Hex32[] } = { shared: [], single: [] }
    const drained = await seconds(async () => {
      hashes.shared = await throughQueue(clinic, join(folder, 'queue.sqlite'), signed.slice(0, acts))
    })
    const bare = await seconds(async () => {
      hashes.single = await bareTransactions(clinic, signed.slice(acts))
    })
    if ((await world.ledger.head(world.me)).records !== 2 * acts) throw new Error('some acts were lost')
    const [shared, single] = [await costOf(clinic, hashes.shared), await costOf(clinic, hashes.single)]
    return { acts, drained, bare, shared, single }
  } finally {
    await clinic.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Records of nothing: what the chain is told of real ones. */
export async function signRecords(world: World, count: number): Promise<SignedAct[]> {
  const { keyring } = await world.ledger.folder(world.me, 1)
  const made: SignedAct[] = []
  for (let at = 0; at < count; at += 1) {
    const [digest, card] = [random32() as unknown as Digest, random32() as unknown as Pointer]
    const message = { patient: world.me, author: world.me, folder: 1, keyring, digest, card }
    made.push(await signWithWallet(world, 'AddRecord', message))
  }
  return made
}

const relayerOf = ({ provider }: BenchClinic) =>
  HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEMO_PHRASE), `m/44'/60'/0'/0/${RELAYER}`).connect(provider)

/** @param hashes the transaction of each act */
async function costOf({ provider }: BenchClinic, hashes: readonly Hex32[]): Promise<Cost> {
  const transactions = [...new Set(hashes)]
  const receipts = await Promise.all(transactions.map((hash) => provider.getTransactionReceipt(hash)))
  const gas = receipts.reduce((sum, receipt) => sum + Number(receipt!.gasUsed), 0)
  return { transactions: transactions.length, gas: gas / hashes.length }
}

/** The clinic's account, which gathers what comes at the same time. */
export function relayed(clinic: BenchClinic, file: string) {
  const { network, provider } = clinic
  const wallet = relayerOf(clinic)
  const account = wallet.address.toLowerCase() as Address
  const payer: Payer = { kind: 'relayer', account, confirmations: 1 }
  const queue = createRelayerQueue({
    file,
    network,
    payer,
    provider,
    keys: { signer: async () => wallet as never },
    changed: () => undefined,
  })
  queue.setLimit(LIMIT)
  const view = viewsOf(provider, network)
  const carrier = createCarrier({
    network,
    provider,
    view,
    state: createLedgerState(view, chainOf(provider)),
    wallet: { account: async () => account, send: async () => Promise.reject(new Error('not asked')) },
    sender: {
      kind: async () => 'relayer' as const,
      account: async () => account,
      bring: queue.bring,
      isUnderWay: queue.isUnderWay,
    },
  })
  return { carry: ({ act, signature }: SignedAct) => carrier.carry(act, signature), stop: queue.stop }
}

/** @returns the transaction of each act */
async function throughQueue(
  clinic: BenchClinic,
  file: string,
  signed: readonly SignedAct[],
): Promise<readonly Hex32[]> {
  const { carry, stop } = relayed(clinic, file)
  const receipts = await Promise.all(signed.map(carry))
  stop()
  return receipts.map(({ transaction }) => transaction)
}

async function bareTransactions(
  clinic: BenchClinic,
  signed: readonly SignedAct[],
): Promise<readonly Hex32[]> {
  const wallet = relayerOf(clinic)
  const hashes: Hex32[] = []
  for (const { act, signature } of signed) {
    const data = CONTRACT.encodeFunctionData(functionOf(act.name), [act.message, signature])
    const sent = await wallet.sendTransaction({ to: clinic.network.contract, data, gasLimit: GAS })
    await sent.wait()
    hashes.push(sent.hash as Hex32)
  }
  return hashes
}
