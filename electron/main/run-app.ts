import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme } from 'electron'
import { createLog } from './adapters/log-file.ts'
import { createSettings } from './adapters/settings-store.ts'
import { lockAutomatically, watchIdle } from './auto-lock.ts'
import { type Clinic, compose } from './compose.ts'
import { Failure } from './domain/failure.ts'
import type { Parts } from './handlers/parts.ts'
import { createHandlers } from './handlers.ts'
import { serve, tellTo } from './ipc-server.ts'
import { joiningHandlers } from './join-clinic.ts'
import { buildMenu } from './menu.ts'
import { readNetwork } from './network-file.ts'
import { serveApp } from './protocol.ts'
import { createShell } from './shell.ts'
import {
  guardEverything,
  memorySession,
  openConfirmWindow,
  openMainWindow,
  openPaperWindow,
  openPersonWindow,
} from './window.ts'

/** How long nobody may be there before a visit at a shared computer is over. */
const VISIT_MINUTES = 10

/** The life of the app, from `ready` on. */
export async function runApp(): Promise<void> {
  let window: BrowserWindow | null = null
  /** Null until this computer has a network file. */
  let clinic: Clinic | null = null
  const main = (): BrowserWindow | null => window
  const tell = tellTo(main)
  const log = createLog(join(app.getPath('userData'), 'logs'))
  const kept = createSettings()
  let offline = kept.read().workOffline
  const path = networkFile()
  const network = existsSync(path) ? await readNetwork(path) : null
  guardEverything()

  const menu = (): void => {
    const state = clinic?.session.state ?? { stage: 'no-clinic' as const }
    const roles = state.stage === 'open' ? state.me.roles : []
    buildMenu(roles, state.stage === 'open', (id) => tell('command.run', { id }))
  }
  const apply = (): void => {
    nativeTheme.themeSource = kept.read().appearance
  }
  /** Works without a network as long as somebody has asked for that. */
  const exchange = (): void => {
    const { exchangeNearby, workOffline } = kept.read()
    void clinic?.stores
      .exchange(exchangeNearby && !workOffline)
      .catch((error) => log.failure(Failure.from(error), 'neighbours'))
  }
  /** Programs of this computer read figures where somebody has asked for that. */
  const serveFigures = (): void => {
    void clinic?.figures
      .turn(kept.read().figuresPort)
      .catch((error) => log.failure(Failure.from(error), 'figures'))
  }
  const settings: Parts['settings'] = {
    read: kept.read,
    write: (change) => {
      const next = kept.write(change)
      offline = next.workOffline
      apply()
      exchange()
      if (change.figuresPort !== undefined) serveFigures()
      tell('settings.changed', next)
      return next
    },
  }
  const shell = createShell(main)

  async function open(): Promise<void> {
    clinic = await compose({
      network: network ?? (await readNetwork(path)),
      userData: app.getPath('userData'),
      tell: (name, payload) => {
        tell(name, payload)
        if (name === 'session.changed') menu()
      },
      isOffline: () => offline,
      offlineBytes: () => kept.read().offlineGigabytes * 1e9,
      openConfirmWindow: (question) =>
        openConfirmWindow(window, 'wallet' in question && question.request !== null),
      openPaperWindow,
      openPersonWindow: () => openPersonWindow(window),
      refresh: () => window?.webContents.reload(),
    })
    handlers = createHandlers({ ...clinic, shell, settings })
    exchange()
    serveFigures()
  }
  let handlers = joiningHandlers({
    shell,
    settings,
    path,
    joined: async () => {
      await open()
      // The page is served anew: what it may reach follows from the network file.
      window?.webContents.reload()
    },
  })
  if (network !== null) await open()

  const bundle = join(import.meta.dirname, '../renderer')
  serveApp(memorySession().protocol, bundle, {
    contentOf: (ticket) => clinic?.tickets.contentOf(ticket) ?? null,
    relay: () => clinic?.network.phones()?.relayUrl ?? null,
  })
  serve(main, () => handlers, offered, log.failure)
  const stopEnding = watchIdle({
    minutes: () => VISIT_MINUTES,
    isOn: () => clinic?.visit.runs === true,
    // Where it fails, the visit still runs, and is ended at the next look.
    over: () =>
      void clinic?.visit.end('idle', true).catch((error) => log.failure(Failure.from(error), 'visit')),
    warn: (seconds) => tell('visit.soon', { seconds }),
  })
  const stopLocking = lockAutomatically({
    minutes: () => kept.read().lockAfterMinutes,
    isOpen: () => clinic?.session.state.stage === 'open',
    lock: (reason) => void clinic?.session.lock(reason),
    warn: (seconds) => tell('lock.soon', { seconds }),
  })
  apply()
  menu()

  async function offered(file: string): Promise<unknown> {
    if (clinic === null) throw new Failure('E_NO_CLINIC')
    return clinic.offers.offerPath(file)
  }

  window = openMainWindow(network?.demo ? 'Medical-Chain demo' : 'Medical-Chain')
  // At the commit, not at the load: by then the new page may have brought its wallet already.
  const left = (): void => {
    clinic?.wallet.drop()
    clinic?.personWindow.show(null)
  }
  window.webContents.on('did-navigate', left)
  window.webContents.on('render-process-gone', left)
  window.on('closed', () => {
    clinic?.personWindow.show(null)
    window = null
  })
  app.on('second-instance', () => {
    window?.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let stopping = false
  app.on('before-quit', (event) => {
    if (stopping) return
    stopping = true
    event.preventDefault()
    stopLocking()
    stopEnding()
    void Promise.resolve(clinic?.stop()).finally(() => app.quit())
  })
}

/** The clinic's network file: from the command line, else the one that was installed. */
function networkFile(): string {
  const given = app.commandLine.getSwitchValue('network')
  return given !== '' ? given : join(app.getPath('userData'), 'network.json')
}
