import type { Address } from './bytes.ts'

/** ABO and Rh(D), as people write them. */
export const BLOOD_GROUPS = ['O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-'] as const
export type BloodGroup = (typeof BLOOD_GROUPS)[number]

/** Of allergies and of medication, in characters. */
export const CRITICAL_TEXT = 500
/** So many doctors' wrapped keys, of 4096 bits each, fit into one block. */
export const CRITICAL_READERS = 1000

/** What a doctor must know of somebody who can't speak, in the patient's own words. */
export type CriticalFacts = {
  readonly bloodGroup: BloodGroup | null
  readonly allergies: string
  readonly medication: string
}

/** The card as its patient signed it, with what tells whose it is, where the patient has a profile. */
export type CriticalCard = CriticalFacts & {
  readonly patient: Address
  readonly name: string | null
  readonly birthDate: string | null
}

/** A patient's own card, while it is on. */
export type OwnCriticalCard = {
  /** Null where no store has the block now. */
  readonly facts: CriticalFacts | null
  readonly signedAt: number
  /** Doctors in force whom it is sealed to. */
  readonly readers: number
  /** Doctors in force who came later, or could not be reached then. */
  readonly missing: number
  /** Doctors who hold its key and are not in force any more. */
  readonly gone: number
}

/** The card as a doctor reads it. */
export type CriticalView = CriticalCard & { readonly signedAt: number }
