import { Failure } from '../domain/failure.ts'
import { MEDIA_TYPES, type MediaType } from '../domain/record.ts'

/** How many of a file's first bytes `mediaTypeOf` wants to see. */
export const SNIFF_BYTES = 4096

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/** First bytes by type (WHATWG MIME Sniffing §6; PDF: ISO 32000-2 §7.5.2). */
const MAGIC: readonly [MediaType, number, number[]][] = [
  ['application/pdf', 0, ascii('%PDF-')],
  ['image/png', 0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/webp', 8, ascii('WEBP')],
  ['image/gif', 0, ascii('GIF8')],
]

function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  try {
    // The window may cut a letter in two, so a broken end is no proof against text.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

function sniff(head: Uint8Array): MediaType | null {
  const found = MAGIC.find(([, at, magic]) => magic.every((byte, index) => head[at + index] === byte))
  return found?.[0] ?? (isText(head) ? 'text/plain' : null)
}

/**
 * What a file really is, from its first bytes, never from its name alone.
 * @throws Failure E_FILE_TYPE when it is nothing we show, E_FILE_MISNAMED when its name says something else
 */
export function mediaTypeOf(name: string, head: Uint8Array): MediaType {
  const type = sniff(head)
  const extension = name.includes('.') ? (name.split('.').pop() ?? '').toLowerCase() : ''
  const claimed = (Object.keys(MEDIA_TYPES) as MediaType[]).find((candidate) =>
    (MEDIA_TYPES[candidate] as readonly string[]).includes(extension),
  )
  if (type === null || (type === 'text/plain' && claimed === undefined))
    throw new Failure('E_FILE_TYPE', { name })
  if (claimed !== undefined && claimed !== type) throw new Failure('E_FILE_MISNAMED', { name, type, claimed })
  return type
}
