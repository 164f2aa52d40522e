import type { WebContents as Electron, WebPreferences } from 'electron'
import { Channel, type FromPage, type ToPage } from './channel.ts'
import { hostEvent } from './events.ts'
import { HostFrame } from './frame.ts'
import { say } from './host.ts'
import { answerInvoke, deliverSend } from './ipc-delivery.ts'
import { HostIpc } from './ipc-main.ts'
import { lifecycle } from './lifecycle.ts'
import { originOf, toLocal } from './origins.ts'
import { PageCommands } from './page-commands.ts'
import { PageLink, type Size } from './page-link.ts'
import type { HostSession } from './session.ts'
import { supplied } from './supplied.ts'

const events = [
  ...['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview', 'did-start-navigation'],
  ...['did-navigate', 'did-navigate-in-page', 'did-start-loading', 'did-stop-loading', 'did-fail-load'],
  ...[
    'did-finish-load',
    'dom-ready',
    'page-title-updated',
    'preload-error',
    'render-process-gone',
    'destroyed',
  ],
  ...['did-create-window', 'context-menu', 'unresponsive', 'responsive', 'zoom-changed'],
]

type OpenHandler = Parameters<Electron['setWindowOpenHandler']>[0]

interface Loading {
  url: string
  resolve(): void
  reject(error: Error): void
}

let lastId = 0
const all = new Set<HostWebContents>()

/** A page and what main may do with it. */
export class HostWebContents extends PageCommands {
  readonly id: number
  readonly session: HostSession
  readonly ipc = new HostIpc('webContents.ipc')
  readonly preferences: WebPreferences
  mainFrame: HostFrame
  /** @internal */
  readonly link: PageLink
  private readonly channel: Channel
  private loading: Loading | undefined
  private destroyed = false
  private title = ''
  private openHandler: OpenHandler | undefined
  /** Set by the window: what closing the page means. @internal */
  onClose: () => void = () => undefined

  constructor(session: HostSession, preferences: WebPreferences, size: Size) {
    super('webContents', events)
    lastId += 1
    this.id = lastId
    this.session = session
    this.preferences = preferences
    this.channel = new Channel({ opened: () => this.opened(), message: (message) => this.receive(message) })
    this.mainFrame = new HostFrame('about:blank', '', this.id, (channel, args) => this.send(channel, ...args))
    this.link = new PageLink(
      {
        id: this.id,
        session,
        preferences,
        token: this.channel.token,
        emit: (event, ...args) => this.emit(event, ...args),
        url: () => this.getURL(),
        committed: (loaderId, url) => this.committed(loaderId, url),
        movedWithin: (url) => this.movedWithin(url),
        loaded: () => this.loaded(),
        opens: (url, name, features) => this.opens(url, name, features),
      },
      size,
    )
    all.add(this)
    lifecycle.emit('contents-created', this)
  }

  async loadURL(url: string): Promise<void> {
    const local = toLocal(url)
    if (!local) throw new Error(`electron-host: loadURL('${url}'): only registered schemes are supplied`)
    const origin = originOf(url)
    this.loading?.reject(new Error(`ERR_ABORTED (-3) loading '${this.loading.url}'`))
    const done = new Promise<void>((resolve, reject) => {
      this.loading = { url, resolve, reject }
    })
    done.catch(() => undefined)
    this.emit('did-start-loading', {})
    const { cdp } = await this.link.open(local)
    await this.session.admit(cdp, origin)
    await this.session.permissions.settle(this, origin, await this.session.browserContext())
    const failure = await this.link.load(url, local)
    if (failure) this.failed(url, failure.replace(/^net::/, ''))
    return done
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.post({ kind: 'event', channel, args })
  }

  getURL(): string {
    return this.mainFrame.url === 'about:blank' ? '' : this.mainFrame.url
  }

  getTitle(): string {
    return this.title
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isLoading(): boolean {
    return this.loading !== undefined
  }

  close(): void {
    this.onClose()
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  getLastWebPreferences(): WebPreferences {
    return { ...this.preferences }
  }

  /** @internal */
  post(message: ToPage): void {
    if (!this.destroyed) this.channel.post(message)
  }

  /** The page is gone, whoever closed it. @internal */
  gone(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.mainFrame.detached = true
    all.delete(this)
    this.loading?.reject(new Error(`ERR_FAILED (-2) loading '${this.loading.url}'`))
    this.channel.close()
    this.link.forget()
    this.emit('destroyed')
  }

  private titled(title: string): void {
    if (title === this.title) return
    this.title = title
    this.emit('page-title-updated', hostEvent(), title, true)
  }

  private committed(loaderId: string, url: string): void {
    if (loaderId === this.mainFrame.loaderId) {
      this.mainFrame.url = url
      return
    }
    this.mainFrame.detached = true
    this.mainFrame = new HostFrame(url, loaderId, this.id, (channel, args) => this.send(channel, ...args))
    this.channel.documentChanged()
    this.emit('did-navigate', {}, url, 200, 'OK')
  }

  private movedWithin(url: string): void {
    this.mainFrame.url = url
    this.emit('did-navigate-in-page', {}, url, true, 1, this.mainFrame.routingId)
  }

  private loaded(): void {
    if (!this.mainFrame.loaderId) return
    const loading = this.loading
    this.loading = undefined
    this.emit('did-stop-loading', {})
    this.emit('did-finish-load', {})
    loading?.resolve()
  }

  private failed(url: string, name: string): void {
    const code = name === 'ERR_ABORTED' ? -3 : -2
    this.emit('did-fail-load', {}, code, name, url, true)
    this.loading?.reject(Object.assign(new Error(`${name} (${code}) loading '${url}'`), { code: name, url }))
    this.loading = undefined
  }

  private opens(url: string, frameName: string, features: string): void {
    const answer = this.openHandler?.({
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: this.getURL(), policy: 'default' },
    })
    if (answer?.action !== 'deny')
      say(`a window for ${url} was allowed by the app, but popups are not supplied`)
  }

  private async opened(): Promise<void> {
    await this.link.sync()
    lifecycle.emit('contents-opened', this)
  }

  private receive(message: FromPage): void {
    if (message.kind === 'invoke') void answerInvoke(this, message)
    else if (message.kind === 'send') deliverSend(this, message)
    else if (message.kind === 'accelerator') lifecycle.emit('accelerator', this, message.id)
    else if (message.kind === 'title') this.titled(message.title)
    else this.emit('preload-error', {}, this.preferences.preload, message.error)
  }
}

export const allContents = (): HostWebContents[] => [...all]

/** The module `webContents`. */
export const webContents = supplied('webContents', {
  getAllWebContents: allContents,
  fromId: (id: number) => allContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) =>
    allContents().find((contents) => contents.link.targetId === targetId),
  getFocusedWebContents: (): HostWebContents | null => null,
})
