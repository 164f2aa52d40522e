import type { Shown } from '../main/domain/desk.ts'

/** The window that a patient sees has a bridge of its own: what the desk shows, and whether it is right. */
export const PERSON_SHOWN = 'medical-chain:person:shown'
export const PERSON_CHANGED = 'medical-chain:person:changed'
export const PERSON_ANSWER = 'medical-chain:person:answer'

export type PersonBridge = {
  readonly shown: () => Promise<Shown>
  readonly changed: (listener: (shown: Shown) => void) => void
  readonly answer: (right: boolean) => Promise<void>
}

export type { Shown }
