import { type Card, cardCodec, type KeyOffer, keyOfferCodec, keyringCodec } from '../crypto/blocks.ts'
import { assertCommitted, openCard, recordKeyOf } from '../crypto/card.ts'
import type { FolderEpoch } from '../crypto/context.ts'
import { makeOffer, offeredFolderKey, offeredRecordKey } from '../crypto/key-offer.ts'
import { openMeaning } from '../crypto/meaning.ts'
import { pointerTo } from '../crypto/pointer.ts'
import type { ContentKey, Pointer } from '../domain/bytes.ts'
import type { OfferBlock, OfferedFolder, VaultOffers } from '../ports/vault.ts'
import { blockOf } from './vault-block.ts'
import type { VaultHolder } from './vault-holder.ts'
import type { FolderKey, OpenedCard, VaultRecordKeys } from './vault-records.ts'

type Looked = {
  readonly told: OfferedFolder
  readonly folder: FolderKey | null
  readonly cards: ReadonlyMap<Pointer, OpenedCard>
}

/** What the vault's thread does with keys that readers give back. */
export class VaultKeyOffers implements VaultOffers {
  readonly #holder: VaultHolder
  readonly #records: VaultRecordKeys

  constructor(holder: VaultHolder, records: VaultRecordKeys) {
    this.#holder = holder
    this.#records = records
  }

  makeOffer: VaultOffers['makeOffer'] = async (patient, keyrings, cards) => {
    const { context, owner } = this.#holder
    const folders = keyrings.map((pointer) => this.#records.folder(pointer))
    const records = cards.map((card) => ({ card, ...this.#records.card(card) }))
    return blockOf(keyOfferCodec.encode(makeOffer(context, owner, patient, folders, records)))
  }

  checkOffers: VaultOffers['checkOffers'] = async (keyring, offers, cards) =>
    (await this.#look(keyring, offers, cards)).told

  takeOffers: VaultOffers['takeOffers'] = async (keyring, offers, cards) => {
    const { told, folder, cards: opened } = await this.#look(keyring, offers, cards)
    if (folder !== null) this.#records.hold(pointerTo(keyring), folder, opened)
    return told
  }

  async #look(
    block: Uint8Array,
    offers: readonly OfferBlock[],
    blocks: readonly Uint8Array[],
  ): Promise<Looked> {
    const keyring = keyringCodec.decode(block)
    const at = { patient: keyring.patient, folder: keyring.folder, epoch: keyring.epoch }
    const cards = new Map(blocks.map((card) => [pointerTo(card), cardCodec.decode(card)]))
    const refused: OfferBlock['from'][] = []
    const named: KeyOffer[] = []
    for (const each of offers) {
      const offer = this.#read(each)
      if (offer === null) refused.push(each.from)
      else named.push(offer)
    }
    for (const offer of named) {
      try {
        const key = offeredFolderKey(this.#holder.context, offer, this.#holder.ownKeys, at)
        if (key === null) continue
        const folder = { at, key, keyring }
        const opened = await this.#prove(folder, cards, named)
        const closed = [...cards.keys()].filter((card) => !opened.has(card))
        return { told: { from: offer.from, refused, closed }, folder, cards: opened }
      } catch {
        // Wrapped to another label, or a key that does not open what it should: not true, whatever the reason.
        refused.push(offer.from)
      }
    }
    return { told: { from: null, refused, closed: [...cards.keys()] }, folder: null, cards: new Map() }
  }

  /** Null for what is no offer, or not one from this reader to this person. */
  #read({ from, block }: OfferBlock): KeyOffer | null {
    try {
      const offer = keyOfferCodec.decode(block)
      return offer.from === from && offer.patient === this.#holder.owner ? offer : null
    } catch {
      return null
    }
  }

  /** Opens everything that lies under a folder key, and of the rest what can be opened. @throws when the key is false */
  async #prove(
    { at, key, keyring }: FolderKey,
    cards: ReadonlyMap<Pointer, Card>,
    offers: readonly KeyOffer[],
  ): Promise<Map<Pointer, OpenedCard>> {
    const { context } = this.#holder
    if (keyring.meaning !== undefined) await openMeaning(context, at, key, keyring.meaning)
    const opened = new Map<Pointer, OpenedCard>()
    for (const [pointer, card] of cards) {
      const where = { ...at, epoch: card.epoch }
      const recordKey =
        card.to === undefined
          ? await recordKeyOf(context, where, key, card)
          : this.#oneByOne(where, pointer, card, offers)
      if (recordKey === null) continue
      opened.set(pointer, {
        at: where,
        key: recordKey,
        content: await openCard(context, where, recordKey, card),
      })
    }
    return opened
  }

  /** A record key that was wrapped to people one by one: to this person's new key already, or as a reader gives it back. */
  #oneByOne(at: FolderEpoch, pointer: Pointer, card: Card, offers: readonly KeyOffer[]): ContentKey | null {
    const { context, ownKeys } = this.#holder
    const mine = this.#holder.unwrap(at.patient, card.to!, (name) =>
      context.recordKeyFor(at, card.commit, name),
    )
    if (mine !== null) return mine
    for (const offer of offers) {
      try {
        const key = offeredRecordKey(context, offer, ownKeys, at, pointer)
        if (key === null) continue
        assertCommitted(key, card)
        return key
      } catch {
        // The card says itself which key is its own; the next offer may have it.
      }
    }
    return null
  }
}
