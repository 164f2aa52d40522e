/** How the person with the phone decides. */
export type Policy = {
  readonly proposal: 'approve' | 'reject'
  /** A number is the code of a refusal; a forger signs with another account's key. */
  readonly request: 'approve' | 'ignore' | 'forge' | 4001 | 5000
  /** Place of the account in the demo phrase. */
  readonly account: number
  readonly chain: number
  /** Methods that the wallet does not offer. */
  readonly without: readonly string[]
}

export const APPROVES: Policy = {
  proposal: 'approve',
  request: 'approve',
  account: 0,
  chain: 31337,
  without: [],
}

export type Order =
  | { readonly id: number; readonly do: 'pair'; readonly uri: string }
  | { readonly id: number; readonly do: 'behave'; readonly policy: Policy }
  | { readonly id: number; readonly do: 'change' | 'hangUp' }

export type Told =
  | { readonly told: 'ready' | 'proposal' | 'paired' }
  | { readonly told: 'request'; readonly method: string; readonly params: unknown }
  | { readonly told: 'done'; readonly id: number; readonly error?: string }
