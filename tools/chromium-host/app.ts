import { mkdirSync } from 'node:fs'
import type { App } from 'electron'
import { stopBrowser } from './browser.ts'
import { commandLine } from './command-line.ts'
import { HostEmitter, hostEvent } from './events.ts'
import { host } from './host.ts'
import { lock, unlock } from './instance-lock.ts'
import { lifecycle } from './lifecycle.ts'
import { getPath, type PathName, setPath } from './paths.ts'
import { notSupplied } from './supplied.ts'
import { allWindows } from './windows.ts'

const events = [
  ...['will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'activate'],
  ...['second-instance', 'web-contents-created', 'browser-window-created', 'browser-window-focus'],
  ...['browser-window-blur', 'render-process-gone', 'child-process-gone', 'certificate-error', 'login'],
  ...['select-client-certificate', 'open-file', 'open-url', 'gpu-info-update', 'session-created'],
]

/** What `package.json` says about the app, set before its code runs. */
const about = { name: '', version: '0.0.0', path: '' }
const { promise: readiness, resolve: becomeReady } = Promise.withResolvers<void>()

export function describeApp(name: string, version: string, path: string): void {
  Object.assign(about, { name, version, path })
}

/** `app`, for as long as the process lives. */
export class HostApp extends HostEmitter {
  readonly commandLine = commandLine
  readonly isPackaged = false
  private locked = false
  private ended = false

  constructor() {
    super('app', events)
  }

  get name(): string {
    return about.name
  }

  set name(name: string) {
    about.name = name
  }

  isReady(): boolean {
    return host.ready
  }

  whenReady(): Promise<void> {
    return readiness
  }

  /** Closes every window in turn; any of them may still prevent it. */
  quit(): void {
    if (host.quitting) return
    const event = hostEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    host.quitting = true
    for (const window of allWindows()) {
      window.close()
      if (!window.isClosing()) {
        host.quitting = false
        return
      }
    }
    this.quitWhenClosed()
  }

  /** Closes everything without asking anybody. */
  exit(code = 0): void {
    host.quitting = true
    for (const window of allWindows()) window.destroy()
    void this.end(code)
  }

  getName(): string {
    return about.name
  }

  setName(name: string): void {
    about.name = name
  }

  getVersion(): string {
    return about.version
  }

  getAppPath(): string {
    return about.path
  }

  getPath(name: PathName): string {
    return getPath(name, about.name)
  }

  setPath(name: PathName, path: string): void {
    setPath(name, path)
  }

  getLocale(): string {
    return this.getPreferredSystemLanguages()[0] ?? 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [Intl.DateTimeFormat().resolvedOptions().locale]
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    const userData = this.getPath('userData')
    mkdirSync(userData, { recursive: true })
    this.locked ||= lock(userData, additionalData, (argv, cwd, data) =>
      this.emit('second-instance', hostEvent(), argv, cwd, data),
    )
    return this.locked
  }

  hasSingleInstanceLock(): boolean {
    return this.locked
  }

  releaseSingleInstanceLock(): void {
    if (this.locked) unlock()
    this.locked = false
  }

  focus(): void {
    allWindows()[0]?.focus()
  }

  // The host's pages are always sandboxed, and there is no desktop to tell these to.
  enableSandbox(): void {}
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: unknown): void {}
  showAboutPanel(): void {}
  disableHardwareAcceleration(): void {}

  setAsDefaultProtocolClient(): boolean {
    throw notSupplied('app.setAsDefaultProtocolClient')
  }

  /** @internal */
  quitWhenClosed(): void {
    if (!host.quitting || allWindows().length > 0 || this.ended) return
    const event = hostEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) host.quitting = false
    else void this.end(0)
  }

  private async end(code: number): Promise<void> {
    if (this.ended) return
    this.ended = true
    this.emit('quit', {}, code)
    if (this.locked) unlock()
    await stopBrowser()
    process.exit(code)
  }
}

export const app = new HostApp()
app satisfies Pick<
  App,
  'quit' | 'exit' | 'getVersion' | 'getAppPath' | 'requestSingleInstanceLock' | 'commandLine'
>

/** The browser is up: tells the app, through `app.emit`, which Playwright's loader may have replaced. */
export function announceReady(): void {
  host.ready = true
  becomeReady()
  app.emit('ready', {}, {})
}

lifecycle.on('window-closed', () => {
  if (host.quitting) app.quitWhenClosed()
  else if (allWindows().length === 0) {
    if (app.listenerCount('window-all-closed') === 0) app.quit()
    else app.emit('window-all-closed')
  }
})
lifecycle.on('contents-created', (contents) => app.emit('web-contents-created', {}, contents))
lifecycle.on('window-created', (window) => app.emit('browser-window-created', {}, window))
lifecycle.on('window-focus', (window) => app.emit('browser-window-focus', {}, window))
lifecycle.on('window-blur', (window) => app.emit('browser-window-blur', {}, window))
lifecycle.on('contents-crashed', (contents, details) =>
  app.emit('render-process-gone', {}, contents, details),
)
