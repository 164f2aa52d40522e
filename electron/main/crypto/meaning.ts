import type { Ciphertext, ContentKey } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { isSpecialty, type SpecialtyCode } from '../domain/specialty.ts'
import { type Context, type FolderEpoch, utf8 } from './context.ts'
import { openBytes, sealBytes } from './streaming.ts'

/** Every meaning is sealed at this length, in bytes, so that its size tells nothing. */
const LENGTH = 32

/** What a folder is for, as its keyring carries it: a SNOMED CT code, filled up with zeros. */
export function sealMeaning(
  context: Context,
  at: FolderEpoch,
  folderKey: ContentKey,
  specialty: SpecialtyCode,
): Promise<Ciphertext> {
  const padded = new Uint8Array(LENGTH)
  padded.set(utf8(specialty))
  return sealBytes(folderKey, context.meaning(at), padded)
}

/** @throws Failure E_BLOCK_DAMAGED, also for what is no specialty that this version knows */
export async function openMeaning(
  context: Context,
  at: FolderEpoch,
  folderKey: ContentKey,
  sealed: Uint8Array,
): Promise<SpecialtyCode> {
  const padded = await openBytes(folderKey, context.meaning(at), sealed)
  const code = new TextDecoder().decode(padded).replace(/\0+$/, '')
  if (!isSpecialty(code)) throw new Failure('E_BLOCK_DAMAGED', { what: 'keyring' })
  return code
}
