import type { Session } from 'electron'
import { browserCommand } from './browser.ts'
import type { CdpSession } from './cdp.ts'
import { HostEmitter } from './events.ts'
import { host, secret } from './host.ts'
import { toLocal } from './origins.ts'
import { createPermissions } from './permissions.ts'
import { createProtocol, type SchemeHandler } from './protocol.ts'
import { notSupplied, supplied } from './supplied.ts'
import { createWebRequest } from './web-request.ts'

export type NodeHeaders = Record<string, string | string[]>

const cookieName = 'electron-host'
const sessions = new Map<string, HostSession>()

/** A partition. One in memory gets a browser context of its own; the others share the profile on disk. */
export class HostSession extends HostEmitter {
  readonly handlers = new Map<string, SchemeHandler>()
  readonly protocol = createProtocol(this.handlers)
  readonly webRequest = createWebRequest()
  readonly permissions = createPermissions()
  readonly setPermissionRequestHandler = this.permissions.setPermissionRequestHandler
  readonly setPermissionCheckHandler = this.permissions.setPermissionCheckHandler
  private readonly partition: string
  /** Proves to the loopback server that a request comes from this session's pages. */
  private readonly cookie = secret()
  private readonly pages = new Map<CdpSession, string>()
  private context: Promise<string | undefined> | undefined

  constructor(partition: string) {
    super('session', ['will-download', 'preconnect', 'spellcheck-dictionary-initialized'])
    this.partition = partition
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }

  setSpellCheckerEnabled(_enable: boolean): void {}

  setSpellCheckerLanguages(_languages: string[]): void {}

  /** Chromium clears through a page, so a window of the session must be open. */
  async clearStorageData(): Promise<void> {
    if (this.pages.size === 0) throw notSupplied('session.clearStorageData without an open window')
    for (const [cdp, origin] of this.pages) {
      await cdp.send('Storage.clearDataForOrigin', {
        origin: toLocal(`${origin}/`) ?? '',
        storageTypes: 'all',
      })
      await this.admit(cdp, origin)
    }
  }

  async clearCache(): Promise<void> {}

  /** @internal */
  browserContext(): Promise<string | undefined> {
    if (this.isPersistent()) return Promise.resolve(undefined)
    // On a display all such windows share Chromium's one incognito profile.
    if (!host.headless) return Promise.resolve(undefined)
    this.context ??= browserCommand('Target.createBrowserContext', {}).then((made) => made.browserContextId)
    return this.context
  }

  /** Lets a page of this session through to the server at `origin` (an app origin). @internal */
  async admit(cdp: CdpSession, origin: string): Promise<void> {
    const url = toLocal(`${origin}/`)
    if (!url) return
    this.pages.set(cdp, origin)
    const cookie = { name: cookieName, value: this.cookie, url, httpOnly: true, sameSite: 'Strict' as const }
    await cdp.send('Network.setCookie', cookie)
  }

  /** @internal */
  forget(cdp: CdpSession): void {
    this.pages.delete(cdp)
  }

  /** @internal */
  ownsCookie(header: string): boolean {
    return header.includes(`${cookieName}=${this.cookie}`)
  }

  /** The headers the app's `onHeadersReceived` leaves, or nothing when it refuses the response. @internal */
  filterHeaders(url: string, status: number, headers: NodeHeaders): Promise<NodeHeaders | undefined> {
    return this.webRequest.filterHeaders(url, status, headers)
  }
}

export const sessionOfCookie = (header = ''): HostSession | undefined =>
  [...sessions.values()].find((session) => session.ownsCookie(header))

function fromPartition(partition: string): HostSession {
  const known = sessions.get(partition)
  if (known) return known
  const made = new HostSession(partition)
  sessions.set(partition, made)
  return made
}

/** The module `session`. */
export const session = supplied('session', {
  fromPartition,
  get defaultSession() {
    return fromPartition('')
  },
})

type Supplied = Pick<
  Session,
  | 'isPersistent'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'clearStorageData'
  | 'clearCache'
>
fromPartition satisfies (partition: string) => Supplied
