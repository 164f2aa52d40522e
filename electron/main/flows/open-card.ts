import { recoverSigner } from '../crypto/typed-data.ts'
import type { Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { CardContent, RecordEvent } from '../domain/record.ts'
import { custodies } from './custodies.ts'
import type { OpenFolder } from './open-folder.ts'
import { folderOf, standsIn } from './record-place.ts'
import type { World } from './world.ts'

/** A record whose card this session has opened and found to be the one its author signed. */
export type OpenCard = {
  readonly event: RecordEvent
  readonly folder: OpenFolder
  /** The newest card: the catalog's, else the event's. */
  readonly card: Pointer
  readonly content: CardContent
}

/** Who has checked the author's signature: this computer, or, for a wallet that is a contract, the chain. */
export type SignatureCheck = 'here' | 'chain'

/**
 * Opens a record's card and checks it against the chain, its author's signature included.
 * @throws Failure E_NOT_ADDRESSED, E_CARD_MISMATCH, E_SIGNATURE_FOREIGN, E_KEY_COMMITMENT, E_BLOCK_MISSING
 */
export async function openCard(
  world: World,
  event: RecordEvent,
  opened?: OpenFolder,
): Promise<OpenCard & { readonly checked: SignatureCheck }> {
  const card = await readCard(world, event, opened)
  return { ...card, checked: await checkSignature(world, event) }
}

/**
 * The same without the signature, which costs three milliseconds: for lists, that only name what there is.
 * @throws as `openCard`, but for E_SIGNATURE_FOREIGN
 */
export async function readCard(world: World, event: RecordEvent, opened?: OpenFolder): Promise<OpenCard> {
  const folder = opened ?? (await folderOf(world, event))
  // Left out of the catalog, it is withdrawn from this folder.
  if (!standsIn(world, folder, event)) throw new Failure('E_BLOCK_MISSING', { record: event.id })
  const card = folder.cards?.get(event.id) ?? event.card
  const block = await world.blobs.getBlock(card)
  const content =
    folder.listed === null
      ? await world.vault.openCard(folder.keyring, block)
      : await world.vault.openListedCard(folder.block, event.digest, block)
  assertSame(content, event, card)
  return { event, folder, card, content }
}

/** Card and event must tell the same: another person's valid card is refused here. */
function assertSame(content: CardContent, event: RecordEvent, card: Pointer): void {
  const differs = (['patient', 'author', 'digest'] as const).find((field) => content[field] !== event[field])
  if (differs !== undefined) throw new Failure('E_CARD_MISMATCH', { field: differs, record: event.id })
  // The first card is the one that was signed; a later one says which one it replaces.
  if (card !== event.card && content.origin?.card !== event.card) {
    throw new Failure('E_CARD_MISMATCH', { field: 'origin', record: event.id })
  }
}

/**
 * The signature in the event recovers the author over every signed field, or who acted for them in that block. A contract's
 * can't be recovered: its code has taken it when the act was brought, or there would be no such event.
 */
async function checkSignature(world: World, event: RecordEvent): Promise<SignatureCheck> {
  const { patient, author, folder, keyring, digest, card, nonce, deadline } = event
  const message = { patient, author, folder, keyring, digest, card, nonce, deadline }
  const signer = recoverSigner(world.deployment, { name: 'AddRecord', message }, event.signature)
  if (signer === author) return 'here'
  const custodian = custodies(world).signerOf(author, { ...event, at: event.recordedAt })
  if (custodian !== null && signer === custodian) return 'here'
  if (await world.ledger.hasCode(custodian ?? author)) return 'chain'
  throw new Failure('E_SIGNATURE_FOREIGN', { author, record: event.id })
}
