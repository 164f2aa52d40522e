import { type Card, cardCodec, type Keyring, keyringCodec } from '../crypto/blocks.ts'
import { assertCommitted, openCard, recordKeyOf, sealCard } from '../crypto/card.ts'
import type { FolderEpoch } from '../crypto/context.ts'
import { Digester } from '../crypto/digest.ts'
import { type Addressee, newKey, wrapTo } from '../crypto/envelope.ts'
import { openMeaning, sealMeaning } from '../crypto/meaning.ts'
import { padded, padme, unpadded } from '../crypto/padding.ts'
import { pointerTo } from '../crypto/pointer.ts'
import { spent } from '../crypto/spent.ts'
import { open, openRange, seal, sealedLength } from '../crypto/streaming.ts'
import type { Address, Ciphertext, ContentKey, Digest, Hex32, Plaintext, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { CardContent } from '../domain/record.ts'
import type { Block, VaultFolders, VaultRecords } from '../ports/vault.ts'
import { blockOf } from './vault-block.ts'
import type { VaultHolder } from './vault-holder.ts'

/** A folder's key, and the keyring that carries it. */
export type FolderKey = { readonly at: FolderEpoch; readonly key: ContentKey; readonly keyring: Keyring }
type RecordKey = { readonly at: FolderEpoch; readonly key: ContentKey; digest: Digest | null }
/** A card's key, and what stands in it. */
export type OpenedCard = { readonly at: FolderEpoch; readonly key: ContentKey; readonly content: CardContent }

/** What the vault's thread does with folder and record keys. They never leave it. */
export class VaultRecordKeys implements VaultFolders, VaultRecords {
  readonly #holder: VaultHolder
  readonly #folders = new Map<Pointer, FolderKey>()
  readonly #handles = new Map<string, RecordKey>()
  readonly #cards = new Map<Pointer, OpenedCard>()

  constructor(holder: VaultHolder) {
    this.#holder = holder
  }

  createKeyring: VaultFolders['createKeyring'] = async (at, previous, people, meaning) => {
    const key = newKey()
    const said =
      meaning === null ? {} : { meaning: await sealMeaning(this.#holder.context, at, key, meaning) }
    return this.#wrapFolderKey(at, key, previous, people, { single: {}, ...said })
  }

  rewrapKeyring: VaultFolders['rewrapKeyring'] = async (pointer, people, single) => {
    const { at, key, keyring } = this.folder(pointer)
    return this.#wrapFolderKey(at, key, pointer, people, { ...keyring, single })
  }

  admitKeyring = async (block: Uint8Array): Promise<boolean> => {
    const pointer = pointerTo(block)
    if (this.#folders.has(pointer)) return true
    const keyring = keyringCodec.decode(block)
    const at = { patient: keyring.patient, folder: keyring.folder, epoch: keyring.epoch }
    const { context } = this.#holder
    const key = this.#holder.unwrap(at.patient, keyring.to, (name) => context.folderKey(at, name))
    if (key !== null) this.#folders.set(pointer, { at, key, keyring })
    return key !== null
  }

  meaningOf: VaultFolders['meaningOf'] = async (pointer) => {
    const { at, key, keyring } = this.folder(pointer)
    return keyring.meaning === undefined ? null : openMeaning(this.#holder.context, at, key, keyring.meaning)
  }

  async *sealContent(
    handle: string,
    keyring: Pointer,
    salt: Hex32,
    byteLength: number,
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Ciphertext> {
    const { at } = this.folder(keyring)
    const record: RecordKey = { at, key: newKey(), digest: null }
    this.#handles.set(handle, record)
    const digester = new Digester(byteLength, salt)
    const content = padded(digester.through(spent(source)), byteLength) as AsyncIterable<Plaintext>
    yield* seal(record.key, this.#holder.context.content(at, salt), content)
    record.digest = digester.digest()
  }

  digestOf = async (handle: string): Promise<Digest> => {
    const digest = this.#record(handle).digest
    if (digest === null) throw new Failure('E_INTERNAL', { reason: 'content not sealed yet' })
    return digest
  }

  sealCard = async (
    handle: string,
    keyring: Pointer,
    content: CardContent,
    to: readonly Addressee[] | null,
  ): Promise<Block> => {
    const record = this.#record(handle)
    const { context } = this.#holder
    const { at, key } = this.folder(keyring)
    const card = await sealCard(context, at, key, record.key, content)
    const label = (recipient: Address): string => context.recordKeyFor(at, card.commit, recipient)
    const wrapped: Card =
      to === null
        ? card
        : {
            ...card,
            key: new Uint8Array(),
            to: to.map((person) => wrapTo(person, label(person.address), record.key)),
          }
    const block = blockOf(cardCodec.encode(wrapped))
    this.#cards.set(block.pointer, { at, key: record.key, content })
    this.#handles.delete(handle)
    return block
  }

  openCard = async (keyring: Pointer, block: Uint8Array): Promise<CardContent> => {
    const pointer = pointerTo(block)
    const known = this.#cards.get(pointer)
    if (known !== undefined) return known.content
    const folder = this.folder(keyring)
    const card = cardCodec.decode(block)
    const at = { ...folder.at, epoch: card.epoch }
    return this.#take(pointer, at, await this.#recordKey(folder, at, card), card)
  }

  openListedCard: VaultRecords['openListedCard'] = async (keyring, digest, block) => {
    const pointer = pointerTo(block)
    const known = this.#cards.get(pointer)
    if (known !== undefined) return known.content
    const { patient, folder, single } = keyringCodec.decode(keyring)
    const card = cardCodec.decode(block)
    const label = (name: Address): string => this.#holder.context.single(patient, digest, name)
    const key = this.#holder.unwrap(patient, single[digest] ?? [], label)
    if (key === null) throw new Failure('E_NOT_ADDRESSED')
    return this.#take(pointer, { patient, folder, epoch: card.epoch }, key, card)
  }

  wrapRecordKey: VaultRecords['wrapRecordKey'] = async (card, people) => {
    const { at, key, content } = this.card(card)
    const label = (name: Address): string => this.#holder.context.single(at.patient, content.digest, name)
    return people.map((person) => wrapTo(person, label(person.address), key))
  }

  async *openContent(card: Pointer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Plaintext> {
    const { at, key, content } = this.card(card)
    const digester = new Digester(content.byteLength, content.salt)
    const opened = open(key, this.#holder.context.content(at, content.salt), spent(source))
    yield* digester.through(unpadded(opened, content.byteLength)) as AsyncGenerator<Plaintext>
    if (digester.digest() !== content.digest) throw new Failure('E_DIGEST_MISMATCH')
  }

  async *openRange(
    card: Pointer,
    read: (offset: number, length: number) => Promise<Uint8Array>,
    from: number,
    to: number,
  ): AsyncGenerator<Plaintext> {
    const { at, key, content } = this.card(card)
    const length = sealedLength(padme(content.byteLength))
    yield* openRange(key, this.#holder.context.content(at, content.salt), length, read, from, to)
  }

  async *resealContent(
    card: Pointer,
    handle: string,
    keyring: Pointer,
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Ciphertext> {
    const { content } = this.card(card)
    yield* this.sealContent(handle, keyring, content.salt, content.byteLength, this.openContent(card, source))
  }

  /** Keys that were reached another way than by the keyring. */
  hold(keyring: Pointer, folder: FolderKey, cards: ReadonlyMap<Pointer, OpenedCard>): void {
    this.#folders.set(keyring, folder)
    for (const [pointer, card] of cards) this.#cards.set(pointer, card)
  }

  /** Everything of one patient's. What this person may still open comes back the next time it is asked for. */
  forget(patient: Address): void {
    for (const keys of [this.#folders, this.#cards])
      for (const [pointer, { at }] of keys) if (at.patient === patient) keys.delete(pointer)
  }

  #wrapFolderKey(
    at: FolderEpoch,
    key: ContentKey,
    previous: Pointer | null,
    people: readonly Addressee[],
    { single, meaning }: Pick<Keyring, 'single' | 'meaning'>,
  ): Block {
    const { context } = this.#holder
    const to = people.map((person) => wrapTo(person, context.folderKey(at, person.address), key))
    const said = meaning === undefined ? {} : { meaning }
    const keyring: Keyring = { v: 1, ...at, previous, to, single, ...said }
    const block = blockOf(keyringCodec.encode(keyring))
    this.#folders.set(block.pointer, { at, key, keyring })
    return block
  }

  /** Opens a card with its record key, which is the way to its content from then on. */
  async #take(pointer: Pointer, at: FolderEpoch, key: ContentKey, card: Card): Promise<CardContent> {
    const content = await openCard(this.#holder.context, at, key, card)
    this.#cards.set(pointer, { at, key, content })
    return content
  }

  /** From the folder key, or, while a removal awaited its re-key, from a wrap to this person alone. */
  async #recordKey(folder: FolderKey, at: FolderEpoch, card: Card): Promise<ContentKey> {
    const { context } = this.#holder
    if (card.to === undefined) return recordKeyOf(context, at, folder.key, card)
    const label = (name: Address): string => context.recordKeyFor(at, card.commit, name)
    const key = this.#holder.unwrap(at.patient, card.to, label)
    if (key === null) throw new Failure('E_NOT_ADDRESSED')
    assertCommitted(key, card)
    return key
  }

  /** @throws Failure E_NOT_ADDRESSED when it was not admitted */
  folder(keyring: Pointer): FolderKey {
    const folder = this.#folders.get(keyring)
    if (folder === undefined) throw new Failure('E_NOT_ADDRESSED', { keyring })
    return folder
  }

  #record(handle: string): RecordKey {
    const record = this.#handles.get(handle)
    if (record === undefined) throw new Failure('E_INTERNAL', { reason: 'no such record key' })
    return record
  }

  /** @throws Failure E_INTERNAL when it was not opened */
  card(pointer: Pointer): OpenedCard {
    const card = this.#cards.get(pointer)
    if (card === undefined) throw new Failure('E_INTERNAL', { reason: 'card not opened yet' })
    return card
  }
}
