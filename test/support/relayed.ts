import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { createRelayerQueue } from '../../electron/main/adapters/relayer-queue.ts'
import type { Address, Digest, Hex32, Pointer } from '../../electron/main/domain/bytes.ts'
import type { Network, Payer } from '../../electron/main/domain/network.ts'
import type { TransactionState } from '../../electron/main/domain/transaction.ts'
import type { SignedAct } from '../../electron/main/flows/bring-act.ts'
import type { Receipt } from '../../electron/main/ports/ledger.ts'
import { register } from './cast.ts'
import { addressAt, openClinic, walletAt } from './clinic.ts'

export const RELAYER = 18

const random32 = (): Hex32 => `0x${randomBytes(32).toString('hex')}` as Hex32

type Options = {
  readonly confirmations?: number
  readonly provider?: JsonRpcProvider
  readonly now?: () => number
  readonly stalledAfter?: number
}

/** One computer that holds the relayer's key, over a queue file of its own. */
export function openRelayer(network: Network, file: string, options: Options = {}) {
  const provider = options.provider ?? connect(network)
  const { confirmations = 1, now } = options
  const payer: Payer = { kind: 'relayer', account: addressAt(RELAYER), confirmations }
  const states: TransactionState[][] = []
  const queue = createRelayerQueue({
    file,
    network,
    payer,
    provider,
    keys: { signer: async () => walletAt(RELAYER) as never },
    changed: (all) => void states.push(all.map(({ state }) => state)),
    stalledAfter: options.stalledAfter ?? 8_000,
    ...(now === undefined ? {} : { now }),
  })
  const view = viewsOf(provider, network)
  const sender = {
    kind: async () => 'relayer' as const,
    account: async () => payer.account,
    bring: queue.bring,
    isUnderWay: queue.isUnderWay,
  }
  const carrier = createCarrier({
    network,
    provider,
    view,
    state: createLedgerState(view, chainOf(provider)),
    wallet: { account: async () => payer.account, send: async () => Promise.reject(new Error('not asked')) },
    sender,
  })
  return {
    queue,
    /** What screens were told, change by change. */
    states,
    carrier,
    carry: ({ act, signature }: SignedAct): Promise<Receipt> => carrier.carry(act, signature),
    stop: async () => {
      queue.stop()
      if (options.provider === undefined) provider.destroy()
    },
  }
}

/** A clinic with a patient whose acts the relayer brings. */
export async function openRelayed() {
  const clinic = await openClinic()
  const admin = await clinic.person(0)
  const patient = await clinic.person(2)
  await clinic.join(admin, ['admin'])
  await register(admin, patient, 'patient')
  await clinic.join(patient, ['patient'])
  const { ledger } = patient.world
  const rpc = (method: string, ...params: unknown[]) => clinic.provider.send(method, params)
  let files = 0
  return {
    ...clinic,
    admin,
    patient,
    rpc,
    relayer: addressAt(RELAYER) as Address,
    file: () => join(clinic.folder, `queue-${files++}.sqlite`),
    mining: (on: boolean) => rpc('evm_setAutomine', on),
    mine: (blocks = 1) => rpc('anvil_mine', `0x${blocks.toString(16)}`),
    /** A record of the patient's own, signed. */
    record: async (): Promise<SignedAct> => {
      const me = patient.world.me
      const { keyring } = await ledger.folder(me, 1)
      const [digest, card] = [random32() as unknown as Digest, random32() as unknown as Pointer]
      const act = await ledger.stamp('AddRecord', {
        patient: me,
        author: me,
        folder: 1,
        keyring,
        digest,
        card,
      })
      return { act, signature: await patient.wallet.signAct(act) }
    },
    /** The opening of a folder: of several that are signed before one is recorded, one is taken. */
    folder: async (number: number): Promise<SignedAct> => {
      const message = {
        patient: patient.world.me,
        folders: [number],
        keyrings: [random32() as unknown as Pointer],
      }
      const act = await ledger.stamp('OpenFolders', message)
      return { act, signature: await patient.wallet.signAct(act) }
    },
    records: async (): Promise<number> => (await ledger.head(patient.world.me)).records,
  }
}

export type Relayed = Awaited<ReturnType<typeof openRelayed>>
