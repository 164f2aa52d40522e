import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { HDNodeWallet, Mnemonic } from 'ethers'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { watchWitness } from '../../electron/main/adapters/chain-witness.ts'
import { diskSources } from '../../electron/main/adapters/files-disk.ts'
import { createIndex } from '../../electron/main/adapters/index-sqlite.ts'
import { createJournal } from '../../electron/main/adapters/journal-sqlite.ts'
import { createCarrier } from '../../electron/main/adapters/ledger-carrier.ts'
import { connect } from '../../electron/main/adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from '../../electron/main/adapters/ledger-state.ts'
import { createMetrics } from '../../electron/main/adapters/metrics-sqlite.ts'
import { createShelf } from '../../electron/main/adapters/shelf-sqlite.ts'
import { createSpool } from '../../electron/main/adapters/spool-disk.ts'
import { startVaultThread } from '../../electron/main/adapters/vault-thread.ts'
import { domainOf, typesOf } from '../../electron/main/crypto/typed-data.ts'
import { signerIn } from '../../electron/main/domain/acts.ts'
import type { Address, Hex32 } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { JobView } from '../../electron/main/domain/job.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import { actingFor } from '../../electron/main/flows/acting.ts'
import { JobRunner } from '../../electron/main/flows/job-runner.ts'
import { publishKey } from '../../electron/main/flows/publish-key.ts'
import type { Outside, World } from '../../electron/main/flows/world.ts'
import type { Question } from '../../electron/main/ports/confirm.ts'
import type { Vault } from '../../electron/main/ports/vault.ts'
import type { Wallet } from '../../electron/main/ports/wallet.ts'
import { startAnvil } from '../../tools/chain/anvil.ts'
import { deploy } from '../../tools/chain/deploy.ts'
import { memoryStore } from '../../tools/stand-ins/memory-store.ts'
import { bundled } from './bundled.ts'
import { openClassifier } from './classifier.ts'

export const PHRASE = 'test test test test test test test test test test test junk'
const CHEAP_SCRYPT = { N: 2 ** 10, r: 8, p: 1 }
export const PASSPHRASE = 'correct horse battery'
/** What the system's keychain would keep. */
const SECRET = new Uint8Array(32)

export const walletAt = (index: number): HDNodeWallet =>
  HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PHRASE), `m/44'/60'/0'/0/${index}`)
export const addressAt = (index: number): Address => walletAt(index).address.toLowerCase() as Address

/** A wallet that signs what it is asked, or refuses when told to. */
export class ScriptedWallet implements Wallet {
  refuse: Failure | null = null
  readonly asked: string[] = []
  readonly #wallet: HDNodeWallet
  readonly #network: Network

  constructor(index: number, network: Network) {
    this.#wallet = walletAt(index)
    this.#network = network
  }

  account = async (): Promise<Address> => this.#wallet.address.toLowerCase() as Address

  signAct: Wallet['signAct'] = async (act, acting) => {
    this.asked.push(act.name)
    if (this.refuse !== null) throw this.refuse
    if (signerIn(act, acting) !== (await this.account())) throw new Failure('E_WALLET_OTHER_ACCOUNT')
    return (await this.#wallet.signTypedData(
      domainOf(this.#network),
      typesOf(act.name),
      act.message,
    )) as Hex32
  }

  signMessage: Wallet['signMessage'] = async (_, message) =>
    (await this.#wallet.signMessage(message)) as Hex32

  send: Wallet['send'] = async () => {
    throw new Failure('E_WALLET_UNSUPPORTED')
  }
}

/** Each person's keys as they lie on disk, for every clinic of this process: making RSA keys takes a second. */
const madeBefore = new Map<Address, Uint8Array>()

export type Person = {
  readonly world: World
  readonly wallet: ScriptedWallet
  readonly jobs: JobRunner
  readonly views: Map<string, JobView>
  readonly questions: Question[]
  /** Resolves when a job has come to rest. */
  readonly settled: (id: string) => Promise<JobView>
  readonly close: () => Promise<void>
  /** Locks and unlocks: another thread of keys, beside the same unfinished work. */
  readonly relock: () => Promise<Person>
}

/** A clinic over a real chain, a real store in memory and real key threads: only wallets and clicks are scripted. */
export async function openClinic(change: { now?: () => Date; args?: string[] } = {}) {
  const anvil = await startAnvil({ phrase: PHRASE, args: change.args ?? [] })
  const admin = addressAt(0)
  const network: Network = {
    name: 'Test clinic',
    chainId: 31337,
    rpc: anvil.rpc,
    contract: `0x${'00'.repeat(20)}` as Address,
    deployedAt: 0,
    payer: { kind: 'node', account: addressAt(19) },
    stores: [],
    copies: 1,
    demo: null,
  }
  const provider = connect(network)
  const { address, block } = await deploy(provider, admin)
  Object.assign(network, { contract: address, deployedAt: block })
  const blobs = await createHeliaBlobs({
    blockstore: new MemoryBlockstore(),
    datastore: new MemoryDatastore(),
  })
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-'))
  const classifier = openClassifier()
  const closers: (() => Promise<void>)[] = [classifier.stop]

  const seated = new Set<Address>()

  /** The vault of somebody who comes to the same place once more has other keys: they lost theirs. */
  async function vaultOf(owner: Address, vault: Vault): Promise<Uint8Array> {
    const before = seated.has(owner) ? undefined : madeBefore.get(owner)
    seated.add(owner)
    if (before !== undefined) {
      await vault.open(before, PASSPHRASE, SECRET)
      return before
    }
    const file = await vault.create(owner, PASSPHRASE, SECRET)
    if (!madeBefore.has(owner)) madeBefore.set(owner, file)
    return file
  }

  /** @param account whom their wallet acts for; themselves unless given */
  async function person(index: number, account?: Address): Promise<Person> {
    const wallet = new ScriptedWallet(index, network)
    const view = viewsOf(provider, network)
    const state = createLedgerState(view, chainOf(provider))
    const questions: Question[] = []
    const outside: Outside = {
      network,
      deployment: network,
      ledger: { ...state, ...createCarrier({ network, provider, view, state, wallet }) },
      index: createIndex(':memory:', network, provider, view),
      blobs,
      witness: watchWitness({ network, provider, changed: () => undefined }),
      shelf: createShelf({ file: ':memory:', local: blobs, limit: () => 1e9 }),
      wallet,
      confirm: { ask: async (question) => void questions.push(question) },
      classifier,
      metrics: createMetrics(':memory:'),
      now: change.now ?? (() => new Date()),
    }
    const signer = addressAt(index)
    const me = account ?? signer
    const first = startVaultThread(bundled('vault-worker'), network, CHEAP_SCRYPT)
    const file = await vaultOf(me, first.vault)
    const desk = {
      journal: createJournal(':memory:'),
      spool: createSpool(join(folder, `spool-${account ?? index}`)),
      learned: memoryStore(),
    }
    const own = { ...desk, me, signer, wallet: actingFor(wallet, me, signer) }
    const relock = async (): Promise<Person> => {
      const next = startVaultThread(bundled('vault-worker'), network, CHEAP_SCRYPT)
      await next.vault.open(file, PASSPHRASE, SECRET)
      return seat({ ...outside, ...own, vault: next.vault }, next.end, { wallet, questions, relock })
    }
    return seat({ ...outside, ...own, vault: first.vault }, first.end, { wallet, questions, relock })
  }

  function seat(
    world: World,
    end: () => Promise<void>,
    { relock, ...theirs }: Pick<Person, 'wallet' | 'questions' | 'relock'>,
  ): Person {
    const views = new Map<string, JobView>()
    const listeners = new Set<(view: JobView) => void>()
    const jobs = new JobRunner(world, diskSources, {
      changed: (job) => {
        views.set(job.id, job)
        for (const listener of listeners) listener(job)
      },
      gone: (id) => void views.delete(id),
    })
    const settled = (id: string): Promise<JobView> =>
      new Promise((done) => {
        const look = (job: JobView): void => {
          if (job.id !== id || job.state === 'running') return
          listeners.delete(look)
          done(job)
        }
        listeners.add(look)
        const known = views.get(id)
        if (known !== undefined) look(known)
      })
    const close = async (): Promise<void> => {
      jobs.stop()
      await end()
    }
    closers.push(close)
    return {
      ...theirs,
      ...{ world, jobs, views, settled, close },
      relock: async () => {
        await close()
        return relock()
      },
    }
  }

  return {
    network,
    provider,
    blobs,
    anvil,
    folder,
    person: (index: number) => person(index),
    /** At a computer where their wallet acts for somebody. */
    acting: (index: number, account: Address) => person(index, account),
    /** Publishes the person's key. */
    join: async ({ world }: Person, roles: Parameters<typeof publishKey>[1]) => publishKey(world, roles),
    close: async () => {
      await Promise.all(closers.map((close) => close()))
      provider.destroy()
      await blobs.stop()
      await anvil.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
