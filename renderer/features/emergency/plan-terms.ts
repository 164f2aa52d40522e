import type { Address } from '../../../electron/main/domain/bytes.ts'
import type {
  EmergencyReason,
  PlanTerms,
  PlanView,
  Verdict,
} from '../../../electron/main/domain/emergency.ts'

const HOUR = 3600

/** As main has them; a test holds the two together. */
export const REASONS = [
  'unconscious',
  'cannot-communicate',
  'child-alone',
  'other',
] as const satisfies readonly EmergencyReason[]
export const VERDICTS = ['fine', 'question', 'misuse'] as const satisfies readonly Verdict[]
/** What `other` is explained with, in characters. */
export const EXPLANATION = { least: 15, most: 500 } as const
export const GUARDIANS = { least: 2, most: 8 } as const

/** What the form offers, in seconds. */
export const WAITS = [0, 10 * 60, HOUR, 4 * HOUR, 12 * HOUR] as const
export const DURATIONS = [HOUR, 4 * HOUR, 24 * HOUR, 7 * 24 * HOUR] as const

/** The terms to begin with: those of the plan that stands, else the common case. */
export const termsOf = (plan: PlanView | null): PlanTerms =>
  plan === null
    ? { folders: [], guardians: [], threshold: GUARDIANS.least, wait: 10 * 60, duration: 4 * HOUR }
    : {
        folders: plan.folders.filter((folder) => folder !== 0),
        guardians: plan.guardians,
        threshold: plan.threshold,
        wait: plan.wait,
        duration: plan.duration,
      }

/** How many may have to agree, of so many guardians. */
export const thresholds = (guardians: number): readonly number[] =>
  Array.from({ length: Math.max(0, guardians - 1) }, (_, index) => index + GUARDIANS.least)

/** Whether a plan can be set with these. */
export const isWhole = ({ folders, guardians, threshold }: PlanTerms): boolean =>
  folders.length > 0 &&
  guardians.length >= GUARDIANS.least &&
  guardians.length <= GUARDIANS.most &&
  threshold <= guardians.length

/** A guardian more or fewer; the number that must agree never exceeds them. */
export function withGuardians(terms: PlanTerms, guardians: readonly Address[]): PlanTerms {
  const threshold = Math.max(GUARDIANS.least, Math.min(terms.threshold, guardians.length))
  return { ...terms, guardians, threshold }
}
