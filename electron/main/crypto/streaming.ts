import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Ciphertext, ContentKey, Plaintext } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { utf8 } from './context.ts'

/**
 * Tink's streaming AEAD (AES-GCM-HKDF): header = length byte, salt, nonce prefix; each segment is AES-GCM under
 * HKDF(key, salt, info = associated data) with nonce = prefix ‖ segment number (uint32 BE) ‖ last-segment byte.
 * @see https://developers.google.com/tink/streaming-aead/aes_gcm_hkdf_streaming
 */
export type StreamingParams = {
  readonly keyBytes: 16 | 32
  readonly hash: 'sha256' | 'sha1'
  /** Ciphertext bytes of a full segment; the first one also holds the header. */
  readonly segmentBytes: number
}

export const AES256_GCM_HKDF_1MB: StreamingParams = {
  keyBytes: 32,
  hash: 'sha256',
  segmentBytes: 1024 * 1024,
}

const PREFIX_BYTES = 7
const TAG_BYTES = 16

/** 40 for AES-256: one length byte, a salt as long as the key, the nonce prefix. */
export const headerBytes = (params: StreamingParams): number => 1 + params.keyBytes + PREFIX_BYTES

/** How many bytes `byteLength` plaintext bytes take when sealed. */
export function sealedLength(byteLength: number, params = AES256_GCM_HKDF_1MB): number {
  const body = params.segmentBytes - TAG_BYTES
  const first = body - headerBytes(params)
  const segments = byteLength <= first ? 1 : 1 + Math.ceil((byteLength - first) / body)
  return headerBytes(params) + byteLength + segments * TAG_BYTES
}

/** What segments share: the derived key and the nonce prefix. */
type Stream = { readonly key: Uint8Array; readonly prefix: Uint8Array; readonly params: StreamingParams }

function streamOf(key: Uint8Array, context: Uint8Array, header: Uint8Array, params: StreamingParams): Stream {
  const salt = header.subarray(1, 1 + params.keyBytes)
  const derived = new Uint8Array(hkdfSync(params.hash, key, salt, context, params.keyBytes))
  return { key: derived, prefix: header.slice(1 + params.keyBytes), params }
}

function nonceOf(prefix: Uint8Array, segment: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  nonce.set(prefix)
  new DataView(nonce.buffer).setUint32(PREFIX_BYTES, segment)
  nonce[11] = last ? 1 : 0
  return nonce
}

const cipherName = ({ keyBytes }: StreamingParams): 'aes-256-gcm' | 'aes-128-gcm' =>
  keyBytes === 32 ? 'aes-256-gcm' : 'aes-128-gcm'

/** The segment's ciphertext, then its tag: two pieces, since joining them would copy the larger one. */
function* sealSegment(
  stream: Stream,
  segment: number,
  last: boolean,
  body: Uint8Array,
): Generator<Ciphertext> {
  const cipher = createCipheriv(cipherName(stream.params), stream.key, nonceOf(stream.prefix, segment, last))
  yield cipher.update(body) as unknown as Ciphertext
  cipher.final()
  yield cipher.getAuthTag() as unknown as Ciphertext
}

function openSegment(stream: Stream, segment: number, last: boolean, sealed: Uint8Array): Plaintext {
  if (sealed.length < TAG_BYTES) throw new Failure('E_BLOCK_DAMAGED', { segment })
  const body = sealed.length - TAG_BYTES
  const cipher = createDecipheriv(
    cipherName(stream.params),
    stream.key,
    nonceOf(stream.prefix, segment, last),
    {
      authTagLength: TAG_BYTES,
    },
  )
  cipher.setAuthTag(sealed.subarray(body))
  try {
    const opened = cipher.update(sealed.subarray(0, body))
    cipher.final()
    return opened as unknown as Plaintext
  } catch (cause) {
    throw new Failure('E_BLOCK_DAMAGED', { segment }, { cause })
  }
}

/**
 * Re-cuts a stream into pieces of `first` and then `rest` bytes; the last piece is marked and may be shorter. All of
 * them are views of one buffer: a piece is gone when the next one is asked for.
 */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  first: number,
  rest: number,
): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  const buffer = new Uint8Array(Math.max(first, rest))
  let want = first
  let filled = 0
  for await (const chunk of source) {
    let at = 0
    while (at < chunk.length) {
      // A full piece goes out only when more bytes are known to follow: the last one carries its own mark.
      if (filled === want) {
        yield { bytes: buffer.subarray(0, want), last: false }
        want = rest
        filled = 0
      }
      const take = Math.min(want - filled, chunk.length - at)
      buffer.set(chunk.subarray(at, at + take), filled)
      filled += take
      at += take
    }
  }
  yield { bytes: buffer.subarray(0, filled), last: true }
}

/**
 * Seals a stream of any length in constant memory.
 * @param key 32 bytes (16 for the AES-128 parameters)
 * @param context associated data; opening needs the same
 */
export async function* seal(
  key: ContentKey,
  context: string,
  source: AsyncIterable<Plaintext>,
  params = AES256_GCM_HKDF_1MB,
  random: (bytes: number) => Uint8Array = randomBytes,
): AsyncGenerator<Ciphertext> {
  const header = new Uint8Array(headerBytes(params))
  header[0] = header.length
  header.set(random(header.length - 1), 1)
  const stream = streamOf(key, utf8(context), header, params)
  yield header as Ciphertext
  const body = params.segmentBytes - TAG_BYTES
  let segment = 0
  for await (const { bytes, last } of pieces(source, body - header.length, body)) {
    yield* sealSegment(stream, segment, last, bytes)
    segment += 1
  }
}

/**
 * Opens a sealed stream; each yielded piece has been authenticated.
 * @throws Failure E_BLOCK_DAMAGED at the first byte that is not what was sealed, also when the end is missing
 */
export async function* open(
  key: ContentKey,
  context: string,
  source: AsyncIterable<Uint8Array>,
  params = AES256_GCM_HKDF_1MB,
): AsyncGenerator<Plaintext> {
  let stream: Stream | null = null
  let segment = 0
  for await (const { bytes, last } of pieces(source, params.segmentBytes, params.segmentBytes)) {
    const start = stream === null ? headerBytes(params) : 0
    if (stream === null) stream = streamFromHeader(key, context, bytes, params)
    yield openSegment(stream, segment, last, bytes.subarray(start))
    segment += 1
  }
}

function streamFromHeader(
  key: ContentKey,
  context: string,
  bytes: Uint8Array,
  params: StreamingParams,
): Stream {
  const length = headerBytes(params)
  if (bytes.length < length || bytes[0] !== length) throw new Failure('E_BLOCK_DAMAGED', { segment: 0 })
  return streamOf(key, utf8(context), bytes.subarray(0, length), params)
}

/** Reads `length` ciphertext bytes from `offset`. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

/**
 * Opens only the segments that hold plaintext bytes `from` (inclusive) to `to` (exclusive).
 * @param byteLength length of the whole ciphertext
 * @throws Failure E_BLOCK_DAMAGED as `open`
 */
export async function* openRange(
  key: ContentKey,
  context: string,
  byteLength: number,
  read: ReadAt,
  from: number,
  to: number,
  params = AES256_GCM_HKDF_1MB,
): AsyncGenerator<Plaintext> {
  const header = headerBytes(params)
  const body = params.segmentBytes - TAG_BYTES
  const stream = streamFromHeader(key, context, await read(0, header), params)
  const segments = Math.max(1, Math.ceil(byteLength / params.segmentBytes))
  // Plaintext byte p stands in segment (p + header) / body: the first segment is shorter by the header.
  for (let segment = Math.floor((from + header) / body); segment < segments; segment += 1) {
    const start = segment * body - (segment === 0 ? 0 : header)
    if (start >= to) return
    const offset = segment * params.segmentBytes + (segment === 0 ? header : 0)
    const length = Math.min((segment + 1) * params.segmentBytes, byteLength) - offset
    const opened = openSegment(stream, segment, segment === segments - 1, await read(offset, length))
    yield opened.subarray(Math.max(0, from - start), to - start) as Plaintext
  }
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

/** Seals bytes that fit in memory. */
export const sealBytes = async (key: ContentKey, context: string, bytes: Uint8Array): Promise<Ciphertext> =>
  (await collect(seal(key, context, once(bytes as Plaintext)))) as Ciphertext

/** Opens bytes that fit in memory. */
export const openBytes = async (key: ContentKey, context: string, bytes: Uint8Array): Promise<Plaintext> =>
  (await collect(open(key, context, once(bytes)))) as Plaintext
