import type { Hex32 } from '../domain/bytes.ts'

export const toHex = (bytes: Uint8Array): Hex32 => `0x${Buffer.from(bytes).toString('hex')}`
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'))
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))
