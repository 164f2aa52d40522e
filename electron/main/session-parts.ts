import type { Address } from './domain/bytes.ts'
import type { SessionState } from './domain/session.ts'
import type { Checking } from './flows/check-copies.ts'
import type { CopyKeeper } from './flows/copy-keeper.ts'
import type { JobEvents, JobRunner } from './flows/job-runner.ts'
import type { ShelfKeeper } from './flows/shelf-keeper.ts'
import type { Outside, World } from './flows/world.ts'
import type { Copies } from './ports/blobs.ts'
import type { Sources } from './ports/files.ts'
import type { Profiles, StoredVault } from './ports/profiles.ts'
import type { Vault } from './ports/vault.ts'

/** What a session needs, whoever comes in. */
export type SessionParts = {
  readonly outside: Outside
  /** Whether this account's wallet has signed for the front desk just now. */
  readonly hasProven: (address: Address) => boolean
  readonly profiles: Profiles
  readonly sources: Sources
  readonly copies: Copies
  readonly checkingCopies: Checking
  /** Starts the thread that holds one person's keys. */
  readonly startVault: () => { readonly vault: Vault; readonly end: () => Promise<void> }
  readonly jobEvents: JobEvents
  readonly changed: (state: SessionState) => void
  /** Told every second while a key is being made: how long that takes is chance. */
  readonly makingKey: (seconds: number) => void
}

/** What runs while one person's vault is open. */
export type Open = {
  readonly world: World
  readonly jobs: JobRunner
  readonly keeper: CopyKeeper
  readonly shelf: ShelfKeeper
  readonly close: () => Promise<void>
}

/** A vault that is about to be made. */
export type NewVault = Pick<StoredVault, 'roles' | 'replaces'> & {
  readonly address: Address
  readonly passphrase: string
}
