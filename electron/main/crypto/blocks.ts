import { z } from 'zod'
import type {
  Address,
  Cid,
  Digest,
  Fingerprint,
  Hex32,
  Pointer,
  PublicBlock,
  WrappedKey,
} from '../domain/bytes.ts'
import { BLOOD_GROUPS, CRITICAL_TEXT, type CriticalCard } from '../domain/critical-card.ts'
import { EMERGENCY_REASONS, PLAN_LIMITS, REASON_LENGTH } from '../domain/emergency.ts'
import { Failure } from '../domain/failure.ts'
import type { Gender } from '../domain/person.ts'
import type { CardContent } from '../domain/record.ts'
import { decodeJson, encodeJson } from './canonical-json.ts'
import { fromBase64 } from './hex.ts'

/** The JSON blocks of the protocol: a shape for each, checked on the way in, canonical on the way out. */

const hex32 = z.custom<Hex32>((value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value))
const pointer = hex32 as unknown as z.ZodType<Pointer>
const digest = hex32 as unknown as z.ZodType<Digest>
const address = z.custom<Address>((value) => typeof value === 'string' && /^0x[0-9a-f]{40}$/.test(value))
const bytes = z.base64().transform((text) => fromBase64(text))
const version = z.literal(1)
const folder = z.int().min(0).max(63)
const epoch = z.int().min(0)

const fingerprint = hex32 as unknown as z.ZodType<Fingerprint>
const wrappedKey = bytes as unknown as z.ZodType<WrappedKey>

const recipient = z.strictObject({
  address,
  key: fingerprint,
  wrapped: wrappedKey,
})
/** One reader of a sealed key: who, which of their keys, and the key wrapped to it. */
export type Recipient = z.infer<typeof recipient>

const card = z.strictObject({
  v: version,
  folder,
  epoch,
  key: bytes,
  commit: hex32,
  to: z.array(recipient).optional(),
  card: bytes,
})
export type Card = z.infer<typeof card>

const keyring = z.strictObject({
  v: version,
  patient: address,
  folder,
  epoch,
  previous: pointer.nullable(),
  /** What the folder is for, sealed under its key (ADR 19); a folder that says nothing has none. */
  meaning: bytes.optional(),
  to: z.array(recipient),
  single: z.record(digest, z.array(recipient)),
})
export type Keyring = z.infer<typeof keyring>
/** Keys of records that are shared one by one, by the records' digests. */
export type Singles = Keyring['single']

const cards = z.record(z.string().regex(/^\d+$/), pointer)
const catalog = z.union([
  z.strictObject({ v: version, patient: address, folder, epoch, cards }),
  z.strictObject({ v: version, patient: address, folder, epoch, parts: z.array(pointer) }),
])
export type Catalog = z.infer<typeof catalog>

const sealedTo = z.strictObject({ v: version, to: z.array(recipient), sealed: bytes })
/** Something sealed to several people: a profile, a consent. */
export type SealedTo = z.infer<typeof sealedTo>

const profileBlock = z.strictObject({
  v: version,
  public: z
    .strictObject({
      name: z.string(),
      specialties: z.array(z.string()),
      licence: z.string(),
      picture: bytes.nullable(),
    })
    .nullable(),
  to: z.array(recipient),
  sealed: bytes,
})
/** A doctor's public half beside what is sealed to the person and the admin; a patient has no public half. */
export type ProfileBlock = z.infer<typeof profileBlock>

const profileContent = z.strictObject({
  name: z.string(),
  birthDate: z.iso.date(),
  gender: z.enum(['female', 'male', 'other', 'unknown'] satisfies Gender[]),
  email: z.string(),
  picture: bytes.nullable(),
})

const cardContent = z.strictObject({
  title: z.string().max(200),
  mediaType: z.string().max(100),
  byteLength: z.int().min(0),
  createdAt: z.iso.datetime(),
  author: address,
  patient: address,
  folder,
  salt: hex32,
  digest,
  content: z.string() as unknown as z.ZodType<Cid>,
  amends: digest.optional(),
  origin: z
    .strictObject({
      card: pointer,
      folder,
      keyring: pointer,
      nonce: z.string().regex(/^\d+$/),
      deadline: z.int(),
      signature: z.string(),
    })
    .optional(),
}) satisfies z.ZodType<CardContent>

const consent = z.strictObject({
  v: version,
  patient: address,
  reader: address,
  readerName: z.string(),
  folders: z.array(folder),
  /** The records that may be read, where it is not all that stands in these folders (ADR 25). */
  records: z.array(digest).optional(),
  mayAdd: z.boolean(),
  until: z.int(),
  givenAt: z.iso.datetime(),
})
/** What a patient agreed to, in the terms they saw. */
export type Consent = z.infer<typeof consent>

const kit = z.strictObject({
  v: version,
  patient: address,
  plan: z.int().min(1),
  threshold: z.int().min(2).max(PLAN_LIMITS.guardians),
  reader: bytes,
  sealed: bytes,
  shares: z.array(recipient.extend({ digest: hex32 })).max(PLAN_LIMITS.guardians),
})
/** A plan's emergency access key: its public half (SPKI), its private half sealed, and the guardians' shares of what seals it. */
export type Kit = z.infer<typeof kit>

const handedShare = z.strictObject({
  v: version,
  patient: address,
  plan: z.int().min(1),
  request: z.int().min(0),
  guardian: address,
  to: recipient,
})
/** A guardian's share, re-wrapped to the doctor of one request, or to the patient in a drill, which has no request: 0. */
export type HandedShare = z.infer<typeof handedShare>

const keyOffer = z.strictObject({
  v: version,
  patient: address,
  from: address,
  /** The patient's key that all of it is wrapped to. */
  key: fingerprint,
  folders: z.array(z.strictObject({ folder, epoch, wrapped: wrappedKey })),
  /** Record keys that their cards have wrapped to people one by one. */
  records: z.array(z.strictObject({ card: pointer, wrapped: wrappedKey })),
})
/** What a reader can still open, for a patient whose key is a new one (ADR 21). */
export type KeyOffer = z.infer<typeof keyOffer>

const reason = z.strictObject({
  v: version,
  patient: address,
  doctor: address,
  reason: z.enum(EMERGENCY_REASONS),
  text: z.string().max(REASON_LENGTH.most),
})
/** What a doctor states when asking for access in an emergency. */
export type Reason = z.infer<typeof reason>

const criticalCard = z.strictObject({
  v: version,
  patient: address,
  name: z.string().nullable(),
  birthDate: z.iso.date().nullable(),
  bloodGroup: z.enum(BLOOD_GROUPS).nullable(),
  allergies: z.string().max(CRITICAL_TEXT),
  medication: z.string().max(CRITICAL_TEXT),
}) satisfies z.ZodType<CriticalCard>

type Codec<T> = { readonly encode: (value: T) => PublicBlock; readonly decode: (block: Uint8Array) => T }

function codec<T>(what: string, schema: z.ZodType<T>): Codec<T> {
  return {
    encode: (value) => encodeJson(value as Parameters<typeof encodeJson>[0]) as PublicBlock,
    decode: (block) => {
      try {
        return schema.parse(decodeJson(block))
      } catch (cause) {
        throw new Failure('E_BLOCK_DAMAGED', { what }, { cause })
      }
    },
  }
}

export const cardCodec = codec('card', card)
export const keyringCodec = codec('keyring', keyring)
export const catalogCodec = codec('catalog', catalog)
export const sealedToCodec = codec('sealed', sealedTo)
export const profileCodec = codec('profile', profileBlock)
export const profileContentCodec = codec('profile', profileContent)
export const cardContentCodec = codec('card', cardContent)
export const consentCodec = codec('consent', consent)
export const kitCodec = codec('kit', kit)
export const handedShareCodec = codec('share', handedShare)
export const criticalCardCodec = codec('critical', criticalCard)
export const keyOfferCodec = codec('offer', keyOffer)
export const reasonCodec = codec('reason', reason)
