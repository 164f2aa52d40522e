import { toBase64 } from './hex.ts'

type Json =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * A JSON block: UTF-8, keys sorted, no spaces, bytes as padded base64. The same value always gives the same
 * bytes, so the same pointer.
 */
export const encodeJson = (value: Json): Uint8Array => new TextEncoder().encode(JSON.stringify(sorted(value)))

function sorted(value: Json | undefined): unknown {
  if (value instanceof Uint8Array) return toBase64(value)
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Json | undefined>)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** @throws SyntaxError when the bytes are no JSON */
export const decodeJson = (bytes: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
