import type { Address } from '../domain/bytes.ts'

/** What a window of main's own asks, out of the page's reach. */
export type Question = {
  readonly act: 'give' | 'remove' | 'publish' | 'trust'
  readonly name: string
  readonly address: Address
  readonly fingerprint: string | null
  readonly words: readonly string[]
  /** Facts for the sentence: until when, how many records. */
  readonly facts: Readonly<Record<string, string | number | boolean>>
}

export type Confirm = {
  /** @throws Failure E_CONFIRM_DECLINED when the person says no or closes the window */
  readonly ask: (question: Question) => Promise<void>
}
