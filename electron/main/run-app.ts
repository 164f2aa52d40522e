import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme } from 'electron'
import { createLog } from './adapters/log-file.ts'
import { createSettings } from './adapters/settings-store.ts'
import { lockAutomatically } from './auto-lock.ts'
import { compose } from './compose.ts'
import { createHandlers } from './handlers.ts'
import { serve, tellTo } from './ipc-server.ts'
import { buildMenu } from './menu.ts'
import { readNetwork } from './network-file.ts'
import { serveApp } from './protocol.ts'
import { createShell } from './shell.ts'
import { guardEverything, memorySession, openConfirmWindow, openMainWindow } from './window.ts'

/** The life of the app, from `ready` on. */
export async function runApp(): Promise<void> {
  let window: BrowserWindow | null = null
  const main = (): BrowserWindow | null => window
  const tell = tellTo(main)
  const log = createLog(join(app.getPath('userData'), 'logs'))
  const settings = createSettings()
  const network = await readNetwork(networkFile())
  guardEverything()
  let offline = settings.read().workOffline

  const menu = (): void => {
    const state = clinic.session.state
    const roles = state.stage === 'open' ? state.me.roles : []
    buildMenu(roles, state.stage === 'open', (id) => tell('command.run', { id }))
  }
  const clinic = await compose({
    network,
    userData: app.getPath('userData'),
    tell: (name, payload) => {
      tell(name, payload)
      if (name === 'session.changed') menu()
    },
    isOffline: () => offline,
    openConfirmWindow: () => openConfirmWindow(window),
  })
  const apply = (): void => {
    nativeTheme.themeSource = settings.read().appearance
  }
  const shell = createShell(main)
  const handlers = createHandlers({
    ...clinic,
    shell,
    settings: {
      read: settings.read,
      write: (change) => {
        const next = settings.write(change)
        offline = next.workOffline
        apply()
        tell('settings.changed', next)
        return next
      },
    },
  })
  const bundle = join(import.meta.dirname, '../renderer')
  const relay = network.walletConnect?.relayUrl ?? null
  serveApp(memorySession().protocol, bundle, clinic.tickets.contentOf, relay)
  serve(main, handlers, (path) => clinic.offers.offerPath(path), log.failure)
  const stopLocking = lockAutomatically({
    minutes: () => settings.read().lockAfterMinutes,
    isOpen: () => clinic.session.state.stage === 'open',
    lock: (reason) => void clinic.session.lock(reason),
    warn: (seconds) => tell('lock.soon', { seconds }),
  })
  apply()
  menu()

  window = openMainWindow(network.demo === null ? 'Medical-Chain' : 'Medical-Chain demo')
  window.webContents.on('did-finish-load', () => clinic.wallet.drop())
  window.on('closed', () => {
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
    void clinic.stop().finally(() => app.quit())
  })
}

/** The clinic's network file: from the command line, else the one that was installed. */
function networkFile(): string {
  const given = app.commandLine.getSwitchValue('network')
  return given !== '' ? given : join(app.getPath('userData'), 'network.json')
}
