import type { CdpEvents, CdpSession } from './cdp.ts'
import { hostEvent } from './events.ts'
import { originOf, toApp, toLocal } from './origins.ts'
import type { HostSession } from './session.ts'

type Paused = CdpEvents['Fetch.requestPaused']

export interface Navigating {
  id: number
  session: HostSession
  /** Where the page is now, in the app's spelling. */
  url(): string
  /** Whether main itself asked for this load, which no listener may veto. */
  takesOwn(url: string): boolean
  emit(event: string, ...args: unknown[]): boolean
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '')

/** Pauses the requests that matter and asks the app: `will-navigate` and its kin, and `webRequest`. */
export async function watchNavigation(cdp: CdpSession, mainFrameId: string, page: Navigating): Promise<void> {
  cdp.on('Fetch.requestPaused', (paused) => {
    decide(paused).catch(() => undefined)
  })

  async function decide(paused: Paused): Promise<unknown> {
    const { requestId, request, resourceType } = paused
    const url = toApp(request.url)
    const isDocument = resourceType === 'Document'
    const refuse = (errorReason: 'Aborted' | 'BlockedByClient') =>
      cdp.send('Fetch.failRequest', { requestId, errorReason })
    if (isDocument && isVetoed(paused, url)) return refuse('Aborted')
    const kind = isDocument ? 'mainFrame' : resourceType.toLowerCase()
    if (!(await page.session.webRequest.allows(url, request.method, kind, page.id)))
      return refuse('BlockedByClient')
    // Another origin of the app's needs the server's cookie before it can answer.
    if (isDocument && toLocal(url)) await page.session.admit(cdp, originOf(url))
    return cdp.send('Fetch.continueRequest', { requestId })
  }

  function isVetoed(paused: Paused, url: string): boolean {
    const isMainFrame = paused.frameId === mainFrameId
    if (isMainFrame && page.takesOwn(url)) return false
    // Playwright's and the user's reload look like any other request for the same URL.
    if (isMainFrame && withoutHash(url) === withoutHash(page.url())) return false
    const details = hostEvent({ url, isMainFrame, isSameDocument: false, initiator: null, frame: null })
    if (paused.redirectedRequestId) page.emit('will-redirect', details, url, false, isMainFrame)
    else {
      page.emit('will-frame-navigate', details)
      if (isMainFrame && !details.defaultPrevented) page.emit('will-navigate', details, url)
    }
    return details.defaultPrevented
  }

  const everything = page.session.webRequest.watchesRequests()
  await cdp.send('Fetch.enable', {
    patterns: [everything ? { urlPattern: '*' } : { urlPattern: '*', resourceType: 'Document' }],
  })
}
