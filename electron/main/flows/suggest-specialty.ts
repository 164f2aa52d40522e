import { z } from 'zod'
import { type Learned, learn } from '../classifier/learned.ts'
import { READ_LIMIT } from '../classifier/read-text.ts'
import { NOTHING_READ, type Suggested } from '../classifier/suggest.ts'
import type { Address } from '../domain/bytes.ts'
import type { Destination } from '../domain/folder.ts'
import type { MediaType } from '../domain/record.ts'
import type { SpecialtyCode } from '../domain/specialty.ts'
import type { Source } from '../ports/files.ts'
import { meaningOf } from './list-folders.ts'
import type { Offered } from './offer-file.ts'
import type { World } from './world.ts'

/** A PDF is read whole or not at all: what it says where stands at its end. Larger ones are scans. */
const PDF_LIMIT = 64 * 1024 * 1024
/** Where a person's own confirmations are. */
const ENTRY = 'specialties'

const learnedBefore = z.record(
  z.string(),
  z.object({ confirmed: z.number().min(0), counts: z.record(z.string(), z.number().min(0)) }),
)

/**
 * Proposes where an offered file belongs, from what it says itself. Pictures, and papers without text, say nothing.
 * @throws Failure E_FILE_GONE
 */
export async function suggestSpecialty(
  world: Pick<World, 'classifier' | 'learned'>,
  { source, mediaType }: Pick<Offered, 'source' | 'mediaType'>,
): Promise<Suggested> {
  const kind = kindOf(mediaType)
  if (kind === null || (kind === 'pdf' && source.byteLength > PDF_LIMIT)) return NOTHING_READ
  const bytes = await beginningOf(source, kind === 'pdf' ? PDF_LIMIT : READ_LIMIT)
  return world.classifier.suggest(bytes, kind, await recall(world))
}

/**
 * Somebody has confirmed where a document belongs: its words' hashes are counted for that specialty, for this person and on
 * this computer alone. What can't be kept is not missed.
 * @param words of `suggestSpecialty`
 */
export async function rememberSpecialty(
  world: Pick<World, 'learned'>,
  words: readonly string[],
  code: SpecialtyCode,
): Promise<void> {
  if (words.length === 0) return
  const learned = learn(await recall(world), words, code)
  await world.learned.set(ENTRY, JSON.stringify(learned)).catch(() => undefined)
}

/** The same, told by where the document was put: a specialty, or a folder that is open. The general folder teaches nothing. */
export async function rememberPlace(
  world: World,
  words: readonly string[],
  patient: Address,
  to: Destination,
): Promise<void> {
  // What can't be found out now is not learned: a proposal is not worth a failure.
  const code = await meaningOf(world, patient, to).catch(() => null)
  if (code !== null) await rememberSpecialty(world, words, code)
}

async function recall({ learned }: Pick<World, 'learned'>): Promise<Learned> {
  try {
    const text = await learned.get(ENTRY)
    return text === null ? {} : (learnedBefore.parse(JSON.parse(text)) as Learned)
  } catch {
    return {}
  }
}

const kindOf = (mediaType: MediaType | null): 'pdf' | 'text' | null =>
  mediaType === 'application/pdf' ? 'pdf' : mediaType === 'text/plain' ? 'text' : null

async function beginningOf(source: Source, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(source.byteLength, limit))
  let filled = 0
  for await (const piece of source.read()) {
    const part = piece.subarray(0, bytes.length - filled)
    bytes.set(part, filled)
    filled += part.length
    if (filled === bytes.length) break
  }
  return bytes.subarray(0, filled)
}
