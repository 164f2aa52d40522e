import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  hkdfSync,
  pbkdf2Sync,
  privateDecrypt,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { TypedDataEncoder, verifyTypedData } from 'ethers'
import { describe, expect, it } from 'vitest'

/**
 * Published vectors against what our code builds on. Electron links BoringSSL, so the suite has to run there too:
 * `npm run test:unit` inside the packaged app is part of the release checklist (docs/architecture.md).
 */

const file = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../vectors', name))
const hex = (text: string): Buffer => Buffer.from(text, 'hex')

type Group<T> = { readonly tests: readonly (T & { tcId: number; result: string; flags: string[] })[] }
const groups = <G, T>(name: string): (Group<T> & G)[] =>
  JSON.parse(file(`wycheproof/${name}_test.json`).toString()).testGroups

describe('AES-256-GCM with 96-bit nonces (Wycheproof)', () => {
  type Gcm = { key: string; iv: string; aad: string; msg: string; ct: string; tag: string }
  const tests = groups<{ ivSize: number; keySize: number; tagSize: number }, Gcm>('aes_gcm')
    .filter(({ ivSize, keySize, tagSize }) => ivSize === 96 && keySize === 256 && tagSize === 128)
    .flatMap(({ tests }) => tests)

  it.each(tests.map((test) => [test.tcId, test] as const))(
    '%i',
    (_, { key, iv, aad, msg, ct, tag, result }) => {
      const open = createDecipheriv('aes-256-gcm', hex(key), hex(iv)).setAAD(hex(aad)).setAuthTag(hex(tag))
      const opened = (): string => Buffer.concat([open.update(hex(ct)), open.final()]).toString('hex')
      if (result !== 'valid') return expect(opened).toThrow()
      expect(opened()).toBe(msg)
      const seal = createCipheriv('aes-256-gcm', hex(key), hex(iv)).setAAD(hex(aad))
      expect(Buffer.concat([seal.update(hex(msg)), seal.final(), seal.getAuthTag()]).toString('hex')).toBe(
        ct + tag,
      )
    },
  )
})

describe.each(['2048', '3072'])('RSA-OAEP-%s with SHA-256 and MGF1-SHA-256 (Wycheproof)', (bits) => {
  type Oaep = { msg: string; ct: string; label: string }
  const all = groups<{ privateKeyPkcs8: string }, Oaep>(`rsa_oaep_${bits}_sha256_mgf1sha256`)
  it('decrypts what is valid and nothing else', () => {
    for (const { privateKeyPkcs8, tests } of all) {
      const key = createPrivateKey({ key: hex(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
      for (const { tcId, msg, ct, label, result } of tests) {
        const padding = constants.RSA_PKCS1_OAEP_PADDING
        const options = {
          key,
          padding,
          oaepHash: 'sha256',
          ...(label === '' ? {} : { oaepLabel: hex(label) }),
        }
        if (result === 'valid') expect(privateDecrypt(options, hex(ct)).toString('hex'), `${tcId}`).toBe(msg)
        else if (result === 'invalid') expect(() => privateDecrypt(options, hex(ct)), `${tcId}`).toThrow()
      }
    }
  })
})

describe('HKDF-SHA-256', () => {
  it("gives RFC 5869's output keying material", () => {
    const cases = file('rfc5869/rfc-5869-HKDF-SHA256.txt').toString().split('COUNT =').slice(1)
    expect(cases).toHaveLength(3)
    for (const text of cases) {
      const value = (name: string): string =>
        new RegExp(`^${name} *= *(.*)$`, 'm').exec(text)?.[1]?.trim() ?? ''
      const okm = hkdfSync(
        'sha256',
        hex(value('IKM')),
        hex(value('salt')),
        hex(value('info')),
        Number(value('L')),
      )
      expect(Buffer.from(okm).toString('hex')).toBe(value('OKM'))
    }
  })

  it("agrees with Wycheproof's cases", () => {
    type Hkdf = { ikm: string; salt: string; info: string; size: number; okm: string }
    for (const { tests } of groups<object, Hkdf>('hkdf_sha256')) {
      for (const { tcId, ikm, salt, info, size, okm, result } of tests) {
        const derive = (): string =>
          Buffer.from(hkdfSync('sha256', hex(ikm), hex(salt), hex(info), size)).toString('hex')
        if (result === 'valid') expect(derive(), `${tcId}`).toBe(okm)
        else expect(derive, `${tcId}`).toThrow()
      }
    }
  })
})

describe('HMAC- and PBKDF2-SHA-256 (Wycheproof)', () => {
  it('makes the tags that are valid', () => {
    type Mac = { key: string; msg: string; tag: string }
    for (const { tests, tagSize } of groups<{ tagSize: number }, Mac>('hmac_sha256')) {
      for (const { tcId, key, msg, tag, result } of tests) {
        const made = createHmac('sha256', hex(key))
          .update(hex(msg))
          .digest('hex')
          .slice(0, tagSize / 4)
        expect(made === tag, `${tcId}`).toBe(result === 'valid')
      }
    }
  })

  it('derives the keys that are valid', () => {
    type Kdf = { password: string; salt: string; iterationCount: number; dkLen: number; dk: string }
    for (const { tests } of groups<object, Kdf>('pbkdf2_hmacsha256')) {
      for (const { tcId, password, salt, iterationCount, dkLen, dk } of tests.filter(
        ({ iterationCount: n }) => n < 100_000,
      )) {
        expect(
          pbkdf2Sync(hex(password), hex(salt), iterationCount, dkLen, 'sha256').toString('hex'),
          `${tcId}`,
        ).toBe(dk)
      }
    }
  })
})

describe('EIP-712', () => {
  it("gives the digest and signer of the specification's own example", () => {
    const { domain, types, message, digest, signature, signer } = JSON.parse(
      file('eip712/eip712-mail-example.json').toString(),
    )
    expect(TypedDataEncoder.hash(domain, types, message)).toBe(digest)
    if (signature !== undefined)
      expect(verifyTypedData(domain, types, message, signature)).toBe(signer ?? message.from.wallet)
  })

  it('hashes 130 random typed messages like the published ones', () => {
    type Case = {
      domain: object
      types: Record<string, { name: string; type: string }[]>
      data: Record<string, unknown>
      digest: string
    }
    const cases = JSON.parse(gunzipSync(file('eip712/typed-data.json.gz')).toString()) as Case[]
    expect(cases).toHaveLength(130)
    for (const { domain, types, data, digest } of cases)
      expect(TypedDataEncoder.hash(domain, types, data)).toBe(digest)
  })
})
