import type { Consent, Recipient, Singles } from '../crypto/blocks.ts'
import type { FolderEpoch } from '../crypto/context.ts'
import type { Addressee } from '../crypto/envelope.ts'
import type { Act } from '../domain/acts.ts'
import type {
  Address,
  Ciphertext,
  Digest,
  Fingerprint,
  Hex32,
  Plaintext,
  Pointer,
  PublicBlock,
} from '../domain/bytes.ts'
import type { CriticalCard } from '../domain/critical-card.ts'
import type { Profile, PublicProfile } from '../domain/person.ts'
import type { CardContent } from '../domain/record.ts'
import type { SpecialtyCode } from '../domain/specialty.ts'
import type { VaultEmergency } from './vault-emergency.ts'

/** What a vault says of itself; nothing of it is secret. */
export type VaultSelf = {
  readonly spki: Uint8Array
  readonly fingerprint: Fingerprint
  /** Of keys before it, which still open what was wrapped to them. */
  readonly earlier: readonly Fingerprint[]
  readonly device: Address
}

export type Block = { readonly block: PublicBlock; readonly pointer: Pointer }

/** Making, opening and saving a person's keys. Each `file` is sealed under keychain secret and passphrase. */
export type VaultDoor = {
  /** A new RSA pair, device key and journal key. @throws Failure E_PASSPHRASE_WEAK */
  readonly create: (owner: Address, passphrase: string, secret: Uint8Array) => Promise<Uint8Array>
  /** @throws Failure E_PASSPHRASE_WRONG, E_VAULT_DAMAGED */
  readonly open: (file: Uint8Array, passphrase: string, secret: Uint8Array) => Promise<void>
  /**
   * A vault from a PKCS#12 backup and its passphrase, or from a recovery kit's line and its words.
   * @throws Failure E_PASSPHRASE_WRONG, E_KIT_WORDS, E_BACKUP_DAMAGED, E_BACKUP_OTHER_KEY
   */
  readonly restore: (
    owner: Address,
    backup: { readonly file: Uint8Array; readonly passphrase: string; readonly expected: Fingerprint },
    passphrase: string,
    secret: Uint8Array,
  ) => Promise<Uint8Array>
  /**
   * The open vault with a new RSA pair before the ones it has, a new device key and a new passphrase: for keys that
   * somebody else may know.
   * @throws Failure E_PASSPHRASE_WEAK, E_LOCKED
   */
  readonly renew: (passphrase: string, secret: Uint8Array) => Promise<Uint8Array>
  /** The PKCS#12 file. */
  readonly backup: (passphrase: string) => Promise<Uint8Array>
  /** A recovery kit's line, and the new words that it is sealed under. */
  readonly kit: () => Promise<{ readonly line: string; readonly words: string }>
  readonly self: () => Promise<VaultSelf>
  /** By how many days this person's dates move in a copy for research: −182 to 182, never 0, the same on every computer. */
  readonly dateShift: () => Promise<number>
}

/** Acts of the device key, and what only this machine reads again. */
export type VaultDevice = {
  readonly signAct: (act: Act) => Promise<Hex32>
  readonly sealLocal: (bytes: Uint8Array) => Promise<Uint8Array>
  readonly openLocal: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** Blocks sealed to several people. */
export type VaultEnvelopes = {
  readonly sealProfile: (
    account: Address,
    shown: PublicProfile | null,
    profile: Profile,
    people: readonly Addressee[],
  ) => Promise<Block>
  /** @throws Failure E_NOT_ADDRESSED */
  readonly openProfile: (account: Address, block: Uint8Array) => Promise<Profile>
  readonly sealConsent: (consent: Consent, people: readonly Addressee[]) => Promise<Block>
  readonly sealCriticalCard: (card: CriticalCard, people: readonly Addressee[]) => Promise<Block>
  /** @throws Failure E_NOT_ADDRESSED, E_BLOCK_DAMAGED, E_BLOCK_REPLACED when it is another patient's */
  readonly openCriticalCard: (patient: Address, block: Uint8Array) => Promise<CriticalCard>
}

/** Folder keys, each named by the keyring that carries it. */
export type VaultFolders = {
  /** A new folder key, wrapped to these people. @param meaning what the folder is for; null for identity and general */
  readonly createKeyring: (
    at: FolderEpoch,
    previous: Pointer | null,
    people: readonly Addressee[],
    meaning: SpecialtyCode | null,
  ) => Promise<Block>
  /** The same folder key, wrapped to exactly these people. @param single keys of records that are shared one by one */
  readonly rewrapKeyring: (keyring: Pointer, people: readonly Addressee[], single: Singles) => Promise<Block>
  /** Takes a keyring's folder key in. False when it is not addressed to this person. */
  readonly admitKeyring: (block: Uint8Array) => Promise<boolean>
  /** What a folder is for. @throws Failure E_BLOCK_DAMAGED */
  readonly meaningOf: (keyring: Pointer) => Promise<SpecialtyCode | null>
}

/** Record keys, each named by a handle until its card exists and then by the card's pointer. */
export type VaultRecords = {
  /** Digests, pads and seals. The handle then stands for the record key and the digest. */
  readonly sealContent: (
    handle: string,
    keyring: Pointer,
    salt: Hex32,
    byteLength: number,
    source: AsyncIterable<Uint8Array>,
  ) => AsyncIterable<Ciphertext>
  readonly digestOf: (handle: string) => Promise<Digest>
  /**
   * @param to where a removal awaits its re-key: the people the record key is wrapped to instead of being sealed
   * under the folder key
   */
  readonly sealCard: (
    handle: string,
    keyring: Pointer,
    content: CardContent,
    to: readonly Addressee[] | null,
  ) => Promise<Block>
  /** @throws Failure E_NOT_ADDRESSED, E_KEY_COMMITMENT, E_BLOCK_DAMAGED, E_CARD_MISMATCH */
  readonly openCard: (keyring: Pointer, block: Uint8Array) => Promise<CardContent>
  /**
   * `openCard` for somebody to whom a keyring lists this record alone.
   * @throws Failure as `openCard`
   */
  readonly openListedCard: (keyring: Uint8Array, digest: Digest, block: Uint8Array) => Promise<CardContent>
  /** The record key of a card that was opened, wrapped to people who may read this record alone. */
  readonly wrapRecordKey: (card: Pointer, people: readonly Addressee[]) => Promise<Recipient[]>
  /** The plaintext of a card's content. Fails at the end with E_DIGEST_MISMATCH when it is not what was signed. */
  readonly openContent: (card: Pointer, source: AsyncIterable<Uint8Array>) => AsyncIterable<Plaintext>
  /** Plaintext bytes `from` to `to` of a content whose digest has been checked. */
  readonly openRange: (
    card: Pointer,
    read: (offset: number, length: number) => Promise<Uint8Array>,
    from: number,
    to: number,
  ) => AsyncIterable<Plaintext>
  /** The content of `card` under a new record key and folder epoch; checks the digest on the way. */
  readonly resealContent: (
    card: Pointer,
    handle: string,
    keyring: Pointer,
    source: AsyncIterable<Uint8Array>,
  ) => AsyncIterable<Ciphertext>
}

/** A block that a reader gave back, and who signed for it. */
export type OfferBlock = { readonly from: Address; readonly block: Uint8Array }

/** What becomes of one folder by what was given back for it. */
export type OfferedFolder = {
  /** Whose key opens it; null where nobody's does. */
  readonly from: Address | null
  /** Whose did not. */
  readonly refused: readonly Address[]
  /** Cards that stay closed all the same: their keys were wrapped to people one by one, and nobody has given theirs. */
  readonly closed: readonly Pointer[]
}

/** Keys that readers give back to a patient who has lost theirs (ADR 21). */
export type VaultOffers = {
  /**
   * Folder keys that were admitted, and record keys of cards that were opened, wrapped to their patient's present key.
   * @param cards whose key does not lie under the folder's
   */
  readonly makeOffer: (
    patient: Addressee,
    keyrings: readonly Pointer[],
    cards: readonly Pointer[],
  ) => Promise<Block>
  /**
   * Which of these blocks has the true key of a folder: the one that opens what the folder is for and every card under
   * it. Nothing is taken in.
   * @param keyring the folder's present one
   * @param cards those of all records that stand in it
   */
  readonly checkOffers: (
    keyring: Uint8Array,
    offers: readonly OfferBlock[],
    cards: readonly Uint8Array[],
  ) => Promise<OfferedFolder>
  /** The same, and takes the true key in: the folder then opens as if its keyring were addressed to this person. */
  readonly takeOffers: VaultOffers['checkOffers']
}

/** The keys of the person at this window. They live in a thread of their own, which ends when the vault is locked. */
export type Vault = VaultDoor &
  VaultDevice &
  VaultEnvelopes &
  VaultFolders &
  VaultRecords &
  VaultOffers &
  VaultEmergency
