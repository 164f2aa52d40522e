import type { About } from '../../ipc/contract.ts'
import type { Settings } from '../../ipc/inputs.ts'
import type { Address } from '../domain/bytes.ts'
import type { Machine } from '../domain/measurement.ts'
import type { DemoPerson, NetworkStatus, PhoneNetwork } from '../domain/network.ts'
import type { FiguresPort } from '../domain/performance.ts'
import type { Storage } from '../domain/store.ts'
import type { FrontDesk } from '../front-desk.ts'
import type { LocalWallets } from '../local-wallets.ts'
import type { Measuring } from '../measuring.ts'
import type { Offers } from '../offers.ts'
import type { createPaying } from '../paying.ts'
import type { Pins } from '../ports/blobs.ts'
import type { LedgerState } from '../ports/ledger.ts'
import type { NetworkProbe } from '../ports/network-probe.ts'
import type { Paper } from '../ports/paper.ts'
import type { PersonWindow } from '../ports/person-window.ts'
import type { Profiles } from '../ports/profiles.ts'
import type { SealedStore } from '../ports/sealed-store.ts'
import type { Session } from '../session.ts'
import type { Tickets } from '../tickets.ts'
import type { Visit } from '../visit.ts'

/** What handlers need besides the flows: the parts of the app that have a life of their own. */
export type Parts = {
  readonly session: Session
  readonly profiles: Profiles
  readonly ledger: LedgerState
  readonly paper: Paper
  readonly offers: Offers
  readonly tickets: Tickets
  readonly frontDesk: FrontDesk
  readonly personWindow: PersonWindow
  readonly visit: Visit
  readonly settings: {
    readonly read: () => Settings
    readonly write: (change: Partial<Settings>) => Settings
  }
  readonly network: {
    readonly status: () => NetworkStatus
    readonly demo: () => { phrase: string; people: readonly DemoPerson[] } | null
    readonly phones: () => PhoneNetwork | null
    readonly read: (method: string, params: readonly unknown[]) => Promise<unknown>
  }
  readonly wallet: {
    readonly account: () => Promise<Address>
    readonly connect: (connected: { account: Address; chainId: number; name: string } | null) => void
    readonly answer: (answer: {
      id: string
      result?: unknown
      error?: { code: number; message: string } | undefined
    }) => void
  }
  readonly localWallets: LocalWallets
  readonly walletStore: SealedStore
  readonly stores: {
    readonly storage: () => Promise<Storage>
    readonly setKey: (name: string, key: string | null) => Promise<void>
    readonly blobs: Pick<Pins, 'collect'>
  }
  readonly figures: { readonly state: () => Promise<FiguresPort> }
  readonly probe: NetworkProbe
  readonly measuring: Measuring
  readonly paying: ReturnType<typeof createPaying>
  readonly shell: {
    readonly about: () => Promise<About>
    readonly machine: () => Promise<Machine>
    readonly resetDemo: () => void
    readonly chooseFiles: () => Promise<readonly string[]>
    /** @param beside what is written under the same name with another ending */
    readonly saveFile: (
      name: string,
      bytes: Uint8Array,
      beside?: { readonly ending: string; readonly bytes: Uint8Array },
    ) => Promise<boolean>
    /** @throws Failure E_CANCELLED; the same below */
    readonly readFile: () => Promise<Uint8Array>
    readonly readWalletFile: () => Promise<Uint8Array>
    readonly readNetworkFile: () => Promise<Uint8Array>
  }
}
