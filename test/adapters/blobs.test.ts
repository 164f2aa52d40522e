import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryBlockstore } from 'blockstore-core'
import { FsBlockstore } from 'blockstore-fs'
import { MemoryDatastore } from 'datastore-core'
import { FsDatastore } from 'datastore-fs'
import { CID } from 'multiformats/cid'
import { expect, it } from 'vitest'
import { createHeliaBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { cidOf } from '../../electron/main/crypto/pointer.ts'
import type { Cid, Ciphertext, Pointer } from '../../electron/main/domain/bytes.ts'
import { blobsBehavior } from '../ports/blobs.behavior.ts'

const cidFrom = (what: Pointer | Cid): CID => CID.parse(what.startsWith('0x') ? cidOf(what as Pointer) : what)
const other = new TextEncoder().encode('somebody put this here')

blobsBehavior('in memory', async () => {
  const blockstore = new MemoryBlockstore()
  const blobs = await createHeliaBlobs({ blockstore, datastore: new MemoryDatastore() })
  return {
    blobs,
    damage: async (what) => void blockstore.put(cidFrom(what), other),
    close: () => blobs.stop(),
  }
})

blobsBehavior('on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-blobs-'))
  const blockstore = new FsBlockstore(join(folder, 'blocks'))
  const blobs = await createHeliaBlobs({ blockstore, datastore: new FsDatastore(join(folder, 'data')) })
  return {
    blobs,
    damage: async (what) => {
      const cid = cidFrom(what)
      await blockstore.delete(cid)
      await blockstore.put(cid, other)
    },
    close: async () => {
      await blobs.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

it('reads no further ahead of a slow reader than a stretch', async () => {
  let got = 0
  class Counting extends MemoryBlockstore {
    override async *get(cid: CID) {
      got += 1
      yield* super.get(cid)
    }
  }
  const blobs = await createHeliaBlobs({ blockstore: new Counting(), datastore: new MemoryDatastore() })
  const chunks = 40
  const cid = await blobs.putFile(
    (async function* () {
      for (let at = 0; at < chunks; at += 1) yield new Uint8Array(2 ** 20).fill(at) as Ciphertext
    })(),
  )
  const { bytes } = await blobs.holding(cid)
  for (const read of [bytes, () => blobs.getFile(cid)]) {
    got = 0
    let seen = 0
    for await (const piece of read()) {
      seen += piece.length
      if (seen > 2 ** 20) continue
      await new Promise((done) => setTimeout(done, 200))
      expect(got).toBeLessThan(chunks / 2)
    }
    expect(seen).toBe(chunks * 2 ** 20)
  }
  await blobs.stop()
})
