import type { About, calls } from '../ipc/contract.ts'
import type { Settings } from '../ipc/inputs.ts'
import type { Handlers } from '../ipc/kit.ts'
import { parseAddress } from './crypto/address.ts'
import type { Address } from './domain/bytes.ts'
import { Failure } from './domain/failure.ts'
import { IDENTITY_FOLDER, RECORDS_FOLDER } from './domain/folder.ts'
import type { DemoPerson, NetworkStatus, PhoneNetwork } from './domain/network.ts'
import type { Storage } from './domain/store.ts'
import { handOverProfile } from './flows/hand-over-profile.ts'
import { profileSource, profileStanding } from './flows/keep-profile.ts'
import { listGrants } from './flows/list-grants.ts'
import { listPatients } from './flows/list-patients.ts'
import { listDoctors, listPeople, overview } from './flows/list-people.ts'
import { listRecords } from './flows/list-records.ts'
import { openRecord } from './flows/open-record.ts'
import { previewGive, previewRemove } from './flows/preview-access.ts'
import { readKey } from './flows/read-key.ts'
import { readLog, verifyLog } from './flows/read-log.ts'
import { readName, readPerson } from './flows/read-person.ts'
import { registerPerson, reinstatePerson, suspendPerson } from './flows/register-person.ts'
import { declineRequest, listRequests, requestAccess } from './flows/request-access.ts'
import { vouchForClinic } from './flows/vouch-for-clinic.ts'
import type { Offers } from './offers.ts'
import type { createPaying } from './paying.ts'
import type { Pins } from './ports/blobs.ts'
import type { LedgerState } from './ports/ledger.ts'
import type { Profiles } from './ports/profiles.ts'
import type { SealedStore } from './ports/sealed-store.ts'
import type { Session } from './session.ts'
import type { Tickets } from './tickets.ts'

/** What handlers need besides the flows: the parts of the app that have a life of their own. */
export type Parts = {
  readonly session: Session
  readonly profiles: Profiles
  readonly ledger: LedgerState
  readonly offers: Offers
  readonly tickets: Tickets
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
    readonly connect: (connected: { account: Address; chainId: number; name: string } | null) => void
    readonly answer: (answer: {
      id: string
      result?: unknown
      error?: { code: number; message: string } | undefined
    }) => void
  }
  readonly walletStore: SealedStore
  readonly stores: {
    readonly storage: () => Promise<Storage>
    readonly setKey: (name: string, key: string | null) => Promise<void>
    readonly blobs: Pick<Pins, 'collect'>
  }
  readonly paying: ReturnType<typeof createPaying>
  readonly shell: {
    readonly about: () => Promise<About>
    readonly resetDemo: () => void
    readonly chooseFiles: () => Promise<readonly string[]>
    readonly saveFile: (name: string, bytes: Uint8Array) => Promise<boolean>
    readonly readFile: () => Promise<Uint8Array>
    /** @throws Failure E_CANCELLED */
    readonly chooseNetworkFile: () => Promise<string>
  }
}

/** One computer, one clinic: another one is joined on another computer, or by another user of this one. */
const elsewhere = (): never => {
  throw new Failure('E_INPUT', { call: 'clinic' })
}

/** Contract name → flow, one line each. */
export function createHandlers(parts: Parts): Handlers<typeof calls> {
  const {
    session,
    profiles,
    ledger,
    offers,
    tickets,
    settings,
    network,
    wallet,
    walletStore,
    stores,
    paying,
    shell,
  } = parts
  return {
    'app.about': () => shell.about(),
    'settings.read': () => settings.read(),
    'settings.write': (change) => settings.write(change as Partial<Settings>),
    'network.status': () => network.status(),
    'demo.people': () => network.demo(),
    'demo.reset': () => shell.resetDemo(),

    'clinic.choose': elsewhere,
    'clinic.use': elsewhere,
    'clinic.save': async () => {
      const { name, bytes } = await vouchForClinic(session.world)
      return { saved: await shell.saveFile(name, bytes) }
    },

    'profiles.list': () => profiles.list(),
    'session.state': () => session.state,
    'session.signIn': () => session.signIn(),
    'session.createKey': ({ passphrase }) => session.createKey(passphrase),
    'session.publishKey': () => session.publishKey(),
    'session.unlock': ({ address, passphrase }) => session.unlock(address, passphrase),
    'session.lock': () => session.lock('asked'),
    'session.signOut': () => session.signOut(),
    'backup.save': async ({ passphrase }) => {
      const file = await session.backup(passphrase)
      const saved = await shell.saveFile(`medical-chain-${session.world.me.slice(2, 8)}.p12`, file)
      if (saved) await session.backedUp()
      return { saved }
    },
    'backup.restore': async ({ backupPassphrase, passphrase }) =>
      session.restore(await shell.readFile(), backupPassphrase, passphrase),

    'people.check': async ({ account }) => {
      const address = parseAddress(account)
      return { address, registered: (await ledger.account(address)).roles }
    },
    'people.register': ({ account, ...rest }) =>
      registerPerson(session.world, { account: parseAddress(account), ...rest }),
    'people.list': () => listPeople(session.world),
    'people.overview': () => overview(session.world),
    'people.handOver': ({ account }) => handOverProfile(session.world, account),
    'people.suspend': ({ account }) => suspendPerson(session.world, account),
    'people.reinstate': ({ account }) => reinstatePerson(session.world, account),
    'people.publicKey': ({ account }) => readKey(session.world, account),
    'people.doctors': () => listDoctors(session.world),
    'people.myProfile': async () => ({
      person: await readPerson(session.world, session.world.me),
      identity: await profileStanding(session.world),
    }),

    'files.choose': async () =>
      Promise.all((await shell.chooseFiles()).map((path) => offers.offerPath(path))),
    'files.begin': ({ name, byteLength }) => offers.begin(name, byteLength),
    'files.push': ({ token, chunk }) => offers.push(token, chunk),
    'files.forget': ({ token }) => offers.forget(token),

    'records.list': ({ patient }) => listRecords(session.world, patient),
    'records.add': async ({ patient, folder, files }) => {
      const ids: string[] = []
      for (const { token, title } of files) {
        const { source, mediaType } = offers.take(token)
        ids.push(await session.jobs.add({ patient, folder, title, mediaType }, source))
      }
      return ids
    },
    'records.open': async ({ patient, id }) => {
      const opened = await openRecord(session.world, patient, id)
      if (opened.logged !== null) session.jobs.views.note()
      return tickets.issue(session.world, opened)
    },
    'records.close': ({ ticket }) => tickets.close(ticket),
    'records.keepProfile': async () => {
      const { source, mediaType } = await profileSource(session.world)
      const patient = session.world.me
      return session.jobs.add({ patient, folder: IDENTITY_FOLDER, title: 'profile', mediaType }, source)
    },

    'patients.list': () => listPatients(session.world),
    'access.request': ({ patient }) => requestAccess(session.world, parseAddress(patient)),
    'access.requests': () => listRequests(session.world),
    'access.decline': ({ doctor }) => declineRequest(session.world, doctor),
    'access.grants': () => listGrants(session.world, session.world.me),
    'access.previewGive': ({ reader }) => previewGive(session.world, reader),
    'access.give': async ({ reader, mayAdd, until }) => {
      const readerName = (await readName(session.world, reader)) ?? reader
      const folders = [IDENTITY_FOLDER, RECORDS_FOLDER]
      return session.jobs.give({ reader, readerName, folders, mayAdd, until })
    },
    'access.previewRemove': ({ reader }) => previewRemove(session.world, reader),
    'access.remove': async ({ reader }) => {
      const { folders } = await session.world.ledger.right(session.world.me, reader)
      if (folders.length === 0) throw new Failure('E_NOT_ALLOWED', { reader })
      return session.jobs.remove(reader, (await readName(session.world, reader)) ?? reader, [...folders])
    },

    'jobs.list': () => (session.state.stage === 'open' ? session.jobs.list() : []),
    'jobs.cancel': ({ id }) => session.jobs.cancel(id),
    'jobs.retry': ({ id }) => session.jobs.retry(id),
    'jobs.dismiss': ({ id }) => session.jobs.dismiss(id),

    'stores.read': async () => ({ ...(await stores.storage()), last: session.keeper.last }),
    'stores.setKey': ({ name, key }) => stores.setKey(name, key),
    'stores.check': () => session.keeper.check(),
    'stores.clean': () => stores.blobs.collect(),

    'payer.read': () => paying.read(),
    'payer.makeAccount': () => paying.makeAccount(),
    'payer.setKey': ({ key }) => paying.setKey(key),
    'payer.setLimit': ({ limit }) => paying.setLimit(limit),
    'transactions.list': () => paying.list(),
    'transactions.speedUp': ({ id }) => paying.speedUp(id),
    'transactions.cancel': ({ id }) => paying.cancel(id),

    'log.list': () => readLog(session.world),
    'log.verify': () => verifyLog(session.world),

    'wallet.connected': (connected) => {
      wallet.connect(connected)
      if (connected !== null && session.state.stage === 'open') session.goOn()
    },
    'wallet.answer': (answer) => wallet.answer(answer),
    'wallet.phones': () => network.phones(),
    'wallet.store.getKeys': () => walletStore.keys(),
    'wallet.store.getItem': ({ key }) => walletStore.get(key),
    'wallet.store.setItem': ({ key, value }) => walletStore.set(key, value),
    'wallet.store.removeItem': ({ key }) => walletStore.remove(key),
    'wallet.read': ({ method, params }) => network.read(method, params),
  }
}
