import { createHash } from 'node:crypto'
import { wordlists } from 'ethers'
import type { Fingerprint } from '../domain/bytes.ts'
import type { PublicKeyCard } from '../domain/person.ts'
import { toHex } from './hex.ts'
import { importPublicKey } from './oaep.ts'

const WORDS = 8
const BITS_A_WORD = 11n

/** SHA-256 of the SPKI. */
export const fingerprintOf = (spki: Uint8Array): Fingerprint =>
  toHex(createHash('sha256').update(spki).digest()) as Fingerprint

/** The first 88 bits of a fingerprint as eight words of the BIP-39 English list, for reading aloud. */
export function fingerprintWords(fingerprint: Fingerprint): string[] {
  const list = wordlists.en!
  const value = BigInt(fingerprint) >> (256n - BITS_A_WORD * BigInt(WORDS))
  return Array.from({ length: WORDS }, (_, word) => {
    const shift = BITS_A_WORD * BigInt(WORDS - 1 - word)
    return list.getWord(Number((value >> shift) & 0x7ffn))
  })
}

/** @throws Failure E_BLOCK_DAMAGED when the bytes are no acceptable RSA key */
export function publicKeyCard(spki: Uint8Array): PublicKeyCard {
  const fingerprint = fingerprintOf(spki)
  const bits = importPublicKey(spki).asymmetricKeyDetails?.modulusLength ?? 0
  return { fingerprint, words: fingerprintWords(fingerprint), spki, bits }
}
