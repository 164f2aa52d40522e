import { createHash } from 'node:crypto'
import { withBitswap } from '@helia/bitswap'
import { unixfs } from '@helia/unixfs'
import { identify } from '@libp2p/identify'
import type { Libp2p, PeerInfo } from '@libp2p/interface'
import { mdns } from '@libp2p/mdns'
import { noise } from '@libp2p/noise'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { type Multiaddr, multiaddr } from '@multiformats/multiaddr'
import { MemoryDatastore } from 'datastore-core'
import { createHeliaLight } from 'helia'
import type { Blockstore } from 'interface-blockstore'
import { createLibp2p } from 'libp2p'
import { CID } from 'multiformats/cid'
import type { Deployment } from '../crypto/context.ts'
import { Failure } from '../domain/failure.ts'
import type { Neighbours } from '../ports/neighbours.ts'
import { isPrivateAddress } from './private-address.ts'
import { Silence } from './store-silence.ts'

/** Who has something on the same network says so at once; the stores are asked next. */
const ASK_MS = 2_000
/** Once one has begun, a busy wireless network may take this long over a block. */
const SILENCE_MS = 10_000
const DIAL_MS = 5_000
/** More computers than a clinic has on one floor; whoever else knocks is not let in. */
const MOST = 64

type Place = {
  readonly blockstore: Blockstore
  readonly deployment: Deployment
  readonly changed: () => void
  /** Where it listens: any free port, unless a test says otherwise. */
  readonly listen?: string
}

/** A running node, whose port is open until it is stopped. */
export type RunningNeighbours = Neighbours & {
  readonly addresses: () => readonly string[]
  /** Connects to one that was not found by itself. */
  readonly dial: (address: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Sealed blocks, to and from this clinic's computers on the same network: libp2p over TCP, bitswap, found by mDNS. */
export async function startNeighbours({
  blockstore,
  deployment,
  changed,
  listen = '/ip4/0.0.0.0/tcp/0',
}: Place): Promise<RunningNeighbours> {
  const libp2p: Libp2p = await createLibp2p({
    start: false,
    addresses: { listen: [listen], announceFilter: (own) => own.filter(isPrivateAddress) },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionManager: { maxConnections: MOST },
    connectionGater: {
      denyDialMultiaddr: (address) => !isPrivateAddress(address),
      denyInboundConnection: ({ remoteAddr }) => !isPrivateAddress(remoteAddr),
      filterMultiaddrForPeer: (_, address) => isPrivateAddress(address),
    },
    // What it would say of itself otherwise is which versions run here.
    nodeInfo: { name: 'medical-chain', version: '1', userAgent: 'medical-chain' },
    services: { identify: identify() },
    peerDiscovery: [
      (components) => {
        const search = mdns({ serviceTag: tagOf(deployment) })(components)
        // Each answer to each search, so that one that went away is found again.
        search.addEventListener('peer', ({ detail }) => void connect(addressesOf(detail)))
        return search
      },
    ],
  })
  await libp2p.start()
  // Its name on the network is made anew at every start: nobody can follow a computer by it.
  const helia = createHeliaLight({ blockstore, datastore: new MemoryDatastore() })
  await withBitswap(Object.assign(helia, { libp2p })).start()
  const files = unixfs(helia)
  libp2p.addEventListener('peer:connect', changed)
  libp2p.addEventListener('peer:disconnect', changed)

  async function connect(addresses: Multiaddr[]): Promise<void> {
    // One that can't be reached is found again in ten seconds.
    await libp2p.dial(addresses, { signal: AbortSignal.timeout(DIAL_MS) }).catch(() => undefined)
  }

  return {
    count: () => libp2p.getPeers().length,
    get: async function* (cid) {
      const root = CID.parse(cid)
      const silence = new Silence(SILENCE_MS)
      try {
        if (libp2p.getPeers().length === 0) throw new Failure('E_BLOCK_MISSING', { block: cid })
        for await (const _ of helia.blockstore.get(root, { signal: AbortSignal.timeout(ASK_MS) })) {
          // Somebody has its first block; with one block there is no more to it.
        }
        yield* silence.through(files.cat(root, { blockReadConcurrency: 1, signal: silence.signal } as object))
      } catch (cause) {
        throw new Failure('E_BLOCK_MISSING', { block: cid }, { cause })
      } finally {
        silence.end()
      }
    },
    addresses: () => libp2p.getMultiaddrs().map(String),
    dial: async (address) => {
      await libp2p.dial(multiaddr(address), { signal: AbortSignal.timeout(DIAL_MS) })
    },
    stop: async () => {
      await helia.stop()
      await libp2p.stop()
    },
  }
}

const addressesOf = ({ id, multiaddrs }: PeerInfo): Multiaddr[] =>
  multiaddrs.map((address) => address.encapsulate(`/p2p/${id}`))

/** Only computers of the same clinic look for each other; others learn from it neither clinic nor app. */
function tagOf({ chainId, contract }: Deployment): string {
  const clinic = createHash('sha256').update(`${chainId}:${contract.toLowerCase()}`).digest('hex')
  // A service's name has at most 15 characters (RFC 6335, section 5.1).
  return `_n${clinic.slice(0, 13)}._udp.local`
}
