import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedBlobs } from '../../electron/main/adapters/blobs-helia.ts'
import { pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Cid, Ciphertext, Pointer, PublicBlock } from '../../electron/main/domain/bytes.ts'

export type Store = {
  readonly blobs: EmbeddedBlobs
  /** Changes the stored bytes of a block behind the store's back. */
  readonly damage: (what: Pointer | Cid) => Promise<void>
  readonly close: () => Promise<void>
}

const block = (text: string): PublicBlock => new TextEncoder().encode(text) as PublicBlock
async function* pieces(bytes: Uint8Array, size = 300_000): AsyncGenerator<Ciphertext> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size) as Ciphertext
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

/** What every store of bytes promises. */
export function blobsBehavior(name: string, open: () => Promise<Store>): void {
  describe(`the store ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    it('gives a block back under the SHA-256 of its bytes', async () => {
      const pointer = await store.blobs.putBlock(block('hello'))
      expect(pointer).toBe(pointerTo(block('hello')))
      expect(Buffer.from(await store.blobs.getBlock(pointer)).toString()).toBe('hello')
    })

    it('says that a block is missing', async () => {
      await expect(store.blobs.getBlock(pointerTo(block('nowhere')))).rejects.toMatchObject({
        code: 'E_BLOCK_MISSING',
      })
    })

    it('refuses a block over 1 MiB', async () => {
      const large = new Uint8Array(1024 * 1024 + 1) as PublicBlock
      await expect(store.blobs.putBlock(large)).rejects.toMatchObject({ code: 'E_FILE_TOO_LARGE' })
    })

    it('never hands out a block that is not the one its hash names', async () => {
      const pointer = await store.blobs.putBlock(block('hello'))
      await store.damage(pointer)
      await expect(store.blobs.getBlock(pointer)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
    })

    it.each([0, 1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])(
      'gives back a file of %i bytes, under the CID told beforehand',
      async (length) => {
        const bytes = randomBytes(length)
        const expected = await store.blobs.cidOf(pieces(bytes))
        const cid = await store.blobs.putFile(pieces(bytes, 77_777))
        expect(cid).toBe(expected)
        expect((await all(store.blobs.getFile(cid))).equals(bytes)).toBe(true)
      },
    )

    it('reads a range of a file', async () => {
      const bytes = randomBytes(2_500_000)
      const cid = await store.blobs.putFile(pieces(bytes))
      const range = await all(store.blobs.getFile(cid, { offset: 1_000_000, length: 1_234_567 }))
      expect(range.equals(bytes.subarray(1_000_000, 2_234_567))).toBe(true)
    })

    it('stops a file at a damaged block', async () => {
      const cid = await store.blobs.putFile(pieces(randomBytes(500_000)))
      await store.damage(cid)
      await expect(all(store.blobs.getFile(cid))).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
    })

    it('keeps what is pinned and forgets the rest when it collects', async () => {
      const [kept, dropped] = [
        await store.blobs.putBlock(block('kept')),
        await store.blobs.putBlock(block('dropped')),
      ]
      await store.blobs.unpin(dropped)
      await store.blobs.unpin(dropped)
      await store.blobs.collect()
      expect(await store.blobs.has(kept)).toBe(true)
      expect(await store.blobs.has(dropped)).toBe(false)
      expect(await store.blobs.usage()).toMatchObject({ blocks: 1, bytes: 4 })
    })

    it('takes the same block twice', async () => {
      const pointer = await store.blobs.putBlock(block('twice'))
      expect(await store.blobs.putBlock(block('twice'))).toBe(pointer)
    })
  })
}
