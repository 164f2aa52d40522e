import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { startNeighbours } from '../../electron/main/adapters/neighbours-libp2p.ts'
import type { Ciphertext, PublicBlock } from '../../electron/main/domain/bytes.ts'

/** Another computer of the clinic: it keeps what it is given, says where it listens, and goes when its input ends. */
export type NeighbourPlan = {
  readonly deployment: Parameters<typeof startNeighbours>[0]['deployment']
  readonly block: string
  /** In bytes, each of them 7. */
  readonly fileLength: number
}

async function* sealed(length: number): AsyncGenerator<Ciphertext> {
  yield new Uint8Array(length).fill(7) as Ciphertext
}

const { deployment, block, fileLength } = JSON.parse(process.argv[2]!) as NeighbourPlan
const blockstore = new MemoryBlockstore()
const blobs = await createHeliaBlobs({ blockstore, datastore: new MemoryDatastore() })
const pointer = await blobs.putBlock(new TextEncoder().encode(block) as PublicBlock)
const cid = await blobs.putFile(sealed(fileLength))
const node = await startNeighbours({
  blockstore,
  deployment,
  changed: () => undefined,
  listen: '/ip4/127.0.0.1/tcp/0',
})
process.stdout.write(`${JSON.stringify({ address: node.addresses()[0], pointer, cid })}\n`)
process.stdin.resume().once('end', () => process.exit())
