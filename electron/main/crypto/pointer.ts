import { createHash } from 'node:crypto'
import type { Cid, Pointer } from '../domain/bytes.ts'
import { fromHex, toHex } from './hex.ts'

/** SHA-256 of a block: what the chain holds, and what `sha256sum` prints (FIPS 180-4). */
export const pointerTo = (block: Uint8Array): Pointer =>
  toHex(createHash('sha256').update(block).digest()) as Pointer

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** A pointer as CIDv1: codec raw (0x55), multihash sha2-256 (0x12, 32 bytes), multibase base32 (RFC 4648 §6). */
export function cidOf(pointer: Pointer): Cid {
  const bytes = [0x01, 0x55, 0x12, 0x20, ...fromHex(pointer)]
  let text = 'b'
  let bits = 0
  let buffer = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  if (bits > 0) text += ALPHABET[(buffer << (5 - bits)) & 31]
  return text as Cid
}
