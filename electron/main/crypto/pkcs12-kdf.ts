import { hash } from 'node:crypto'

const BLOCK = 64
const MAC_ID = 3

/** Repeats bytes up to a multiple of the hash's block. */
const fill = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: BLOCK * Math.ceil(bytes.length / BLOCK) }, (_, at) => bytes[at % bytes.length]!)

/**
 * The HMAC key of a PKCS#12 file: 32 bytes, one round of the KDF of RFC 7292 appendix B.2 with SHA-256 and ID 3.
 * @param passphrase as a BMPString with its closing zero (appendix B.1)
 */
export function macKey(passphrase: string, salt: Uint8Array, iterations: number): Uint8Array {
  const text = Buffer.from(`${passphrase.normalize('NFKC')}\0`, 'utf16le').swap16()
  const diversifier = new Uint8Array(BLOCK).fill(MAC_ID)
  let key: Uint8Array = hash('sha256', Buffer.concat([diversifier, fill(salt), fill(text)]), 'buffer')
  for (let round = 1; round < iterations; round += 1) key = hash('sha256', key, 'buffer')
  return key
}
