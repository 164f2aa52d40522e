import { z } from 'zod'
import type { Address } from '../main/domain/bytes.ts'
import { MARK_COLOURS, type Shown } from '../main/domain/desk.ts'
import type { Destination } from '../main/domain/folder.ts'
import type { RegisteredRole } from '../main/domain/person.ts'
import { SPECIALTY_CODES } from '../main/domain/specialty.ts'

/** What main's door lets in. */

export const address = z.custom<Address>(
  (value) => typeof value === 'string' && /^0x[0-9a-f]{40}$/.test(value),
)
export const folder = z.int().min(0).max(63)
export const specialty = z.enum(SPECIALTY_CODES)
/** Where a record goes. */
export const destination = z.union([
  z.strictObject({ folder: folder.min(1) }),
  z.strictObject({ specialty }),
]) satisfies z.ZodType<Destination>
export const passphrase = z.string().min(1).max(1024)
export const text = z.string().max(200)
export const nothing = z.undefined()
export const seconds = z.int().min(0)
export const storeSecret = z
  .string()
  .min(8)
  .max(4096)
  .regex(/^[\x21-\x7e]+$/)
/** 32 bytes in hexadecimal digits, with or without 0x. */
export const privateKey = z.string().regex(/^(0x)?[0-9a-fA-F]{64}$/)
/** What a recovery kit's code says. */
export const kitLine = z
  .string()
  .max(4300)
  .regex(/^MCKEY1:[0-9A-F]+\s*$/)
/** A one-time code, as somebody typed it. */
export const claimCode = z.string().max(100)
/** In the chain's smallest unit. */
export const amount = z.string().regex(/^\d{1,30}$/)
/** WalletConnect's own entries, and what this app remembers beside them. */
export const storeKey = z.string().regex(/^(wc@2:|WALLETCONNECT_|medical-chain:)[\x20-\x7e]{1,180}$/)

export const profile = z.object({
  name: text.min(1),
  birthDate: z.iso.date(),
  gender: z.enum(['female', 'male', 'other', 'unknown']),
  email: z.email().max(200),
  picture: z.instanceof(Uint8Array).nullable(),
})

/** A session of WalletConnect's. */
export const topic = z.string().regex(/^[0-9a-f]{64}$/)
/** Contracts' signatures may be longer than an account's 65 bytes. */
export const signature = z
  .string()
  .max(8194)
  .regex(/^0x[0-9a-fA-F]*$/)

const mark = z.object({
  words: z.array(z.string().max(12)).length(3).readonly(),
  colour: z.enum(MARK_COLOURS),
})

/** What a person is shown of themselves in the window that faces them. */
export const shown: z.ZodType<Shown> = z.discriminatedUnion('step', [
  z.object({ step: z.literal('wait') }),
  z.object({
    step: z.literal('scan'),
    link: z.string().max(1000).regex(/^wc:/),
    expiresAt: seconds,
  }),
  z.object({ step: z.literal('other-chain') }),
  z.object({ step: z.literal('sign'), mark }),
  z.object({ step: z.literal('proven'), mark }),
  z.object({
    step: z.literal('check'),
    mark,
    name: text,
    birthDate: z.iso.date(),
    picture: z.instanceof(Uint8Array).nullable(),
  }),
  z.object({
    step: z.literal('stopped'),
    reason: z.enum(['declined', 'expired', 'registered', 'failed']),
  }),
  z.object({ step: z.literal('registered') }),
])

export const settingsSchema = z.object({
  appearance: z.enum(['system', 'light', 'dark']),
  textSize: z.number().min(0.8).max(2),
  lockAfterMinutes: z.int().min(1).max(120),
  language: z.enum(['en']),
  /** Nothing is asked of chain and stores, as if they did not answer. */
  workOffline: z.boolean(),
  /** Names and titles are blurred until somebody points at them. */
  discreet: z.boolean(),
  /** How much of what shared stores have may lie on this computer. */
  offlineGigabytes: z.int().min(1).max(1000),
  /** Sealed pieces go to and from the clinic's other computers on the same network. */
  exchangeNearby: z.boolean(),
  /** Where programs of this computer read how long acts take; null for nowhere. */
  figuresPort: z.int().min(1024).max(65_535).nullable(),
  /** Rules of the log that point nothing out here any more. */
  oddAccessOff: z.array(z.enum(['night', 'declined', 'many', 'name'])).max(4),
  /** How far a fresh computer has come, to go on there after a restart. */
  firstStep: z.enum(['look', 'place', 'shield', 'privacy', 'clinic']),
  /** What this computer is used for; what follows from it are only proposals. */
  place: z.enum(['own', 'desk', 'practice']),
})

export type Settings = z.infer<typeof settingsSchema>
export type RegisterInput = {
  role: RegisteredRole
  account: string
  profile: z.infer<typeof profile>
  specialties: string[]
  licence: string
  until: number
}
