import type { Facts, Question, WalletQuestion } from '../main/ports/confirm.ts'

/** The confirmation window has a bridge of its own: what is asked, yes or no, and a wallet's passphrase. */
export const CONFIRM_QUESTION = 'medical-chain:confirm:question'
export const CONFIRM_ANSWER = 'medical-chain:confirm:answer'
export const CONFIRM_ATTEMPT = 'medical-chain:confirm:attempt'

/** Why an attempt did not work, and how many are left. */
export type Refused = { readonly code: 'E_PASSPHRASE_WRONG' | 'E_LOCKED'; readonly left: number }

export type ConfirmBridge = {
  readonly question: () => Promise<Question | WalletQuestion>
  readonly answer: (yes: boolean) => Promise<void>
  /** Agrees to a wallet's question. @returns null when it is done */
  readonly attempt: (passphrase: string | null) => Promise<Refused | null>
}

export type { Facts, Question, WalletQuestion }
