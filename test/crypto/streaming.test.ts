import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  AES256_GCM_HKDF_1MB,
  headerBytes,
  open,
  openBytes,
  openRange,
  type StreamingParams,
  seal,
  sealBytes,
  sealedLength,
} from '../../electron/main/crypto/streaming.ts'
import type { ContentKey, Plaintext } from '../../electron/main/domain/bytes.ts'

const KEY = new Uint8Array(32).fill(7) as ContentKey
const CONTEXT = 'medical-chain/1/content/31337/0xc0/0xpa/1/0/0x5a17'
const SMALL: StreamingParams = { keyBytes: 32, hash: 'sha256', segmentBytes: 128 }

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Plaintext> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) as Plaintext
}
async function all(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const list: Uint8Array[] = []
  for await (const part of parts) list.push(part)
  return Buffer.concat(list)
}
const pattern = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255)
const sealSmall = (bytes: Uint8Array): Promise<Buffer> => all(seal(KEY, CONTEXT, cut(bytes, 50), SMALL))
const openSmall = (bytes: Uint8Array, context = CONTEXT, key = KEY): Promise<Buffer> =>
  all(open(key, context, cut(bytes, 33), SMALL))

describe('the streaming format', () => {
  const vector = JSON.parse(
    readFileSync(join(import.meta.dirname, '../vectors/tink/aes_gcm_hkdf_streaming.json'), 'utf8'),
  ).tests[0] as Record<string, string> & { segments: string[]; ciphertextSegmentSize: number }
  const params: StreamingParams = { keyBytes: 16, hash: 'sha1', segmentBytes: vector.ciphertextSegmentSize }
  const key = Buffer.from(vector.ikm!, 'hex') as unknown as ContentKey
  const published = Buffer.from(
    [vector.headerLength, vector.salt, vector.noncePrefix, ...vector.segments].join(''),
    'hex',
  )

  it("opens Tink's published vector", async () => {
    expect((await all(open(key, vector.aad_utf8!, cut(published, 7), params))).toString()).toBe(
      vector.plaintext_utf8,
    )
  })

  it("seals to the same bytes as Tink's published vector", async () => {
    const random = (): Uint8Array => Buffer.from(`${vector.salt}${vector.noncePrefix}`, 'hex')
    const plaintext = new TextEncoder().encode(vector.plaintext_utf8)
    expect(await all(seal(key, vector.aad_utf8!, cut(plaintext, 9), params, random))).toEqual(published)
  })

  const body = SMALL.segmentBytes - 16
  const first = body - headerBytes(SMALL)
  it.each([0, 1, first - 1, first, first + 1, first + body - 1, first + body, first + body + 1, 1000])(
    'gives back %i bytes, and says beforehand how long they get',
    async (length) => {
      const sealed = await sealSmall(pattern(length))
      expect(sealed.length).toBe(sealedLength(length, SMALL))
      expect(await openSmall(sealed)).toEqual(Buffer.from(pattern(length)))
    },
  )

  it('gives back a file of several mebibytes in the full-size segments', async () => {
    const bytes = pattern(3 * 1024 * 1024 + 17)
    const sealed = await sealBytes(KEY, CONTEXT, bytes)
    expect(sealed.length).toBe(sealedLength(bytes.length, AES256_GCM_HKDF_1MB))
    expect(Buffer.from(await openBytes(KEY, CONTEXT, sealed)).equals(bytes)).toBe(true)
  })

  it.each([
    [0, 1],
    [0, 71],
    [70, 75],
    [100, 700],
    [699, 700],
    [0, 700],
  ])('opens bytes %i to %i alone', async (from, to) => {
    const bytes = pattern(700)
    const sealed = await sealSmall(bytes)
    const read = async (offset: number, length: number) => sealed.subarray(offset, offset + length)
    const opened = await all(openRange(KEY, CONTEXT, sealed.length, read, from, to, SMALL))
    expect(opened).toEqual(Buffer.from(bytes.subarray(from, to)))
  })

  describe('refuses', async () => {
    const sealed = await sealSmall(pattern(400))
    const segments = Array.from({ length: Math.ceil(sealed.length / 128) }, (_, at) =>
      sealed.subarray(at * 128, (at + 1) * 128),
    )

    it('every single flipped bit pattern, in header, first, middle and last segment', async () => {
      for (let at = 0; at < sealed.length; at += 1) {
        const changed = Buffer.from(sealed)
        changed[at]! ^= 0x41
        await expect(openSmall(changed), `byte ${at}`).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
      }
    })

    it('every truncation, also at the end of a segment', async () => {
      for (let length = 0; length < sealed.length; length += 1) {
        await expect(openSmall(sealed.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
          code: 'E_BLOCK_DAMAGED',
        })
      }
    })

    it.each([1, 16, 128])('an extension by %i bytes', async (length) => {
      const longer = Buffer.concat([sealed, Buffer.alloc(length)])
      await expect(openSmall(longer)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
    })

    it('segments that were swapped, repeated or left out', async () => {
      const [a, b, c, ...rest] = segments as [Buffer, Buffer, Buffer, ...Buffer[]]
      for (const order of [
        [a, c, b, ...rest],
        [a, b, b, c, ...rest],
        [a, c, ...rest],
      ]) {
        await expect(openSmall(Buffer.concat(order))).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
      }
    })

    it.each([
      ['another patient', CONTEXT.replace('0xpa', '0xpb')],
      ['another folder', CONTEXT.replace('/1/0/', '/2/0/')],
      ['another epoch', CONTEXT.replace('/1/0/', '/1/1/')],
      ['another chain', CONTEXT.replace('31337', '1')],
      ['another purpose', CONTEXT.replace('content', 'card')],
    ])('the context of %s', async (_, context) => {
      await expect(openSmall(sealed, context)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
    })

    it('another key', async () => {
      await expect(openSmall(sealed, CONTEXT, new Uint8Array(32) as ContentKey)).rejects.toMatchObject({
        code: 'E_BLOCK_DAMAGED',
      })
    })

    it('a damaged segment outside the range that is asked for only when it is read', async () => {
      const changed = Buffer.from(sealed)
      changed[changed.length - 1]! ^= 1
      const read = async (offset: number, length: number) => changed.subarray(offset, offset + length)
      const range = (from: number, to: number) =>
        all(openRange(KEY, CONTEXT, changed.length, read, from, to, SMALL))
      expect((await range(0, 10)).length).toBe(10)
      await expect(range(390, 400)).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED' })
    })
  })
})
