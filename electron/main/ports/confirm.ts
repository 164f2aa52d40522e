import type { Address } from '../domain/bytes.ts'
import type { LocalWallet } from '../domain/local-wallet.ts'

/** What a window of main's own asks, out of the page's reach. */
export type Question = {
  readonly act:
    | 'give'
    | 'remove'
    | 'move'
    | 'publish'
    | 'trust'
    | 'forget'
    | 'aside'
    | 'replace'
    | 'offer'
    | 'anew'
    | 'plan'
    | 'approve'
    | 'hand-over'
    | 'hand-over-ended'
    | 'pass-on'
  readonly name: string
  readonly address: Address
  /** Of a key that is to be compared. */
  readonly words?: readonly string[]
  /** Facts for the sentence: until when, how many records. */
  readonly facts?: Facts
}

export type Facts = Readonly<Record<string, string | number | boolean>>

export type Confirm = {
  /** @throws Failure E_CONFIRM_DECLINED when the person says no or closes the window */
  readonly ask: (question: Question) => Promise<void>
}

/** What is done with a wallet of this computer, once its person agrees. */
export type WalletQuestion = {
  readonly act: 'sign' | 'send' | 'export'
  readonly wallet: LocalWallet
  /** As a wallet elsewhere would be asked (EIP-1193); null when nothing is signed. */
  readonly request: { readonly method: string; readonly params: readonly unknown[] } | null
  /** Names of the people in it, by address, where this session knows them. */
  readonly names: Readonly<Record<string, string>>
  /** What sending it costs at most, in the chain's smallest unit. */
  readonly fee: string | null
  /** Whether it takes the passphrase. */
  readonly locked: boolean
}

export type ConfirmWallet = {
  /**
   * @param attempt does it. A wrong passphrase is told in the window, which stays; so is E_LOCKED, which then asks for
   * the passphrase. Null where the window did not ask for one
   * @throws Failure E_WALLET_REJECTED when the person refuses or closes the window, E_PASSPHRASE_WRONG after too many
   * attempts, and what else the attempt failed for
   */
  readonly askWallet: (
    question: WalletQuestion,
    attempt: (passphrase: string | null) => Promise<void>,
  ) => Promise<void>
}
