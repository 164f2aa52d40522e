import { z } from 'zod'
import type { Address } from '../main/domain/bytes.ts'
import type { ClinicOffer } from '../main/domain/clinic-file.ts'
import type { JobView } from '../main/domain/job.ts'
import type { LogLine, LogProof } from '../main/domain/log.ts'
import type { DemoPerson, NetworkStatus, PhoneNetwork } from '../main/domain/network.ts'
import type { Overview, PersonView, PublicKeyCard } from '../main/domain/person.ts'
import type { OpenedRecord, RecordView } from '../main/domain/record.ts'
import type { GivePreview, GrantView, PatientView, RemovePreview, RequestView } from '../main/domain/right.ts'
import type { LocalProfile, SessionState } from '../main/domain/session.ts'
import type { CopiesChecked, Storage, StoreState } from '../main/domain/store.ts'
import type { PayerView, TransactionView } from '../main/domain/transaction.ts'
import {
  address,
  amount,
  folder,
  nothing,
  passphrase,
  privateKey,
  profile,
  type Settings,
  seconds,
  settingsSchema,
  storeKey,
  storeSecret,
  text,
} from './inputs.ts'
import { call, shape } from './kit.ts'

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

export type About = {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** True where Electron's binary could not be had and the Chromium host runs the app. */
  readonly host: boolean
  readonly dataFolder: string
  readonly keychain: string
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
  'app.about': call(nothing, shape<About>()),
  'settings.read': call(nothing, shape<Settings>()),
  'settings.write': call(settingsSchema.partial(), shape<Settings>()),
  'network.status': call(nothing, shape<NetworkStatus>()),
  'demo.people': call(nothing, shape<{ phrase: string; people: readonly DemoPerson[] } | null>()),
  'demo.reset': call(nothing, shape<void>()),

  /** Opens main's file dialog, and tries what the chosen network file names. */
  'clinic.choose': call(nothing, shape<ClinicOffer>()),
  /** Makes the file that was chosen last this computer's. */
  'clinic.use': call(nothing, shape<void>()),
  /** An admin's wallet vouches for this computer's network file, which is then saved for others. */
  'clinic.save': call(nothing, shape<{ saved: boolean }>()),

  'profiles.list': call(nothing, shape<readonly LocalProfile[]>()),
  'session.state': call(nothing, shape<SessionState>()),
  /** Asks the connected wallet to sign in (EIP-4361), and says how far this person has come. */
  'session.signIn': call(nothing, shape<SessionState>()),
  'session.createKey': call(z.object({ passphrase }), shape<SessionState>()),
  'session.publishKey': call(nothing, shape<SessionState>()),
  'session.unlock': call(z.object({ address, passphrase }), shape<SessionState>()),
  'session.lock': call(nothing, shape<SessionState>()),
  'session.signOut': call(nothing, shape<SessionState>()),
  'backup.save': call(z.object({ passphrase }), shape<{ saved: boolean }>()),
  'backup.restore': call(z.object({ backupPassphrase: passphrase, passphrase }), shape<SessionState>()),

  'people.check': call(
    z.object({ account: z.string().max(100) }),
    shape<{ address: Address; registered: readonly string[] }>(),
  ),
  'people.register': call(
    z.object({
      role: z.enum(['doctor', 'patient']),
      account: z.string().max(100),
      profile,
      specialties: z.array(z.string().max(18)).max(8),
      licence: text,
      until: seconds,
    }),
    shape<PersonView>(),
  ),
  'people.list': call(nothing, shape<readonly PersonView[]>()),
  'people.overview': call(nothing, shape<Overview>()),
  /** Seals a person's profile to themselves too, once their key is published. */
  'people.handOver': call(z.object({ account: address }), shape<void>()),
  'people.suspend': call(z.object({ account: address }), shape<void>()),
  'people.reinstate': call(z.object({ account: address }), shape<void>()),
  'people.publicKey': call(z.object({ account: address }), shape<PublicKeyCard>()),
  'people.doctors': call(nothing, shape<readonly PersonView[]>()),
  /** Whether the front desk's profile has come, and whether the patient keeps it where readers find it. */
  'people.myProfile': call(nothing, shape<{ person: PersonView; identity: 'none' | 'to-keep' | 'kept' }>()),

  /** Opens main's own file dialog. */
  'files.choose': call(nothing, shape<readonly OfferedFile[]>()),
  'files.begin': call(
    z.object({ name: z.string().max(255), byteLength: z.int().min(0) }),
    shape<OfferedFile>(),
  ),
  'files.push': call(
    z.object({ token: z.string().max(64), chunk: z.instanceof(Uint8Array) }),
    shape<OfferedFile>(),
  ),
  'files.forget': call(z.object({ token: z.string().max(64) }), shape<void>()),

  'records.list': call(z.object({ patient: address }), shape<readonly RecordView[]>()),
  'records.add': call(
    z.object({
      patient: address,
      folder,
      files: z
        .array(z.object({ token: z.string().max(64), title: text }))
        .min(1)
        .max(50),
    }),
    shape<readonly string[]>(),
  ),
  'records.open': call(z.object({ patient: address, id: z.int().min(0) }), shape<OpenedRecord>()),
  'records.close': call(z.object({ ticket: z.string().max(64) }), shape<void>()),
  /** The identity profile goes into folder 0, where the readers a patient chooses find it. */
  'records.keepProfile': call(nothing, shape<string>()),

  'patients.list': call(nothing, shape<readonly PatientView[]>()),
  /** Patients a doctor may ask: by address, since nobody may list a clinic's patients. */
  'access.request': call(z.object({ patient: z.string().max(100) }), shape<void>()),
  'access.requests': call(nothing, shape<readonly RequestView[]>()),
  'access.decline': call(z.object({ doctor: address }), shape<void>()),
  'access.grants': call(nothing, shape<readonly GrantView[]>()),
  'access.previewGive': call(z.object({ reader: address }), shape<GivePreview>()),
  'access.give': call(z.object({ reader: address, mayAdd: z.boolean(), until: seconds }), shape<string>()),
  'access.previewRemove': call(z.object({ reader: address }), shape<RemovePreview>()),
  'access.remove': call(z.object({ reader: address }), shape<string>()),

  'jobs.list': call(nothing, shape<readonly JobView[]>()),
  'jobs.cancel': call(z.object({ id: z.string().max(64) }), shape<void>()),
  'jobs.retry': call(z.object({ id: z.string().max(64) }), shape<void>()),
  'jobs.dismiss': call(z.object({ id: z.string().max(64) }), shape<void>()),

  'stores.read': call(nothing, shape<Storage & { readonly last: CopiesChecked | null }>()),
  /** What a store asks for before it lets anybody write; null takes it away. It never comes back. */
  'stores.setKey': call(
    z.object({
      name: z.string().min(1).max(60),
      key: storeSecret.nullable(),
    }),
    shape<void>(),
  ),
  'stores.check': call(nothing, shape<CopiesChecked>()),
  /** Frees what nothing here needs any more. */
  'stores.clean': call(nothing, shape<void>()),

  'payer.read': call(nothing, shape<PayerView>()),
  /** An account for the clinic's network file to name. Its key never leaves this computer. */
  'payer.makeAccount': call(nothing, shape<{ account: Address }>()),
  /** The key of the account that the network file names; null takes it away. It never comes back. */
  'payer.setKey': call(z.object({ key: privateKey.nullable() }), shape<void>()),
  'payer.setLimit': call(z.object({ limit: amount }), shape<void>()),
  'transactions.list': call(nothing, shape<readonly TransactionView[]>()),
  'transactions.speedUp': call(z.object({ id: z.int() }), shape<void>()),
  'transactions.cancel': call(z.object({ id: z.int() }), shape<void>()),

  'log.list': call(nothing, shape<readonly LogLine[]>()),
  'log.verify': call(nothing, shape<LogProof>()),

  /** The window's wallet says which account and chain it has; main believes neither. */
  'wallet.connected': call(
    z.object({ account: address, chainId: z.int(), name: text }).nullable(),
    shape<void>(),
  ),
  'wallet.answer': call(
    z.object({
      id: z.string().max(64),
      result: z.unknown().optional(),
      error: z.object({ code: z.int(), message: z.string().max(2000) }).optional(),
    }),
    shape<void>(),
  ),
  /** Null where the clinic's network has no phone wallets. */
  'wallet.phones': call(nothing, shape<PhoneNetwork | null>()),
  'wallet.store.getKeys': call(nothing, shape<readonly string[]>()),
  'wallet.store.getItem': call(z.object({ key: storeKey }), shape<string | null>()),
  'wallet.store.setItem': call(z.object({ key: storeKey, value: z.string().max(512 * 1024) }), shape<void>()),
  'wallet.store.removeItem': call(z.object({ key: storeKey }), shape<void>()),
  /** A read that the window's wallet passes on to the network's node, never a signature. */
  'wallet.read': call(
    z.object({
      method: z.enum([
        'eth_call',
        'eth_estimateGas',
        'eth_getTransactionCount',
        'eth_gasPrice',
        'eth_feeHistory',
        'eth_getBlockByNumber',
        'eth_maxPriorityFeePerGas',
        'eth_sendRawTransaction',
        'eth_chainId',
        'eth_blockNumber',
        'eth_getTransactionReceipt',
        'eth_getTransactionByHash',
        'eth_getBalance',
      ]),
      params: z.array(z.unknown()).max(4),
    }),
    shape<unknown>(),
  ),
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
  'key.progress': shape<{ seconds: number }>(),
  'wallet.ask': shape<WalletAsk>(),
  'wallet.cancel': shape<{ id: string }>(),
  /** A menu item or an accelerator of main's own was used. */
  'command.run': shape<{ id: string }>(),
  'lock.soon': shape<{ seconds: number }>(),
} as const
