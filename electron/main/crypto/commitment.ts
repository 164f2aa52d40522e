import { hkdfSync, timingSafeEqual } from 'node:crypto'
import type { ContentKey, Hex32 } from '../domain/bytes.ts'
import { fromHex, toHex } from './hex.ts'

/**
 * HKDF-SHA-256(record key, info) (RFC 5869, empty salt). AES-GCM does not commit to its key: one ciphertext can
 * open differently under two keys, so a card says which one was meant.
 */
export const commitTo = (key: ContentKey): Hex32 =>
  toHex(new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'medical-chain/1/commit', 32)))

export const isCommitted = (key: ContentKey, commit: Hex32): boolean => {
  const expected = fromHex(commit)
  return expected.length === 32 && timingSafeEqual(fromHex(commitTo(key)), expected)
}
