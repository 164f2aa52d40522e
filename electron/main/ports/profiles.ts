import type { Address, Pointer } from '../domain/bytes.ts'
import type { Role } from '../domain/person.ts'
import type { LocalProfile } from '../domain/session.ts'
import type { Spool } from './files.ts'
import type { Journal } from './journal.ts'
import type { SealedStore } from './sealed-store.ts'

/** A vault as it lies on the disk: useless without the OS keychain and the passphrase. */
export type StoredVault = {
  readonly file: Uint8Array
  /** 32 bytes that the keychain keeps. */
  readonly secret: Uint8Array
  /** What the chain said when this person was last in, for an opening without a network. */
  readonly roles: readonly Role[]
  readonly backedUp: boolean
  /** The published key that this vault's own was made to take the place of; null for a first one. */
  readonly replaces: Pointer | null
}

/** The people whose keys are on this machine. */
export type Profiles = {
  readonly list: () => Promise<readonly LocalProfile[]>
  readonly has: (address: Address) => Promise<boolean>
  /** @throws Failure E_VAULT_MISSING, E_VAULT_DAMAGED, E_BACKEND_CHANGED, E_BACKEND_UNSAFE */
  readonly read: (address: Address) => Promise<StoredVault>
  /** A new secret in the keychain for a vault that is about to be made. @throws Failure E_BACKEND_UNSAFE */
  readonly newSecret: () => Promise<Uint8Array>
  /** Puts away what can't be opened here any more; nothing of it is deleted. @throws Failure E_VAULT_MISSING */
  readonly setAside: (address: Address) => Promise<void>
  readonly write: (address: Address, vault: StoredVault) => Promise<void>
  /** What is worth remembering of a visit. */
  readonly note: (
    address: Address,
    seen: { readonly name?: string | null; readonly roles?: readonly Role[]; readonly backedUp?: boolean },
  ) => Promise<void>
  /** Deletes the vault and all work beside it. Its desk must be closed. */
  readonly remove: (address: Address) => Promise<void>
  /** Where this person's unfinished work waits, and what their confirmations have taught. */
  readonly desk: (address: Address) => {
    readonly journal: Journal
    readonly spool: Spool
    readonly learned: SealedStore
    readonly close: () => void
  }
}
