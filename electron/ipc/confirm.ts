import type { Question } from '../main/ports/confirm.ts'

/** The confirmation window has a bridge of its own: what is asked, and yes or no. */
export const CONFIRM_QUESTION = 'medical-chain:confirm:question'
export const CONFIRM_ANSWER = 'medical-chain:confirm:answer'

export type ConfirmBridge = {
  readonly question: () => Promise<Question>
  readonly answer: (yes: boolean) => Promise<void>
}

export type { Question }
