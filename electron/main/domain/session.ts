import type { Address } from './bytes.ts'
import type { Charge } from './custody.ts'
import type { PublicKeyCard, Role } from './person.ts'

/** The person at this window, once they are in. */
export type Me = {
  readonly address: Address
  /** Whose wallet signs: their own or, for who has none, that of who acts for them. */
  readonly signer: Address
  /** Until when somebody else acts for them here; null for people who act themselves. */
  readonly actedForUntil: number | null
  /** Whether the same wallet acts for others, too. */
  readonly hasOthers: boolean
  readonly roles: readonly Role[]
  readonly name: string | null
  readonly specialties: readonly string[]
  readonly picture: Uint8Array | null
  readonly active: boolean
  readonly key: PublicKeyCard
  readonly backedUp: boolean
}

/** How far the person at this window has come. Only `open` shows records. */
export type SessionState =
  /** This computer has no network file yet. */
  | { readonly stage: 'no-clinic' }
  | { readonly stage: 'signed-out' }
  /** The connected wallet acts for others. `own` says whether it is also somebody's own. */
  | {
      readonly stage: 'choose'
      readonly address: Address
      readonly own: boolean
      readonly charges: readonly Charge[]
    }
  | { readonly stage: 'unregistered'; readonly address: Address }
  | { readonly stage: 'needs-key'; readonly address: Address; readonly roles: readonly Role[] }
  | {
      readonly stage: 'needs-publish'
      readonly address: Address
      readonly roles: readonly Role[]
      readonly key: PublicKeyCard
      /** Whether it takes the place of another one: that is lost, or that somebody knows who acted before. */
      readonly replaces: false | 'lost' | 'known'
    }
  /** Somebody else knows the key, who acted for them before. */
  | { readonly stage: 'needs-new-key'; readonly address: Address; readonly roles: readonly Role[] }
  | { readonly stage: 'needs-restore'; readonly address: Address; readonly roles: readonly Role[] }
  | { readonly stage: 'locked'; readonly address: Address; readonly reason: LockReason }
  | { readonly stage: 'open'; readonly me: Me }

export type LockReason = 'start' | 'asked' | 'idle' | 'sleep' | 'screen'

/** A person whose vault is on this computer. The name is kept under the OS keychain. */
export type LocalProfile = {
  readonly address: Address
  readonly name: string | null
  /** What they were when they were last in. */
  readonly roles: readonly Role[]
  readonly openedAt: string
}
