import type { Address, ContentKey, Pointer } from '../domain/bytes.ts'
import type { KeyOffer } from './blocks.ts'
import type { Context, FolderEpoch } from './context.ts'
import type { Addressee, OwnKeys } from './envelope.ts'
import { fingerprintOf } from './fingerprint.ts'
import { importPublicKey, unwrap, wrap } from './oaep.ts'

type Key = { readonly at: FolderEpoch; readonly key: ContentKey }

/** Wraps what a reader can open to the patient's present key, each under a label that names the reader (ADR 21). */
export function makeOffer(
  context: Context,
  from: Address,
  patient: Addressee,
  folders: readonly Key[],
  records: readonly (Key & { readonly card: Pointer })[],
): KeyOffer {
  const key = importPublicKey(patient.spki)
  return {
    v: 1,
    patient: patient.address,
    from,
    key: fingerprintOf(patient.spki),
    folders: folders.map(({ at, key: folderKey }) => ({
      folder: at.folder,
      epoch: at.epoch,
      wrapped: wrap(key, context.offer(at, from), folderKey),
    })),
    records: records.map(({ at, card, key: recordKey }) => ({
      card,
      wrapped: wrap(key, context.offeredRecord(at, card, from), recordKey),
    })),
  }
}

/**
 * The key of a folder that an offer holds for me.
 * @returns null when it has none of this folder and epoch, or not under a key of mine
 * @throws Failure E_NOT_ADDRESSED when it claims to and does not open
 */
export function offeredFolderKey(
  context: Context,
  offer: KeyOffer,
  keys: OwnKeys,
  at: FolderEpoch,
): ContentKey | null {
  const own = keys.get(offer.key)
  const entry = offer.folders.find(({ folder, epoch }) => folder === at.folder && epoch === at.epoch)
  if (own === undefined || entry === undefined) return null
  return unwrap(own, context.offer(at, offer.from), entry.wrapped)
}

/** The same of a record's key. */
export function offeredRecordKey(
  context: Context,
  offer: KeyOffer,
  keys: OwnKeys,
  at: FolderEpoch,
  card: Pointer,
): ContentKey | null {
  const own = keys.get(offer.key)
  const entry = offer.records.find((record) => record.card === card)
  if (own === undefined || entry === undefined) return null
  return unwrap(own, context.offeredRecord(at, card, offer.from), entry.wrapped)
}
