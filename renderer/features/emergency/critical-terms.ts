import type { BloodGroup } from '../../../electron/main/domain/critical-card.ts'

/** As main has them; a test holds the two together. */
export const BLOOD_GROUPS = [
  'O+',
  'O-',
  'A+',
  'A-',
  'B+',
  'B-',
  'AB+',
  'AB-',
] as const satisfies readonly BloodGroup[]
/** Of allergies and of medication, in characters. */
export const CRITICAL_TEXT = 500

/** As people print it: a minus that can't be taken for a hyphen. */
export const bloodGroupLabel = (group: BloodGroup): string => group.replace('-', '\u2212')
