import type { Deployment } from '../crypto/context.ts'
import type { Address } from '../domain/bytes.ts'
import type { Network } from '../domain/network.ts'
import type { Blobs, Pins } from '../ports/blobs.ts'
import type { Classifier } from '../ports/classifier.ts'
import type { Confirm } from '../ports/confirm.ts'
import type { Spool } from '../ports/files.ts'
import type { Journal } from '../ports/journal.ts'
import type { Carrier, LedgerIndex, LedgerState } from '../ports/ledger.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { SealedStore } from '../ports/sealed-store.ts'
import type { Shelf } from '../ports/shelf.ts'
import type { Vault } from '../ports/vault.ts'
import type { Wallet } from '../ports/wallet.ts'
import type { Witness } from '../ports/witness.ts'

/** What flows may use before anybody has come in. */
export type Outside = {
  readonly network: Network
  readonly deployment: Deployment
  readonly ledger: LedgerState & Carrier
  readonly index: LedgerIndex
  readonly witness: Witness
  readonly blobs: Blobs & Pins
  readonly shelf: Shelf
  readonly wallet: Wallet
  readonly confirm: Confirm
  readonly classifier: Classifier
  readonly metrics: Metrics
  readonly now: () => Date
}

/** What flows may use while one person's vault is open. */
export type World = Outside & {
  readonly me: Address
  /** Whose wallet signs: their own or, for who has none, that of who acts for them. */
  readonly signer: Address
  readonly vault: Vault
  readonly journal: Journal
  readonly spool: Spool
  /** What this person has confirmed of documents, for better suggestions. */
  readonly learned: SealedStore
}

/** The clock as the chain counts: Unix seconds. */
export const seconds = (world: Pick<Outside, 'now'>): number => Math.floor(world.now().getTime() / 1000)
