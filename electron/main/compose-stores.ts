import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FsBlockstore } from 'blockstore-fs'
import { FsDatastore } from 'datastore-fs'
import { createHeliaBlobs } from './adapters/blobs-helia.ts'
import { createSharedBlobs } from './adapters/blobs-shared.ts'
import { createNeighbours } from './adapters/neighbours-switch.ts'
import { createSealedStore } from './adapters/sealed-store-disk.ts'
import { createShelf } from './adapters/shelf-sqlite.ts'
import { createKuboStore } from './adapters/store-kubo.ts'
import { createPinataStore } from './adapters/store-pinata.ts'
import type { Network } from './domain/network.ts'
import type { Storage, StoreSettings, StoreState } from './domain/store.ts'
import type { Keychain } from './ports/keychain.ts'
import type { SharedStore } from './ports/shared-store.ts'

const PROBE_EVERY_MS = 10_000

type Place = {
  readonly network: Network
  readonly userData: string
  readonly keychain: Keychain
  readonly isOffline: () => boolean
  /** How much of them may lie here, in bytes. */
  readonly limit: () => number
  readonly changed: (states: readonly StoreState[]) => void
}

/** This computer's own store, the ones it shares, and their keys. */
export async function composeStores({ network, userData, keychain, isOffline, limit, changed }: Place) {
  const folder = join(userData, 'ipfs')
  const blocks = join(folder, 'blocks')
  // Counting and cleaning read a folder that the first block would make.
  await mkdir(blocks, { recursive: true, mode: 0o700 })
  const blockstore = new FsBlockstore(blocks)
  const local = await createHeliaBlobs({ blockstore, datastore: new FsDatastore(join(folder, 'data')) })
  const keys = createSealedStore(join(userData, 'store-keys.json'), keychain)
  const open = (store: StoreSettings): SharedStore => {
    const key = (): Promise<string | null> => keys.get(store.name)
    return store.kind === 'kubo' ? createKuboStore({ ...store, key }) : createPinataStore({ ...store, key })
  }
  const stores = network.stores.map(open)
  const copies = stores.length === 0 ? 0 : network.copies
  const shelf = createShelf({ file: join(userData, 'shelf.sqlite'), local, limit })
  const deployment = { chainId: network.chainId, contract: network.contract }
  const neighbours = createNeighbours(async () => {
    const { startNeighbours } = await import('./adapters/neighbours-libp2p.ts')
    return startNeighbours({ blockstore, deployment, changed: () => changed(blobs.states()) })
  })
  const blobs = createSharedBlobs({ local, neighbours, stores, copies, changed, isOffline, books: shelf })
  const probing = setInterval(() => void blobs.probe(), PROBE_EVERY_MS)
  void blobs.probe()

  async function storage(): Promise<Storage> {
    const states = blobs.states()
    const known = await keys.keys()
    return {
      copies,
      here: { ...(await blobs.usage()), times: blobs.timesOf(null) },
      neighbours: neighbours.count(),
      stores: network.stores.map(({ kind, name }, place) => ({
        ...states[place]!,
        kind,
        hasKey: known.includes(name),
        times: blobs.timesOf(name),
      })),
    }
  }

  return {
    blobs,
    shelf,
    storage,
    /** Null takes the key away. It is used from the next request on, and never shown again. */
    setKey: async (name: string, key: string | null): Promise<void> => {
      await (key === null ? keys.remove(name) : keys.set(name, key))
      await blobs.probe()
    },
    /** Whether this computer exchanges sealed pieces with others nearby. */
    exchange: async (on: boolean): Promise<void> => {
      await neighbours.turn(on)
      changed(blobs.states())
    },
    stop: async (): Promise<void> => {
      clearInterval(probing)
      await neighbours.turn(false)
      shelf.close()
      await local.stop()
    },
  }
}
