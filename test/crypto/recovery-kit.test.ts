import { generateKeyPairSync } from 'node:crypto'
import encodeQR from 'qr'
import { describe, expect, it } from 'vitest'
import { generateRsa, pkcs8Of } from '../../electron/main/crypto/key-pair.ts'
import { newKitWords, openKit, sealKit } from '../../electron/main/crypto/recovery-kit.ts'
import { keyOfPrimes, primesOf } from '../../electron/main/crypto/rsa-primes.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'

const OWNER = `0x${'ab'.repeat(20)}` as Address
const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

describe('a recovery kit', () => {
  it('gives back every key, the present one first, and says whose they are', async () => {
    const keys = [await generateRsa(), await generateRsa(4096)]
    const words = newKitWords()
    const kit = await openKit(await sealKit({ owner: OWNER, keys }, words, CHEAP), words)
    expect(kit.owner).toBe(OWNER)
    expect(kit.keys.map(pkcs8Of)).toEqual(keys.map(pkcs8Of))
  })

  describe('of one key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const words = newKitWords()
    const sealed = sealKit({ owner: OWNER, keys: [privateKey] }, words, CHEAP)

    it('is made of twelve words and of a line that a small QR code holds', async () => {
      expect(words.split(' ')).toHaveLength(12)
      // Version 20 of 40 (ISO/IEC 18004): 97 modules a side, and two of border.
      expect(encodeQR(await sealed, 'raw', { ecc: 'medium', border: 1 })).toHaveLength(99)
    })

    it('takes the words as people write them down', async () => {
      const written = words
        .split(' ')
        .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
        .join('\n')
      expect((await openKit(`${await sealed}\n`, written)).keys).toHaveLength(1)
    })

    it.each([
      ['a word less', (list: string[]) => list.slice(1)],
      ['a word that is none', (list: string[]) => ['medicalchain', ...list.slice(1)]],
      ['two words that changed places', ([a, b, ...rest]: string[]) => [b, a, ...rest]],
    ])('tells %s from a wrong kit', async (_, change) => {
      // Of all orders, one in sixteen has a checksum that fits: then they are simply another kit's words.
      await expect(openKit(await sealed, change(words.split(' ')).join(' '))).rejects.toMatchObject({
        code: expect.stringMatching(/^E_KIT_WORDS$|^E_PASSPHRASE_WRONG$/),
      })
    })

    it('is not opened by the words of another', async () => {
      await expect(openKit(await sealed, newKitWords())).rejects.toMatchObject({ code: 'E_PASSPHRASE_WRONG' })
    })

    it.each([
      ['nothing', () => ''],
      ['another file', () => 'MCKEY2:00'],
      ['half of it', (line: string) => line.slice(0, 60)],
      ['a line that asks for gigabytes', (line: string) => `${line.slice(0, 47)}1F${line.slice(49)}`],
    ])('refuses %s', async (_, change) => {
      await expect(openKit(change(await sealed), words)).rejects.toMatchObject({ code: 'E_BACKUP_DAMAGED' })
    })

    it('is bound to its wallet', async () => {
      const other = (await sealed).replace(OWNER.slice(2).toUpperCase(), 'CD'.repeat(20))
      await expect(openKit(other, words)).rejects.toMatchObject({ code: 'E_PASSPHRASE_WRONG' })
    })
  })
})

describe('an RSA key', () => {
  it('is the same when it is worked out from its primes', () => {
    for (const modulusLength of [2048, 3072, 4096]) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength })
      const primes = primesOf(privateKey)
      expect(primes).toHaveLength(modulusLength / 8)
      expect(pkcs8Of(keyOfPrimes(primes))).toEqual(pkcs8Of(privateKey))
    }
  })

  it('is refused with another exponent, and when two numbers make none', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })
    expect(() => primesOf(privateKey)).toThrow('exponent')
    expect(() => keyOfPrimes(new Uint8Array(384).fill(2))).toThrow()
  })
})
