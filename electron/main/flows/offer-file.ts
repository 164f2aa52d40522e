import { mediaTypeOf, SNIFF_BYTES } from '../crypto/media-type.ts'
import { Failure, type FailureDetail } from '../domain/failure.ts'
import { type MediaType, RECORD_LIMIT } from '../domain/record.ts'
import type { Source } from '../ports/files.ts'

/** A file that was chosen, dropped or pasted, looked at before it becomes a record. */
export type Offered = {
  readonly source: Source
  readonly mediaType: MediaType | null
  readonly refused: { readonly code: string; readonly detail: FailureDetail } | null
}

/** Sniffs the type and checks the size. A refusal is part of the answer: the others of the same drop go on. */
export async function offerFile(source: Source, limit = RECORD_LIMIT): Promise<Offered> {
  try {
    const { name, byteLength } = source
    if (byteLength === 0) throw new Failure('E_FILE_EMPTY', { name })
    if (byteLength > limit) throw new Failure('E_FILE_TOO_LARGE', { name, byteLength, limit })
    return { source, mediaType: mediaTypeOf(name, await headOf(source)), refused: null }
  } catch (error) {
    const { code, detail } = Failure.from(error)
    return { source, mediaType: null, refused: { code, detail } }
  }
}

async function headOf(source: Source): Promise<Uint8Array> {
  for await (const piece of source.read()) return piece.subarray(0, SNIFF_BYTES)
  return new Uint8Array()
}
