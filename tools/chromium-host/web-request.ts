import type { WebRequest } from 'electron'
import type { NodeHeaders } from './session.ts'
import { supplied } from './supplied.ts'

type Before = (
  details: { id: number; url: string; method: string; resourceType: string; webContentsId?: number },
  callback: (answer: { cancel?: boolean }) => void,
) => void
type Received = (
  details: { url: string; statusCode: number; responseHeaders: Record<string, string[]> },
  callback: (answer: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void,
) => void
interface Listener<T> {
  matches(url: string): boolean
  call: T
}

/** Match patterns as far as they are used here: `<all_urls>` and `*` as a wildcard. */
function matcher(filter: { urls: string[] } | undefined): (url: string) => boolean {
  if (!filter || filter.urls.includes('<all_urls>')) return () => true
  const patterns = filter.urls.map((url) => {
    const text = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${text}$`)
  })
  return (url) => patterns.some((pattern) => pattern.test(url))
}

/** `session.webRequest`: enough to see every request, to refuse it, and to change an app response's headers. */
export function createWebRequest() {
  let before: Listener<Before> | undefined
  let received: Listener<Received> | undefined
  let lastId = 0

  function listener<T>(filterOrCall: unknown, call: unknown): Listener<T> | undefined {
    const [filter, listen] = call === undefined ? [undefined, filterOrCall] : [filterOrCall, call]
    if (typeof listen !== 'function') return undefined
    return { matches: matcher(filter as { urls: string[] } | undefined), call: listen as T }
  }

  return supplied('webRequest', {
    onBeforeRequest(filterOrCall: unknown, call?: unknown): void {
      before = listener<Before>(filterOrCall, call)
    },
    onHeadersReceived(filterOrCall: unknown, call?: unknown): void {
      received = listener<Received>(filterOrCall, call)
    },
    /** @internal */
    watchesRequests: (): boolean => before !== undefined,
    /** Whether the app lets a request go ahead. @internal */
    allows(url: string, method: string, resourceType: string, webContentsId: number): Promise<boolean> {
      const listening = before
      if (!listening?.matches(url)) return Promise.resolve(true)
      lastId += 1
      const details = { id: lastId, url, method, resourceType, webContentsId }
      return new Promise((resolve) => listening.call(details, ({ cancel }) => resolve(!cancel)))
    },
    /** @internal */
    filterHeaders(url: string, statusCode: number, headers: NodeHeaders): Promise<NodeHeaders | undefined> {
      const listening = received
      if (!listening?.matches(url)) return Promise.resolve(headers)
      const responseHeaders = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, [v].flat()]))
      return new Promise((resolve) =>
        listening.call({ url, statusCode, responseHeaders }, (answer) =>
          resolve(answer.cancel ? undefined : ((answer.responseHeaders ?? headers) as NodeHeaders)),
        ),
      )
    },
  } satisfies Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'> & Record<string, unknown>)
}
