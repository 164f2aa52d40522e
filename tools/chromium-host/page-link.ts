import type { WebPreferences } from 'electron'
import { closePage, openPage, type Page } from './browser.ts'
import type { CdpSession, Commands, Replies } from './cdp.ts'
import { blankPath, host, hostPath } from './host.ts'
import { watchNavigation } from './navigation.ts'
import { originOf, toApp, toLocal } from './origins.ts'
import { pageScripts, preloadWorldName } from './page-script.ts'
import type { HostSession } from './session.ts'

export interface Size {
  width: number
  height: number
}

/** What the page tells its `webContents`. */
export interface PageOwner {
  readonly id: number
  readonly session: HostSession
  readonly preferences: WebPreferences
  readonly token: string
  emit(event: string, ...args: unknown[]): boolean
  url(): string
  committed(loaderId: string, url: string): void
  movedWithin(url: string): void
  loaded(): void
  opens(url: string, frameName: string, features: string): void
}

/** In the page. Its load event is told of after its own listeners, so a task later. */
const whenLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => void setTimeout(resolve)
    if (document.readyState === 'complete') end()
    else addEventListener('load', end)
  })

/** Pages open one after another, so that whoever watches the browser sees them in the app's order. */
let opening: Promise<unknown> = Promise.resolve()

/** The CDP side of one page: opening it, loading it, and turning its events into the owner's. */
export class PageLink {
  targetId: string | undefined
  private readonly owner: PageOwner
  private size: Size
  private zoom = 1
  private page: Promise<Page> | undefined
  private cdp: CdpSession | undefined
  /** The URL main is loading, in the app's spelling; its request is not the page's own. */
  private own: string | undefined
  private readonly gone = Promise.withResolvers<void>()

  constructor(owner: PageOwner, size: Size) {
    this.owner = owner
    this.size = size
  }

  /** Opens the page once, at its first load: it begins on the origin that it will have. */
  open(local: string): Promise<Page> {
    if (this.page) return this.page
    const start = (): Promise<Page> => this.start(local)
    this.page = opening.then(start, start)
    opening = this.page
    return this.page
  }

  async load(url: string, local: string): Promise<string | undefined> {
    const { cdp } = await this.open(local)
    this.own = url
    const { errorText } = await cdp.send('Page.navigate', { url: local })
    return errorText
  }

  takesOwn(url: string): boolean {
    if (this.own === undefined || toLocal(this.own) !== toLocal(url)) return false
    this.own = undefined
    return true
  }

  async command<M extends keyof Commands>(method: M, params: Commands[M]): Promise<Replies[M]> {
    if (!this.page) throw new Error(`electron-host: ${method} before anything was loaded`)
    const { cdp } = await this.page
    return cdp.send(method, params)
  }

  async resize(size: Size): Promise<void> {
    this.size = size
    if (!this.page) return
    await this.applySize((await this.page).cdp)
  }

  async setZoom(zoom: number): Promise<void> {
    this.zoom = zoom
    if (this.page) await this.applySize((await this.page).cdp)
  }

  getZoom(): number {
    return this.zoom
  }

  async applyColorScheme(): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: host.colorScheme }]
    if (this.page) await this.command('Emulation.setEmulatedMedia', { features })
  }

  /** The document the renderer holds now. Its answer comes after every navigation event before it. */
  async sync(): Promise<void> {
    if (!this.cdp) return
    const { frame } = (await this.cdp.send('Page.getFrameTree')).frameTree
    this.owner.committed(frame.loaderId, toApp(frame.url + (frame.urlFragment ?? '')))
  }

  async close(): Promise<void> {
    if (this.page) await closePage((await this.page).targetId)
  }

  /** The page is gone. */
  forget(): void {
    this.gone.resolve()
    if (this.cdp) this.owner.session.forget(this.cdp)
  }

  private async start(local: string): Promise<Page> {
    const { session, preferences, token } = this.owner
    const browserContextId = await session.browserContext()
    const blank = `${originOf(local)}${blankPath}`
    const page = await openPage({ blank, browserContextId, incognito: !session.isPersistent(), ...this.size })
    const { cdp, targetId } = page
    this.targetId = targetId
    this.cdp = cdp
    await Promise.race([this.begin(cdp), this.gone.promise])
    this.listen(cdp)
    const scripts = pageScripts(token, preferences.preload, preferences.additionalArguments ?? [])
    await Promise.all([
      // In this order: the main world must listen before the preload exposes anything.
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preload,
        worldName: preloadWorldName,
      }),
      watchNavigation(cdp, targetId, {
        id: this.owner.id,
        session,
        url: () => this.owner.url(),
        takesOwn: (url) => this.takesOwn(url),
        emit: (event, ...args) => this.owner.emit(event, ...args),
      }),
      cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      this.applySize(cdp),
    ])
    return page
  }

  /** Lets the page run until the empty document is loaded, whose events are not the app's. */
  private async begin(cdp: CdpSession): Promise<void> {
    const committed = new Promise<void>((resolve) => {
      cdp.on('Page.frameNavigated', ({ frame }) => {
        if (frame.url.includes(hostPath)) resolve()
      })
    })
    await Promise.all([cdp.send('Page.enable'), cdp.send('Runtime.runIfWaitingForDebugger')])
    const { frame } = (await cdp.send('Page.getFrameTree')).frameTree
    if (!frame.url.includes(hostPath)) await committed
    await cdp.send('Runtime.evaluate', { expression: `(${whenLoaded})()`, awaitPromise: true })
  }

  private listen(cdp: CdpSession): void {
    const { owner } = this
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId || frame.url.includes(hostPath) || frame.url === 'about:blank') return
      owner.committed(frame.loaderId, toApp(frame.url + (frame.urlFragment ?? '')))
    })
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) owner.movedWithin(toApp(url))
    })
    cdp.on('Page.domContentEventFired', () => {
      owner.emit('dom-ready', {})
      // Playwright sets its own media when it attaches; the app's choice comes after.
      if (host.colorScheme) this.applyColorScheme().catch(() => undefined)
    })
    cdp.on('Page.loadEventFired', () => owner.loaded())
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      owner.opens(toApp(url), windowName, windowFeatures.join(',')),
    )
  }

  /** A headless window has no size to trust, so it is emulated; a zoomed page has fewer, larger CSS pixels. */
  private async applySize(cdp: CdpSession): Promise<void> {
    if (!host.headless) {
      const { windowId } = await cdp.send('Browser.getWindowForTarget')
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { ...this.size } })
    }
    if (!host.headless && this.zoom === 1) await cdp.send('Emulation.clearDeviceMetricsOverride')
    else
      await cdp.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(this.size.width / this.zoom),
        height: Math.round(this.size.height / this.zoom),
        deviceScaleFactor: this.zoom === 1 ? 0 : this.zoom,
        mobile: false,
      })
  }
}
