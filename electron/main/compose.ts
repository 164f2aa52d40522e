import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { sendOnlyAgreed, watchWitness } from './adapters/chain-witness.ts'
import { createClassifier } from './adapters/classifier-thread.ts'
import { electronClipping } from './adapters/clipping-electron.ts'
import { createConfirm } from './adapters/confirm-window.ts'
import { createContractWallets } from './adapters/contract-wallets.ts'
import { diskSources, memorySource } from './adapters/files-disk.ts'
import { createIndex } from './adapters/index-sqlite.ts'
import { safeStorageKeychain } from './adapters/keychain-safe-storage.ts'
import { createCarrier } from './adapters/ledger-carrier.ts'
import { rememberLedger } from './adapters/ledger-memory.ts'
import { connect } from './adapters/ledger-node.ts'
import { chainOf, createLedgerState, viewsOf } from './adapters/ledger-state.ts'
import { watchNetwork } from './adapters/network-watch.ts'
import { createPaper } from './adapters/paper-window.ts'
import { createPersonWindow } from './adapters/person-window.ts'
import { createProfiles } from './adapters/profiles-disk.ts'
import { createSealedStore } from './adapters/sealed-store-disk.ts'
import { startVaultThread } from './adapters/vault-thread.ts'
import { composePayer } from './compose-payer.ts'
import { composePerformance } from './compose-performance.ts'
import { composeStores } from './compose-stores.ts'
import { composeWallets } from './compose-wallets.ts'
import type { Network, NetworkStatus } from './domain/network.ts'
import type { Outside } from './flows/world.ts'
import { FrontDesk } from './front-desk.ts'
import type { Tell } from './ipc-server.ts'
import { Offers } from './offers.ts'
import { createPaying } from './paying.ts'
import { millisecondsOf, phonesOf } from './phone-network.ts'
import { Session } from './session.ts'
import { Tickets } from './tickets.ts'
import { Visit } from './visit.ts'

export type Clinic = Awaited<ReturnType<typeof compose>>

type Place = {
  readonly network: Network
  /** Where everything of this app lies. */
  readonly userData: string
  readonly tell: Tell
  /** Whether somebody has asked to work without the network. */
  readonly isOffline: () => boolean
  /** How much of shared stores may lie on this computer, in bytes. */
  readonly offlineBytes: () => number
  readonly openConfirmWindow: Parameters<typeof createConfirm>[0]
  readonly openPaperWindow: () => BrowserWindow
  readonly openPersonWindow: () => BrowserWindow
  /** Loads the page anew. */
  readonly refresh: () => void
}

/** Ports ⇐ adapters: the one place that knows them all. */
export async function compose({
  network,
  userData,
  tell,
  isOffline,
  offlineBytes,
  openConfirmWindow,
  openPaperWindow,
  openPersonWindow,
  refresh,
}: Place) {
  const deployment = { chainId: network.chainId, contract: network.contract }
  const provider = connect(network, isOffline)
  const view = viewsOf(provider, network)
  const memory = rememberLedger({
    file: join(userData, 'chain-memory.sqlite'),
    network,
    view,
    chain: chainOf(provider),
  })
  const state = createLedgerState(memory.view, memory)
  const confirm = createConfirm(openConfirmWindow)
  const wallets = composeWallets({
    deployment,
    provider,
    userData,
    keychain: safeStorageKeychain,
    tell,
    confirm,
    nameOf: (account) => session.nameOf(account),
    within: millisecondsOf('MEDICAL_CHAIN_WALLET_SECONDS'),
  })
  const { wallet } = wallets
  // What is about to be sent rests on what the chain says now, never on what is remembered.
  const current = createLedgerState(view, chainOf(provider))
  const payer = composePayer({
    network,
    provider,
    wallet,
    userData,
    keychain: safeStorageKeychain,
    slowAfter: millisecondsOf('MEDICAL_CHAIN_SLOW_SECONDS'),
    changed: () => tell('transactions.changed', null),
    ended: () => {
      if (session.state.stage === 'open') session.goOn()
    },
  })
  const carrier = createCarrier({ network, provider, view, state: current, wallet, sender: payer.sender })
  const index = createIndex(
    join(userData, 'index.sqlite'),
    network,
    provider,
    memory.view,
    () => memory.contact().live,
  )
  const stores = await composeStores({
    network,
    userData,
    keychain: safeStorageKeychain,
    isOffline,
    limit: offlineBytes,
    changed: (states) => {
      tell('stores.changed', states)
      if (states.some(({ state }) => state === 'online') && session.state.stage === 'open') session.goOn()
    },
  })
  const profiles = createProfiles(join(userData, 'profiles'), safeStorageKeychain)
  const witness = watchWitness({ network, provider, isOffline, changed: () => tellStatus() })
  const status = (): NetworkStatus => ({ ...watch.status(), witness: witness.state() })
  const tellStatus = (): void => tell('network.changed', status())
  const watch = watchNetwork(network, provider, {
    changed: tellStatus,
    back: () => {
      if (session.state.stage === 'open') session.goOn()
    },
    block: (block) => {
      tell('ledger.changed', { block })
      void payer.look()
    },
  })
  const { metrics, figures, probe, measuring } = composePerformance({
    ...{ userData, provider, tell },
    session: () => session,
  })
  const classifier = createClassifier({
    script: new URL('./classifier-worker.js', import.meta.url),
    model: async () => Uint8Array.from(await readFile(new URL('./specialty-model.bin', import.meta.url))),
  })
  const outside: Outside = {
    network,
    deployment,
    ledger: { ...state, ...sendOnlyAgreed(carrier, witness) },
    witness,
    index,
    blobs: stores.blobs,
    shelf: stores.shelf,
    wallet,
    confirm,
    classifier,
    metrics,
    now: () => new Date(),
  }
  const frontDesk = new FrontDesk({
    deployment,
    ledger: state,
    wallets: createContractWallets(provider),
    now: outside.now,
  })
  const personWindow = createPersonWindow(openPersonWindow, (said) => tell('desk.said', { said }))
  const tickets = new Tickets()
  const offers = new Offers(diskSources, memorySource)
  const script = new URL('./vault-worker.js', import.meta.url)
  const session = new Session({
    outside,
    hasProven: (address) => frontDesk.hasProven(address),
    profiles,
    sources: diskSources,
    copies: stores.blobs,
    checkingCopies: (done, total) => tell('stores.checking', { done, total }),
    startVault: () => startVaultThread(script, deployment),
    jobEvents: {
      changed: (job) => tell('job.changed', job),
      gone: (id) => tell('job.gone', { id }),
    },
    makingKey: (seconds) => tell('key.progress', { seconds }),
    changed: (next) => {
      if (next.stage !== 'open') {
        measuring.stop()
        tickets.clear()
        offers.clear()
        // Whoever stood before the desk, it is no longer the same person's.
        personWindow.show(null)
      }
      if (next.stage === 'locked' || next.stage === 'signed-out') wallets.lock()
      tell('session.changed', next)
    },
  })
  const visit = new Visit({
    profiles,
    shelf: stores.shelf,
    blobs: stores.blobs,
    memory,
    store: createSealedStore(join(userData, 'visit.json'), safeStorageKeychain),
    clipping: electronClipping,
    signOut: () => session.signOut(),
    closeWindow: () => {
      personWindow.show(null)
      frontDesk.forget()
    },
    changed: (next) => tell('visit.changed', next),
    refresh,
  })
  // Where it fails, the visit still runs, says so on every page, and can be ended there.
  await visit.recover().catch(() => undefined)
  return {
    session,
    profiles,
    frontDesk,
    personWindow,
    visit,
    tickets,
    offers,
    wallet,
    localWallets: wallets.local,
    walletStore: createSealedStore(join(userData, 'phone-wallets.json'), safeStorageKeychain),
    ledger: state,
    paper: createPaper(openPaperWindow),
    stores,
    figures,
    probe,
    measuring,
    paying: createPaying(session, payer),
    network: {
      status,
      demo: () => network.demo,
      phones: () => phonesOf(network),
      read: (method: string, params: readonly unknown[]) => provider.send(method, [...params]),
    },
    stop: async () => {
      // At the next start somebody reads that it is over; what was to be removed is removed now.
      await visit.end('interrupted', true).catch(() => undefined)
      await session.signOut()
      await figures.turn(null)
      await classifier.stop()
      watch.stop()
      witness.stop()
      payer.stop()
      provider.destroy()
      index.close()
      metrics.close()
      memory.close()
      await stores.stop()
    },
  }
}
