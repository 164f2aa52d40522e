import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { HostEmitter, hostEvent } from './events.ts'
import { host } from './host.ts'
import { type HostSession, session as sessions } from './session.ts'
import { notSupplied } from './supplied.ts'
import { HostWebContents } from './web-contents.ts'
import { addWindow, allWindows, focusedWindow, focusWindow, removeWindow } from './windows.ts'

type Options = BrowserWindowConstructorOptions

const events = [
  ...[
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'page-title-updated',
    'resize',
    'resized',
  ],
  ...['move', 'moved', 'minimize', 'restore', 'maximize', 'unmaximize', 'unresponsive', 'responsive'],
  ...['enter-full-screen', 'leave-full-screen', 'session-end', 'query-session-end'],
]

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
export class HostBrowserWindow extends HostEmitter {
  readonly id: number
  readonly webContents: HostWebContents
  private readonly parent: HostBrowserWindow | null
  private readonly modal: boolean
  private bounds: Rectangle
  private minimum: [number, number]
  private title: string
  private visible: boolean
  private minimized = false
  private fullScreen = false
  private destroyed = false
  private closing = false
  private readyToShow = false

  constructor(options: Options = {}) {
    super('BrowserWindow', events)
    if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const given = options.webPreferences ?? {}
    refuseUnsafe(given)
    const { width = 800, height = 600, x = 0, y = 0, minWidth = 0, minHeight = 0 } = options
    lastId += 1
    this.id = lastId
    this.bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) }
    this.minimum = [minWidth, minHeight]
    this.title = options.title ?? 'Electron'
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
    this.webContents = new HostWebContents(session, preferences, {
      width: this.bounds.width,
      height: this.bounds.height,
    })
    this.watch()
    addWindow(this)
    if (this.visible) focusWindow(this)
    if (host.headless) void this.webContents.link.open('').catch(() => undefined)
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

  setFullScreen(flag: boolean): void {
    this.fullScreen = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen', {})
  }

  isFullScreen(): boolean {
    return this.fullScreen
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

  getTitle(): string {
    return this.title
  }

  setTitle(title: string): void {
    this.title = title
  }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const next = { ...this.bounds, ...bounds }
    next.width = Math.max(next.width, this.minimum[0])
    next.height = Math.max(next.height, this.minimum[1])
    this.bounds = next
    void this.webContents.link.resize({ width: next.width, height: next.height }).catch(() => undefined)
    this.emit('resize', {})
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getMinimumSize(): number[] {
    return [...this.minimum]
  }

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
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

  // Without a window manager these have nothing to act on; Electron on Linux shows nothing for some of them either.
  setContentProtection(_enable: boolean): void {}
  setProgressBar(_progress: number): void {}
  setMenu(_menu: unknown): void {}
  removeMenu(): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setBackgroundColor(_color: string): void {}
  setIcon(_icon: unknown): void {}
  setAlwaysOnTop(_flag: boolean): void {}
  moveTop(): void {}
  center(): void {}
  flashFrame(_flag: boolean): void {}

  /** The browser says the page is gone: after `close()`, or because the user closed it. @internal */
  pageClosed(): void {
    if (!this.destroyed && !this.closing) this.emit('close', hostEvent())
    this.end()
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
