import type { Session } from 'electron'
import { browserCommand } from './browser.ts'
import { toLocal } from './origins.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type Permission = Parameters<NonNullable<RequestHandler>>[1]

/** Electron's name for a permission beside Chromium's. */
const permissions: [Permission, string][] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['keyboardLock', 'keyboard-lock'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['pointerLock', 'pointer-lock'],
  ['speaker-selection', 'speaker-selection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
]

/**
 * A session's permission handlers. Chromium asks nobody here, so each handler is asked about each permission once,
 * when a window loads an origin, and Chromium is told the answers beforehand.
 */
export function createPermissions() {
  let onRequest: RequestHandler = null
  let onCheck: CheckHandler = null

  /** Without handlers Electron grants everything, and so does the host. */
  async function allows(contents: unknown, permission: Permission, url: string): Promise<boolean> {
    const details = { isMainFrame: true, requestingUrl: url }
    const origin = new URL(url).href
    const asked = contents as Parameters<NonNullable<RequestHandler>>[0]
    if (onCheck && !onCheck(asked, permission as never, origin, { ...details, securityOrigin: origin }))
      return false
    const request = onRequest
    if (!request) return true
    return new Promise((resolve) => request(asked, permission, resolve, details as never))
  }

  return {
    setPermissionRequestHandler: (handler: RequestHandler): void => {
      onRequest = handler
    },
    setPermissionCheckHandler: (handler: CheckHandler): void => {
      onCheck = handler
    },
    /** Tells Chromium what the app allows `origin` (an app origin) in the given browser context. */
    async settle(contents: unknown, origin: string, browserContextId: string | undefined): Promise<void> {
      const local = toLocal(`${origin}/`)
      if (!local) return
      await Promise.all(
        permissions.map(async ([permission, name]) => {
          const setting = (await allows(contents, permission, `${origin}/`)) ? 'granted' : 'denied'
          await browserCommand('Browser.setPermission', {
            permission: { name },
            setting,
            origin: local.slice(0, -1),
            ...(browserContextId ? { browserContextId } : {}),
            // A name this Chromium does not know cannot be asked for either.
          }).catch(() => undefined)
        }),
      )
    },
  }
}
