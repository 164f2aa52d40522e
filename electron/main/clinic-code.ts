import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Failure } from './domain/failure.ts'

const PREFIX = 'MCNET1:'
const SHAPE = /^MCNET1:[\w-]+$/
/** What version 40 of a QR code holds in bytes at level M (ISO/IEC 18004, table 7). */
const CODE_LIMIT = 2331
/** No network file is near it; what inflates without end is none. */
const FILE_LIMIT = 64 * 1024

/**
 * A network file as one line, for a QR code or a message: `MCNET1:`, then its JSON deflated (RFC 1951) in base64url.
 * @returns null when it is too long for one code
 */
export function encodeClinicCode(file: Uint8Array): string | null {
  const line = PREFIX + deflateRawSync(file, { level: 9 }).toString('base64url')
  return line.length > CODE_LIMIT ? null : line
}

/** @throws Failure E_INPUT when the line is no network file's */
export function decodeClinicCode(line: string): string {
  const trimmed = line.trim()
  if (!SHAPE.test(trimmed)) throw refused()
  try {
    const deflated = Buffer.from(trimmed.slice(PREFIX.length), 'base64url')
    return inflateRawSync(deflated, { maxOutputLength: FILE_LIMIT }).toString('utf8')
  } catch (cause) {
    throw refused(cause)
  }
}

const refused = (cause?: unknown): Failure =>
  new Failure('E_INPUT', { file: 'network', field: '' }, { cause })
