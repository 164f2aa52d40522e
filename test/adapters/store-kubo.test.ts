import { randomBytes } from 'node:crypto'
import { MemoryBlockstore } from 'blockstore-core'
import { MemoryDatastore } from 'datastore-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHeliaBlobs, type EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { createSharedBlobs } from '../../electron/main/adapters/blobs-shared.ts'
import { createKuboStore } from '../../electron/main/adapters/store-kubo.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Ciphertext, PublicBlock } from '../../electron/main/domain/bytes.ts'
import { installJsIpfs, startJsIpfs } from '../support/js-ipfs.ts'

const MINUTES = 60_000
const BLOCK = Buffer.from('a sealed card') as unknown as PublicBlock

async function* pieces(bytes: Uint8Array): AsyncGenerator<Ciphertext> {
  for (let at = 0; at < bytes.length; at += 2 ** 20) yield bytes.slice(at, at + 2 ** 20) as Ciphertext
}

/** In the full run only: the server's installation alone takes minutes. */
describe.runIf(process.env.MEDICAL_CHAIN_FULL === '1')(
  "a node that speaks Kubo's RPC API and isn't ours",
  () => {
    let server: Awaited<ReturnType<typeof startJsIpfs>>
    const locals: EmbeddedBlobs[] = []

    beforeAll(async () => {
      installJsIpfs()
      server = await startJsIpfs()
    }, 12 * MINUTES)
    afterAll(async () => {
      await Promise.all(locals.map((local) => local.stop()))
      await server?.stop()
    })

    async function computer() {
      const local = await createHeliaBlobs({
        blockstore: new MemoryBlockstore(),
        datastore: new MemoryDatastore(),
      })
      locals.push(local)
      return createSharedBlobs({
        local,
        stores: [createKuboStore({ name: 'js-ipfs', url: server.url })],
        copies: 1,
      })
    }

    it('keeps a block and gives it to another computer', async () => {
      const pointer = await (await computer()).putBlock(BLOCK)
      const there = await computer()
      expect(Buffer.from(await there.getBlock(pointer)).toString()).toBe('a sealed card')
      expect(await there.copiesOf(pointer)).toEqual(['js-ipfs'])
    })

    it.each([
      ['of one chunk', 1],
      ['of many', 5],
      // js-ipfs makes wider trees than the profile allows from here on, so it needs the blocks as they are.
      ['whose tree it would cut in its own way', 180],
    ])(
      'keeps a file %s under our CID',
      async (_, mebibytes) => {
        const bytes = randomBytes(mebibytes * 2 ** 20 - 7)
        const cid = await (await computer()).putFile(pieces(bytes))
        let at = 0
        for await (const piece of (await computer()).getFile(cid)) {
          expect(bytes.subarray(at, at + piece.length).equals(piece)).toBe(true)
          at += piece.length
        }
        expect(at).toBe(bytes.length)
      },
      5 * MINUTES,
    )

    it('says what it lacks, and lets go of what it is told to, however often', async () => {
      const here = await computer()
      await expect(here.getBlock(pointerTo(Buffer.from('nobody has this')))).rejects.toMatchObject({
        code: 'E_BLOCK_MISSING',
      })
      const pointer = await here.putBlock(Buffer.from('to be forgotten') as unknown as PublicBlock)
      await here.unpin(pointer)
      await here.unpin(pointer)
      expect(await here.copiesOf(pointer)).toEqual([])
    })
  },
)
