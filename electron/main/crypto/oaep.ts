import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto'
import type { ContentKey, WrappedKey } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { utf8 } from './context.ts'

/** RSA-OAEP (RFC 8017 §7.1) with SHA-256 and MGF1-SHA-256; Node's own default would be SHA-1. */
const oaep = (key: KeyObject, label: string) => ({
  key,
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: 'sha256',
  oaepLabel: Buffer.from(utf8(label)),
})

/** The smallest modulus that is accepted, in bits. */
export const MIN_MODULUS = 3072

/**
 * A published key as something to wrap with.
 * @param spki SubjectPublicKeyInfo, DER
 * @throws Failure E_BLOCK_DAMAGED when it is no RSA key of at least 3072 bits
 */
export function importPublicKey(spki: Uint8Array): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    if (key.asymmetricKeyType !== 'rsa' || bits < MIN_MODULUS)
      throw new Error(`${key.asymmetricKeyType} ${bits}`)
    return key
  } catch (cause) {
    throw new Failure('E_BLOCK_DAMAGED', { what: 'publicKey' }, { cause })
  }
}

/** Wraps a key, or a share of one, to one person. @param label the context; unwrapping needs the same */
export const wrap = (recipient: KeyObject, label: string, key: Uint8Array): WrappedKey =>
  publicEncrypt(oaep(recipient, label), key) as unknown as WrappedKey

/**
 * @param length what was wrapped has, in bytes
 * @throws Failure E_NOT_ADDRESSED when it was wrapped to another key, with another label, or was altered
 */
export function unwrap(own: KeyObject, label: string, wrapped: WrappedKey, length = 32): ContentKey {
  try {
    const key = privateDecrypt(oaep(own, label), wrapped)
    if (key.length !== length) throw new Error(`${key.length} bytes`)
    return key as unknown as ContentKey
  } catch (cause) {
    throw new Failure('E_NOT_ADDRESSED', {}, { cause })
  }
}
