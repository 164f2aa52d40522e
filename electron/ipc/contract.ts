import type { Address } from '../main/domain/bytes.ts'
import type { Said, VisitState } from '../main/domain/desk.ts'
import type { Destination } from '../main/domain/folder.ts'
import type { JobView } from '../main/domain/job.ts'
import type { MeasureState } from '../main/domain/measurement.ts'
import type { NetworkStatus } from '../main/domain/network.ts'
import type { SessionState } from '../main/domain/session.ts'
import type { StoreState } from '../main/domain/store.ts'
import { appCalls } from './calls/app.ts'
import { criticalCardCalls } from './calls/critical-card.ts'
import { deskCalls } from './calls/desk.ts'
import { emergencyCalls } from './calls/emergency.ts'
import { localWalletCalls } from './calls/local-wallets.ts'
import { networkCalls } from './calls/network.ts'
import { peopleCalls } from './calls/people.ts'
import { performanceCalls } from './calls/performance.ts'
import { recordCalls } from './calls/records.ts'
import { recoveryCalls } from './calls/recovery.ts'
import { sessionCalls } from './calls/session.ts'
import { walletCalls } from './calls/wallet.ts'
import type { Settings } from './inputs.ts'
import { shape } from './kit.ts'

/** A file that somebody chose or dropped, before it becomes a record. Main alone knows where it lies. */
export type OfferedFile = {
  readonly token: string
  readonly name: string
  readonly byteLength: number
  readonly mediaType: string | null
  /** Why it can't be added; its title is then only shown. */
  readonly refused: {
    readonly code: string
    readonly detail: Readonly<Record<string, string | number>>
  } | null
}

/** A file that was chosen before, offered again. */
export type DraftedFile = OfferedFile & { readonly title: string; readonly to: Destination | null }

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** True where Electron's binary could not be had and the Chromium host runs the app. */
  readonly host: boolean
  readonly dataFolder: string
  readonly keychain: string
  /** False where keys can't be made, since whatever guards them here protects nothing. */
  readonly keychainSafe: boolean
}

/** What a wallet is asked, and the same thing in words that its window repeats. */
export type WalletAsk = {
  readonly id: string
  readonly method: string
  readonly params: readonly unknown[]
  readonly account: Address | null
}

/** Every call, its input as it is checked at main's door, and what comes back. */
export const calls = {
  ...appCalls,
  ...sessionCalls,
  ...peopleCalls,
  ...recordCalls,
  ...recoveryCalls,
  ...networkCalls,
  ...performanceCalls,
  ...walletCalls,
  ...localWalletCalls,
  ...deskCalls,
  ...emergencyCalls,
  ...criticalCardCalls,
} as const

/** What main tells without being asked. */
export const events = {
  'session.changed': shape<SessionState>(),
  'network.changed': shape<NetworkStatus>(),
  'settings.changed': shape<Settings>(),
  'job.changed': shape<JobView>(),
  'job.gone': shape<{ id: string }>(),
  /** Something on the chain that this person's screens show has changed. */
  'ledger.changed': shape<{ block: number }>(),
  'transactions.changed': shape<null>(),
  'stores.changed': shape<readonly StoreState[]>(),
  'stores.checking': shape<{ done: number; total: number }>(),
  'measurement.changed': shape<Pick<MeasureState, 'progress' | 'last'>>(),
  'key.progress': shape<{ seconds: number }>(),
  'wallet.ask': shape<WalletAsk>(),
  'wallet.cancel': shape<{ id: string }>(),
  /** A menu item or an accelerator of main's own was used. */
  'command.run': shape<{ id: string }>(),
  /** Null once somebody is there again. */
  'lock.soon': shape<{ seconds: number | null }>(),
  /** The person in front of the desk has answered, or their window was closed. */
  'desk.said': shape<{ said: Said }>(),
  'visit.changed': shape<VisitState | null>(),
  'visit.soon': shape<{ seconds: number | null }>(),
} as const
