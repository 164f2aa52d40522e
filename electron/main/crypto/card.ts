import type { ContentKey } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { CardContent } from '../domain/record.ts'
import type { Card } from './blocks.ts'
import { cardContentCodec } from './blocks.ts'
import { commitTo, isCommitted } from './commitment.ts'
import type { Context, FolderEpoch } from './context.ts'
import { openBytes, sealBytes } from './streaming.ts'

/** A card: the record key sealed under the folder key, a commitment to it, and the card's content sealed under it. */
export async function sealCard(
  context: Context,
  at: FolderEpoch,
  folderKey: ContentKey,
  recordKey: ContentKey,
  content: CardContent,
): Promise<Card> {
  const commit = commitTo(recordKey)
  const key = await sealBytes(folderKey, context.recordKey(at, commit), recordKey)
  const card = await sealBytes(recordKey, context.card(at, commit), cardContentCodec.encode(content))
  return { v: 1, folder: at.folder, epoch: at.epoch, key, commit, card }
}

/** The record key of a card, from the folder key. @throws Failure E_KEY_COMMITMENT, E_BLOCK_DAMAGED */
export async function recordKeyOf(
  context: Context,
  at: FolderEpoch,
  folderKey: ContentKey,
  card: Card,
): Promise<ContentKey> {
  if (card.key.length === 0) throw new Failure('E_NOT_ADDRESSED', {})
  const key = (await openBytes(
    folderKey,
    context.recordKey(at, card.commit),
    card.key,
  )) as unknown as ContentKey
  assertCommitted(key, card)
  return key
}

/** @throws Failure E_KEY_COMMITMENT when the card was sealed under another key */
export function assertCommitted(recordKey: ContentKey, card: Card): void {
  if (!isCommitted(recordKey, card.commit)) throw new Failure('E_KEY_COMMITMENT', {})
}

/** @throws Failure E_KEY_COMMITMENT, E_BLOCK_DAMAGED, E_CARD_MISMATCH when the card is of another patient or folder */
export async function openCard(
  context: Context,
  at: FolderEpoch,
  recordKey: ContentKey,
  card: Card,
): Promise<CardContent> {
  assertCommitted(recordKey, card)
  const content = cardContentCodec.decode(
    await openBytes(recordKey, context.card(at, card.commit), card.card),
  )
  if (content.patient !== at.patient || content.folder !== at.folder || card.epoch !== at.epoch) {
    throw new Failure('E_CARD_MISMATCH', { field: 'patient' })
  }
  return content
}
