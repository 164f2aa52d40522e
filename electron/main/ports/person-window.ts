import type { Said, Shown } from '../domain/desk.ts'

/** A window for the person in front of the desk. */
export type PersonWindow = {
  /** Opens it where it isn't open; null closes it. */
  readonly show: (shown: Shown | null) => void
}

export type HearSaid = (said: Said) => void
