import type { BrowserWindowConstructorOptions } from 'electron'
import { hostEvent } from './events.ts'
import { host } from './host.ts'
import { type HostSession, session as sessions } from './session.ts'
import { notSupplied } from './supplied.ts'
import { HostWebContents } from './web-contents.ts'
import { WindowFrame } from './window-frame.ts'
import { addWindow, allWindows, focusedWindow, focusWindow, removeWindow } from './windows.ts'

type Options = BrowserWindowConstructorOptions

let lastId = 0

/** Settings that would take away what the host promises a page: they are refused rather than ignored. */
function refuseUnsafe({
  sandbox,
  contextIsolation,
  nodeIntegration,
  webSecurity,
}: NonNullable<Options['webPreferences']>): void {
  if (sandbox === false) throw notSupplied('webPreferences.sandbox: false')
  if (contextIsolation === false) throw notSupplied('webPreferences.contextIsolation: false')
  if (nodeIntegration === true) throw notSupplied('webPreferences.nodeIntegration: true')
  if (webSecurity === false) throw notSupplied('webPreferences.webSecurity: false')
}

/** A window of the app. Its page is opened with it, except on a display: there, when it is first loaded. */
export class HostBrowserWindow extends WindowFrame {
  readonly id: number
  readonly webContents: HostWebContents
  private readonly parent: HostBrowserWindow | null
  private readonly modal: boolean
  private visible: boolean
  private minimized = false
  private destroyed = false
  private closing = false
  private readyToShow = false

  constructor(options: Options = {}) {
    super(options)
    if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const given = options.webPreferences ?? {}
    refuseUnsafe(given)
    lastId += 1
    this.id = lastId
    this.visible = options.show ?? true
    this.parent = (options.parent as unknown as HostBrowserWindow | undefined) ?? null
    this.modal = options.modal ?? false
    const session =
      (given.session as unknown as HostSession | undefined) ?? sessions.fromPartition(given.partition ?? '')
    const preferences = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      ...given,
    }
    this.webContents = new HostWebContents(session, preferences, this.size())
    this.watch()
    addWindow(this)
    if (this.visible) focusWindow(this)
  }

  static getAllWindows(): HostBrowserWindow[] {
    return allWindows()
  }

  static getFocusedWindow(): HostBrowserWindow | null {
    return focusedWindow()
  }

  static fromWebContents(contents: HostWebContents): HostBrowserWindow | null {
    return allWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): HostBrowserWindow | null {
    return allWindows().find((window) => window.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.visible) return
    this.visible = true
    this.emit('show', {})
  }

  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.emit('hide', {})
    if (focusedWindow() === this) focusWindow(allWindows().findLast((other) => other.isVisible()) ?? null)
  }

  focus(): void {
    if (this.destroyed) return
    this.webContents.focus()
    focusWindow(this)
  }

  blur(): void {
    if (focusedWindow() === this) focusWindow(null)
  }

  isFocused(): boolean {
    return focusedWindow() === this
  }

  isVisible(): boolean {
    return this.visible && !this.destroyed
  }

  /** Whether `close` got past its listeners. @internal */
  isClosing(): boolean {
    return this.closing || this.destroyed
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  minimize(): void {
    this.minimized = true
    this.emit('minimize', {})
  }

  restore(): void {
    if (!this.minimized) return
    this.minimized = false
    this.emit('restore', {})
  }

  isMinimized(): boolean {
    return this.minimized
  }

  /** Asks first: a `close` listener may prevent it. */
  close(): void {
    if (this.destroyed || this.closing) return
    const event = hostEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return
    this.closing = true
    void this.webContents.link.close().then(() => this.pageClosed())
  }

  /** Closes without asking. */
  destroy(): void {
    void this.webContents.link.close()
    this.end()
  }

  getParentWindow(): HostBrowserWindow | null {
    return this.parent
  }

  getChildWindows(): HostBrowserWindow[] {
    return allWindows().filter((window) => window.getParentWindow() === this)
  }

  isModal(): boolean {
    return this.modal
  }

  /** The browser says the page is gone: after `close()`, or because the user closed it. @internal */
  pageClosed(): void {
    if (!this.destroyed && !this.closing) this.emit('close', hostEvent())
    this.end()
  }

  protected override resized(): void {
    void this.webContents.link.resize(this.size()).catch(() => undefined)
  }

  private end(): void {
    if (this.destroyed) return
    for (const child of this.getChildWindows()) child.destroy()
    this.destroyed = true
    this.webContents.gone()
    this.emit('closed', {})
    removeWindow(this)
  }

  private watch(): void {
    this.webContents.onClose = () => this.close()
    this.webContents.on('page-title-updated', (event, title: string) => {
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.title = title
    })
    this.webContents.on('did-finish-load', () => {
      if (this.readyToShow) return
      this.readyToShow = true
      this.emit('ready-to-show', {})
    })
  }
}
