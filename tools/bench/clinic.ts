import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { HDNodeWallet, Mnemonic } from 'ethers'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { watchWitness } from '../../electron/main/adapters/chain-witness.ts'
import { createClassifier } from '../../electron/main/adapters/classifier-thread.ts'
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
import type { Address, Fingerprint, Hex32 } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Network } from '../../electron/main/domain/network.ts'
import type { World } from '../../electron/main/flows/world.ts'
import type { VaultDoor } from '../../electron/main/ports/vault.ts'
import type { Wallet } from '../../electron/main/ports/wallet.ts'
import { openDemoClinic } from '../demo/clinic.ts'
import { DEMO_PHRASE } from '../demo/people.ts'
import { memoryStore } from '../stand-ins/memory-store.ts'
import { CLASSIFIER } from './classifier.ts'
import { CHEAP_SCRYPT, PASSPHRASE, SCRIPT, SECRET } from './vault.ts'

/** Seconds: writing a chain of 100,000 events down each second would be most of what is measured. */
const NEVER_SAVED = 86_400

/** A wallet that signs at once: people's time is not measured. */
function walletAt(index: number, network: Network): Wallet & { readonly address: Address } {
  const path = `m/44'/60'/0'/0/${index}`
  const wallet = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEMO_PHRASE), path)
  const address = wallet.address.toLowerCase() as Address
  return {
    address,
    account: async () => address,
    signAct: async ({ name, message }) =>
      (await wallet.signTypedData(domainOf(network), typesOf(name), message)) as Hex32,
    signMessage: async (_, message) => (await wallet.signMessage(message)) as Hex32,
    send: async () => {
      throw new Failure('E_WALLET_UNSUPPORTED')
    },
  }
}

/** A clinic that is open already, and where one of its computers keeps the blocks. */
type Place = { readonly network: Network; readonly blocks: string }

/** Keys from a vault of this clinic's, or from a backup. */
type Keys = { readonly vault: Uint8Array } | { readonly backup: Uint8Array; readonly passphrase: string }

/** The app's own composition over a real chain and a store on disk, without its windows. */
export async function openBenchClinic(place: Place | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-bench-'))
  const own = place === null ? await openDemoClinic(join(folder, 'chain'), 0, NEVER_SAVED) : null
  const { network, blocks } = place ?? { network: own!.network, blocks: join(folder, 'blocks') }
  const provider = connect(network)
  const view = viewsOf(provider, network)
  const state = createLedgerState(view, chainOf(provider))
  const blobs = await createHeliaBlobs({
    blockstore: new FsBlockstore(blocks),
    datastore: new FsDatastore(join(folder, 'data')),
  })
  const ends: (() => Promise<void>)[] = []

  async function bring(vault: VaultDoor, owner: Address, keys: Keys | null): Promise<Uint8Array> {
    if (keys === null) return vault.create(owner, PASSPHRASE, SECRET)
    if ('backup' in keys) {
      const { publicKey } = await state.account(owner)
      const backup = {
        file: keys.backup,
        passphrase: keys.passphrase,
        expected: publicKey as Hex32 as Fingerprint,
      }
      return vault.restore(owner, backup, PASSPHRASE, SECRET)
    }
    await vault.open(keys.vault, PASSPHRASE, SECRET)
    return keys.vault
  }

  const classifier = createClassifier({ script: CLASSIFIER.script, model: CLASSIFIER.model })
  ends.push(classifier.stop)

  /** One person at a machine of their own. @param keys theirs, when they have been here before */
  async function person(index: number, keys: Keys | null = null) {
    const wallet = walletAt(index, network)
    const { vault, end } = startVaultThread(SCRIPT, network, CHEAP_SCRYPT)
    ends.push(end)
    const file = await bring(vault, wallet.address, keys)
    const world: World = {
      network,
      deployment: network,
      ledger: { ...state, ...createCarrier({ network, provider, view, state, wallet }) },
      index: createIndex(':memory:', network, provider, view),
      blobs,
      witness: watchWitness({ network, provider, changed: () => undefined }),
      shelf: createShelf({ file: ':memory:', local: blobs, limit: () => 1e12 }),
      wallet,
      confirm: { ask: async () => undefined },
      classifier,
      metrics: createMetrics(':memory:'),
      now: () => new Date(),
      me: wallet.address,
      signer: wallet.address,
      vault,
      journal: createJournal(':memory:'),
      spool: createSpool(join(folder, `spool-${index}`)),
      learned: memoryStore(),
    }
    return { world, file, end }
  }

  const close = async (): Promise<void> => {
    await Promise.all(ends.map((end) => end()))
    provider.destroy()
    await blobs.stop()
    await own?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { network, provider, blobs, person, close }
}

export type BenchClinic = Awaited<ReturnType<typeof openBenchClinic>>
export type BenchPerson = Awaited<ReturnType<BenchClinic['person']>>
