import type { Address, Pointer } from './bytes.ts'
import type { Folder } from './folder.ts'

/** Why a doctor asks, as they say under HL7's purpose of use BTG ("break the glass"). */
export const EMERGENCY_REASONS = ['unconscious', 'cannot-communicate', 'child-alone', 'other'] as const
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number]
/** What `other` has to be explained with, in characters. */
export const REASON_LENGTH = { least: 15, most: 500 } as const

/** What the contract allows (IEmergency), and what a plan must have: one guardian alone opens nothing. */
export const PLAN_LIMITS = {
  guardians: 8,
  threshold: 2,
  waitSeconds: 12 * 3600,
  durationSeconds: 7 * 86_400,
} as const

/** A request can be opened for so long. */
export const REQUEST_SECONDS = 24 * 3600

/** A plan's terms, as the patient chooses them. */
export type PlanTerms = {
  readonly folders: readonly Folder[]
  readonly guardians: readonly Address[]
  readonly threshold: number
  /** In seconds. */
  readonly wait: number
  readonly duration: number
}

/** A plan as the chain has it. `threshold` is zero where there is none. */
export type PlanState = {
  readonly version: number
  readonly folders: readonly Folder[]
  readonly threshold: number
  readonly wait: number
  readonly duration: number
  readonly requests: number
}

export const REQUEST_STATES = ['none', 'waiting', 'open', 'extended', 'vetoed', 'closed'] as const

/** A request as the chain has it; time alone ends it too. */
export type RequestState = {
  readonly doctor: Address
  /** When it was made or, once opened, when that was. */
  readonly time: number
  readonly plan: number
  readonly approvals: number
  readonly state: (typeof REQUEST_STATES)[number]
  readonly reviewed: boolean
}

export const VERDICTS = ['fine', 'question', 'misuse'] as const
export type Verdict = (typeof VERDICTS)[number]
/** The number that the contract knows a verdict by. */
export const verdictNumber = (verdict: Verdict): number => VERDICTS.indexOf(verdict) + 1

/** What a doctor states when asking. */
export type StatedReason = { readonly reason: EmergencyReason; readonly text: string }

export type GuardianView = {
  readonly address: Address
  readonly name: string | null
  readonly accepted: boolean
  /** In force, so that they can approve. */
  readonly active: boolean
}

/** A patient's plan as screens show it. */
export type PlanView = PlanTerms & {
  readonly patient: Address
  readonly patientName: string | null
  readonly number: number
  readonly kit: Pointer
  readonly setAt: number
  readonly people: readonly GuardianView[]
  /** Enough guardians have accepted, and its key is in every planned folder. */
  readonly ready: boolean
  /** Its key has been handed to a doctor; the next plan is due. */
  readonly used: boolean
  readonly drill: DrillView | null
}

/** Guardians are asked to answer a drill for so long. */
export const DRILL_SECONDS = 7 * 86_400

export type DrillAnswer = {
  readonly guardian: Address
  readonly at: number
  /** Whether what they handed over is true; null where this person can't tell, or no store has it. */
  readonly good: boolean | null
}

/** The newest drill of the plan that stands. It opens nothing. */
export type DrillView = {
  readonly calledAt: number
  readonly endsAt: number
  /** Guardians are still asked. */
  readonly running: boolean
  readonly answers: readonly DrillAnswer[]
  /** Whether the answers together opened the drill's kit; null for everybody but the patient, who alone can try. */
  readonly opened: boolean | null
}

/** What has become of a request, the clock included. */
export type EmergencyPhase = 'waiting' | 'ready' | 'open' | 'over' | 'vetoed' | 'closed' | 'expired' | 'void'

/** A request as screens show it: to its doctor, its guardians, its patient and, once reviewed, to admins. */
export type EmergencyView = {
  readonly patient: Address
  readonly patientName: string | null
  readonly doctor: Address
  readonly doctorName: string | null
  readonly request: number
  readonly phase: EmergencyPhase
  readonly extended: boolean
  readonly askedAt: number
  readonly readyAt: number
  readonly expiresAt: number
  readonly openedAt: number | null
  readonly until: number | null
  readonly folders: readonly Folder[]
  readonly threshold: number
  readonly approvedBy: readonly Address[]
  readonly vetoedBy: Address | null
  /** Null where it is sealed to others, or no store has it. */
  readonly stated: StatedReason | null
  readonly verdict: Verdict | null
  /** Records that the doctor has opened under it, as far as they are logged. */
  readonly viewed: readonly number[]
}
