import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Session,
  screen,
  session,
  shell,
} from 'electron'
import { APP_ORIGIN } from './protocol.ts'

/** Pages that a person may open in their own browser; nothing else leaves the app. */
const OUTSIDE = new Set(['https://medical-chain.example/help', 'https://medical-chain.example/security'])
/** What a page of ours may ask the system for. */
const PERMITTED = new Set(['clipboard-sanitized-write'])

/** Windows keep nothing on disk: no cache, no storage, no history. */
export const memorySession = (): Session => session.fromPartition('medical-chain')

const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const

/** Rules for every window and view there will ever be, ours or not. */
export function guardEverything(): void {
  const guarded = memorySession()
  guarded.setPermissionRequestHandler((_contents, permission, answer) => answer(PERMITTED.has(permission)))
  guarded.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission))
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault: () => void }): void => event.preventDefault()
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', stay)
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
  })
}

/** Hands a page to the person's own browser when it is one of ours, letter by letter. */
export function openOutside(url: string): boolean {
  if (!OUTSIDE.has(url)) return false
  void shell.openExternal(url)
  return true
}

export function openMainWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 940,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: '#F5F6F3',
    webPreferences: {
      ...PREFERENCES,
      session: memorySession(),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

/**
 * A small window that the main page can neither see nor touch.
 * @param tall with room for every field of what is signed
 */
export function openConfirmWindow(parent: BrowserWindow | null, tall: boolean): BrowserWindow {
  const window = openOwnWindow('confirm', {
    width: 520,
    height: tall ? 700 : 600,
    resizable: false,
    ...(parent === null ? {} : { parent, modal: true }),
  })
  window.once('ready-to-show', () => window.show())
  return window
}

/** Faces the person in front of the desk: on another screen where there is one, and then all of it. */
export function openPersonWindow(main: BrowserWindow | null): BrowserWindow {
  const window = openOwnWindow('person', { width: 1000, height: 760, minWidth: 640, minHeight: 560 })
  const here = main === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(main.getBounds())
  const other = screen.getAllDisplays().find(({ id }) => id !== here.id)
  if (other !== undefined) {
    window.setBounds(other.bounds)
    window.setFullScreen(true)
  }
  // The desk goes on typing where it was.
  window.once('ready-to-show', () => window.showInactive())
  return window
}

/** Nobody sees this one: its page is printed. */
export const openPaperWindow = (): BrowserWindow => openOwnWindow('paper', { width: 900, height: 1200 })

/** A page with a bridge of its own, by the same name. */
function openOwnWindow(
  name: 'confirm' | 'paper' | 'person',
  shape: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    ...shape,
    show: false,
    title: 'Medical-Chain',
    webPreferences: {
      ...PREFERENCES,
      session: memorySession(),
      preload: join(import.meta.dirname, `../preload/${name}.cjs`),
    },
  })
  void window.loadURL(`${APP_ORIGIN}/${name}.html`)
  return window
}
