import type { CdpEvents, CdpSession } from './cdp.ts'
import { type Chromium, startChromium } from './chromium.ts'
import { blankPath, host, say } from './host.ts'

/** A page of the browser and the host's session with it, held before its first script until it is let run. */
export interface Page {
  targetId: string
  cdp: CdpSession
}

interface PageRequest {
  /** Where it begins, so that it has the app's origin. */
  blank: string
  width: number
  height: number
  browserContextId: string | undefined
  /** Headful has one place for all windows that keep nothing on disk. */
  incognito: boolean
}

type Attached = CdpEvents['Target.attachedToTarget']

let chromium: Chromium | undefined
const creating = new Set<Promise<unknown>>()
const ours = new Map<string, (page: Page) => void>()
/** Headful windows asked for, in order: such a request has no target id to know its page by. */
const awaited: ((page: Page) => void)[] = []

export const events = {
  closed: (_targetId: string): void => undefined,
  crashed: (_targetId: string): void => undefined,
  downloads: (_frameId: string, _url: string, _fileName: string): void => undefined,
  /** The browser ended without having been asked to. */
  gone: (): void => undefined,
}

const root = (): CdpSession => {
  if (!chromium) throw new Error('electron-host: the browser is not running')
  return chromium.cdp.root
}

export async function startBrowser(userData: string): Promise<void> {
  const started = startChromium(userData)
  chromium = started
  process.on('exit', started.kill)
  void started.exited.then(() => {
    started.kill()
    if (!stopping) events.gone()
  })
  const { cdp } = started
  cdp.root.on('Target.attachedToTarget', (event) => {
    // The session must exist before its first event arrives.
    const { targetId } = event.targetInfo
    const page = { targetId, cdp: cdp.session(event.sessionId) }
    void adopt(page, event)
  })
  cdp.root.on('Target.targetDestroyed', ({ targetId }) => events.closed(targetId))
  cdp.root.on('Target.targetCrashed', ({ targetId }) => events.crashed(targetId))
  cdp.root.on('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) =>
    events.downloads(frameId, url, suggestedFilename),
  )
  const { product } = await cdp.root.send('Browser.getVersion')
  host.chromiumVersion = product.replace(/^.*\//, '')
  // Nobody is asked where to, so nothing is saved.
  await cdp.root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  await cdp.root.send('Target.setDiscoverTargets', { discover: true })
  await cdp.root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page', exclude: false }, { exclude: true }],
  })
}

/** Decides whose a new page is. One that nobody here asked for is a popup, and is closed. */
async function adopt(page: Page, event: Attached): Promise<void> {
  await Promise.allSettled(creating)
  const mine = ours.get(page.targetId)
  if (mine) return mine(page)
  const isAsked = event.targetInfo.url.endsWith(blankPath)
  const next = isAsked ? awaited.shift() : undefined
  if (next) return next(page)
  await closePopup(page)
}

/** A popup still held shares its opener's thread, which would hang with it: let go first, but without a request. */
async function closePopup({ targetId, cdp }: Page): Promise<void> {
  const steps = [
    cdp.send('Fetch.enable', {}),
    cdp.send('Runtime.runIfWaitingForDebugger'),
    root().send('Target.closeTarget', { targetId }),
  ]
  await Promise.allSettled(steps)
}

export async function openPage({
  blank,
  width,
  height,
  browserContextId,
  incognito,
}: PageRequest): Promise<Page> {
  if (!host.headless) {
    const page = new Promise<Page>((resolve) => awaited.push(resolve))
    chromium?.openAppWindow(blank, incognito)
    return page
  }
  const create = root().send('Target.createTarget', {
    url: blank,
    newWindow: true,
    width,
    height,
    ...(browserContextId ? { browserContextId } : {}),
  })
  const page = create.then(({ targetId }) => new Promise<Page>((resolve) => ours.set(targetId, resolve)))
  const known = create.then(() => undefined)
  creating.add(known)
  void known.finally(() => creating.delete(known)).catch(() => undefined)
  return page
}

export const browserCommand: CdpSession['send'] = (method, params) => root().send(method, params)

export const closePage = async (targetId: string): Promise<void> => {
  await root()
    .send('Target.closeTarget', { targetId })
    .catch(() => undefined)
}

let stopping = false

/** Asks the browser to end, and makes it when it doesn't within five seconds. */
export async function stopBrowser(): Promise<void> {
  stopping = true
  if (!chromium) return
  const { cdp, exited, kill } = chromium
  void cdp.root.send('Browser.close').catch(() => undefined)
  const late = setTimeout(() => {
    say('Chromium did not close in time and was ended')
    kill()
  }, 5000)
  await exited
  clearTimeout(late)
}
