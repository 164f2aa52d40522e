import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Card, cardCodec, keyringCodec } from '../../electron/main/crypto/blocks.ts'
import { assertCommitted, openCard, recordKeyOf, sealCard } from '../../electron/main/crypto/card.ts'
import { commitTo } from '../../electron/main/crypto/commitment.ts'
import { contextOf } from '../../electron/main/crypto/context.ts'
import { Digester, digestPrefix } from '../../electron/main/crypto/digest.ts'
import { newKey } from '../../electron/main/crypto/envelope.ts'
import { fingerprintWords, publicKeyCard } from '../../electron/main/crypto/fingerprint.ts'
import { generateRsa, spkiOf } from '../../electron/main/crypto/key-pair.ts'
import { mediaTypeOf } from '../../electron/main/crypto/media-type.ts'
import { importPublicKey, unwrap, wrap } from '../../electron/main/crypto/oaep.ts'
import { padme } from '../../electron/main/crypto/padding.ts'
import { cidOf, pointerTo } from '../../electron/main/crypto/pointer.ts'
import type { Address, Cid, Digest, Fingerprint, Hex32, Plaintext } from '../../electron/main/domain/bytes.ts'

const patient = `0x${'aa'.repeat(20)}` as Address
const context = contextOf({ chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address })
const at = { patient, folder: 1, epoch: 0 }
const content = {
  title: 'Letter',
  mediaType: 'application/pdf',
  byteLength: 12,
  createdAt: '2026-11-24T10:00:00.000Z',
  author: patient,
  patient,
  folder: 1,
  salt: `0x${'5a'.repeat(32)}` as Hex32,
  digest: `0x${'d1'.repeat(32)}` as Digest,
  content: 'bafkreia' as Cid,
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a card', () => {
  it('opens with its folder key and says what was sealed', async () => {
    const [folderKey, recordKey] = [newKey(), newKey()]
    const card = cardCodec.decode(
      cardCodec.encode(await sealCard(context, at, folderKey, recordKey, content)),
    )
    const key = await recordKeyOf(context, at, folderKey, card)
    expect(await openCard(context, at, key, card)).toEqual(content)
  })

  it('is refused when it commits to another key: one ciphertext that opens in two ways', async () => {
    const [one, other] = [newKey(), newKey()]
    const card = await sealCard(context, at, newKey(), one, content)
    const forged: Card = { ...card, commit: commitTo(other) }
    expect(() => assertCommitted(one, forged)).toThrowError(/E_KEY_COMMITMENT/)
    await expect(openCard(context, at, one, forged)).rejects.toMatchObject({ code: 'E_KEY_COMMITMENT' })
  })

  it.each([
    ['another patient', { ...at, patient: `0x${'bb'.repeat(20)}` as Address }],
    ['another folder', { ...at, folder: 2 }],
    ['another epoch', { ...at, epoch: 1 }],
  ])('does not open for %s', async (_, elsewhere) => {
    const [folderKey, recordKey] = [newKey(), newKey()]
    const card = await sealCard(context, at, folderKey, recordKey, content)
    await expect(recordKeyOf(context, elsewhere, folderKey, card)).rejects.toMatchObject({
      code: 'E_BLOCK_DAMAGED',
    })
    await expect(openCard(context, elsewhere, recordKey, card)).rejects.toMatchObject({
      code: 'E_BLOCK_DAMAGED',
    })
  })
})

describe('wrapped keys', async () => {
  const [mine, other] = await Promise.all([generateRsa(), generateRsa()])
  const key = newKey()
  const wrapped = wrap(importPublicKey(spkiOf(mine)), 'label', key)

  it('open for the one they are addressed to', () => {
    expect(Buffer.from(unwrap(mine, 'label', wrapped))).toEqual(Buffer.from(key))
    expect(wrapped).toHaveLength(384)
  })

  it('are refused with another key or another context', () => {
    expect(() => unwrap(other, 'label', wrapped)).toThrowError(/E_NOT_ADDRESSED/)
    expect(() => unwrap(mine, 'labels', wrapped)).toThrowError(/E_NOT_ADDRESSED/)
  })

  it('never go to a key under 3072 bits', async () => {
    expect(() => importPublicKey(spkiOf(generated2048))).toThrowError(/E_BLOCK_DAMAGED/)
  })
  const generated2048 = await generateRsa(2048)

  it('carry a fingerprint of eight words', () => {
    const card = publicKeyCard(spkiOf(mine))
    expect(card.words).toHaveLength(8)
    expect(card.bits).toBe(3072)
    expect(fingerprintWords(`0x${'00'.repeat(32)}` as Fingerprint)).toEqual(Array(8).fill('abandon'))
  })
})

describe('the digest', () => {
  it('is what `cat prefix file | sha256sum` prints', async () => {
    const salt = `0x${'01'.repeat(32)}` as Hex32
    const digester = new Digester(5, salt)
    for await (const _ of digester.through(
      (async function* () {
        yield bytes('he')
        yield bytes('llo')
      })(),
    )) {
      /* read */
    }
    const joined = Buffer.concat([digestPrefix(5, salt), bytes('hello')])
    expect(digester.digest()).toBe(pointerTo(joined))
  })
})

describe('small rules', () => {
  it('pointers are raw CIDv1 blocks', () => {
    expect(cidOf(pointerTo(bytes('hello')))).toBe(
      'bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq',
    )
  })

  it('padding costs at most 12 % and never shortens', () => {
    for (let length = 2; length < 1e9; length = Math.ceil(length * 1.37)) {
      expect(padme(length)).toBeGreaterThanOrEqual(length)
      expect(padme(length) / length).toBeLessThanOrEqual(1.12)
    }
  })

  it('a keyring is encoded the same however its fields are ordered', () => {
    const keyring = { v: 1 as const, patient, folder: 1, epoch: 0, previous: null, to: [], single: {} }
    const shuffled = { single: {}, to: [], previous: null, epoch: 0, folder: 1, patient, v: 1 as const }
    expect(keyringCodec.encode(keyring)).toEqual(keyringCodec.encode(shuffled))
  })

  it('a damaged block is refused, not half read', () => {
    for (const text of ['', '{', '[]', '{"v":2}', '{"v":1,"to":[]}']) {
      expect(() => keyringCodec.decode(bytes(text))).toThrowError(/E_BLOCK_DAMAGED/)
    }
  })
})

describe('files are what they are inside', () => {
  const pdf = bytes('%PDF-1.7 …')
  it.each([
    ['letter.pdf', pdf, 'application/pdf'],
    ['scan', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
    ['photo.JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['note.txt', bytes('Grüße'), 'text/plain'],
  ])('%s', (name, head, type) => expect(mediaTypeOf(name, head)).toBe(type))

  it('a misnamed file is refused by what it is', () => {
    expect(() => mediaTypeOf('photo.png', pdf)).toThrowError(/E_FILE_MISNAMED.*application\/pdf/)
  })

  it('an unknown kind is refused', () => {
    expect(() => mediaTypeOf('tool.exe', bytes('MZ\0\0'))).toThrowError(/E_FILE_TYPE/)
    expect(() =>
      mediaTypeOf('random', Uint8Array.from(randomBytes(64)).fill(0, 0, 4) as Plaintext),
    ).toThrowError(/E_FILE_TYPE/)
  })
})
