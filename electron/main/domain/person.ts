import type { Address, Fingerprint, Pointer } from './bytes.ts'
import type { Custody } from './custody.ts'
import type { LogLine } from './log.ts'

/** Roles are a set: a doctor can be a patient. */
export const ROLES = ['admin', 'doctor', 'patient', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** The roles that an admin gives at the front desk; admins are appointed. */
export type RegisteredRole = Exclude<Role, 'admin'>

/** The bit beside a role that marks a one-time claim key (IAccounts); alone, it is spent. */
export const CLAIM_KEY = 16
/** The bit beside a patient's role that marks an address without a key (IAccounts): a custodian acts for it. */
export const KEYLESS = 32
/** After so many days a code that nobody has used is shown as old. The chain does not end it. */
export const CODE_DAYS = 7

/** FHIR R4 administrative-gender. */
export const GENDERS = ['female', 'male', 'other', 'unknown'] as const
export type Gender = (typeof GENDERS)[number]

/** An account as the chain has it. Times are Unix seconds, 0 for none. */
export type Account = {
  readonly address: Address
  /** Given, whether in force or not. */
  readonly roles: readonly Role[]
  /** Made for a code: it has no role in force, until `Claim` moves its role to somebody's account. */
  readonly isClaimKey: boolean
  /** Nobody has its key: a custodian acts for it. */
  readonly isKeyless: boolean
  readonly suspended: boolean
  /** End of the licence as doctor or reader. A licence that has ended counts as suspended. */
  readonly licenceUntil: number
  readonly patientUntil: number
  /** When the account was registered, reinstated or its ended licence renewed; rights given before are void. */
  readonly since: number
  /** How often the owner has published a key; 0 before joining. */
  readonly keyVersion: number
  readonly publicKey: Pointer
  /** Next number of the account's own acts. */
  readonly nonce: bigint
}

/** A person's own words about themselves, as the front desk wrote them down. */
export type Profile = {
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  readonly gender: Gender
  readonly email: string
  /** A JPEG of at most 512 × 512 pixels without metadata, or nothing. */
  readonly picture: Uint8Array | null
}

/** What a doctor shows to everyone, so that patients can choose. */
export type PublicProfile = {
  readonly name: string
  readonly specialties: readonly string[]
  readonly licence: string
  readonly picture: Uint8Array | null
}

/** A public key as people compare it: face to face, in words or by QR. */
export type PublicKeyCard = {
  readonly fingerprint: Fingerprint
  readonly words: readonly string[]
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly bits: number
}

/** A person as the screens show them. What this session can't read is null. */
export type PersonView = {
  readonly address: Address
  readonly roles: readonly Role[]
  /** Whether any role counts now. */
  readonly active: boolean
  readonly suspended: boolean
  /** When the licence ends, Unix seconds; 0 for never. */
  readonly until: number
  readonly registeredAt: number
  readonly registeredBy: Address | null
  readonly hasKey: boolean
  /** How the code stands that nobody has used yet; null for people with an account. */
  readonly code: 'waiting' | 'old' | 'void' | null
  /** Who acts for them, or did last; null for people with a wallet of their own. */
  readonly custody: (Custody & { readonly name: string | null }) | null
  readonly name: string | null
  readonly specialties: readonly string[]
  readonly licence: string | null
  readonly birthDate: string | null
  readonly gender: Gender | null
  readonly email: string | null
  readonly picture: Uint8Array | null
}

/** The roles that count now: not suspended, not ended (`Accounts.rolesInForce`). An admin is dismissed, never suspended. */
export function rolesInForce(account: Account, now: number): readonly Role[] {
  if (account.isClaimKey) return []
  return account.roles.filter((role) => {
    if (role === 'admin') return true
    const until = role === 'patient' ? account.patientUntil : account.licenceUntil
    return !account.suspended && (until === 0 || now < until)
  })
}

/** An admin's first screen. */
export type Overview = {
  readonly doctors: number
  readonly patients: number
  readonly admins: number
  readonly waitingForKey: number
  /** People who have joined and whose sealed profile is still for the admin alone. */
  readonly toHandOver: readonly PersonView[]
  readonly lastLines: readonly LogLine[]
}
