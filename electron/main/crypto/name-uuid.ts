import { createHash } from 'node:crypto'

/**
 * The UUID of a name, the same for the same name: the first 122 bits of its SHA-256 in a UUID of version 8.
 * @see RFC 9562 §5.8 and appendix B.2
 */
export function nameUuid(name: string | Uint8Array): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
