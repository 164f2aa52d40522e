import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { Failure } from '../domain/failure.ts'
import { MIN_MODULUS } from './oaep.ts'

/** A new RSA key for OAEP, 3072 bits and e = 65537 (NIST SP 800-56B §6.2). */
export async function generateRsa(bits = MIN_MODULUS): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicExponent: 65537,
  })
  return privateKey
}

export const spkiOf = (key: KeyObject): Uint8Array =>
  Uint8Array.from(createPublicKey(key).export({ format: 'der', type: 'spki' }))

export const pkcs8Of = (key: KeyObject): Uint8Array =>
  Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }) as Buffer)

/** @throws Failure E_VAULT_DAMAGED when the bytes are no RSA private key */
export function importPrivateKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch (cause) {
    throw new Failure('E_VAULT_DAMAGED', { what: 'key' }, { cause })
  }
}
