import { events } from './browser.ts'
import type { HostBrowserWindow } from './browser-window.ts'
import { lifecycle } from './lifecycle.ts'

const open: HostBrowserWindow[] = []
let focused: HostBrowserWindow | null = null

export const allWindows = (): HostBrowserWindow[] => [...open]
export const focusedWindow = (): HostBrowserWindow | null => focused

export function addWindow(window: HostBrowserWindow): void {
  open.push(window)
  lifecycle.emit('window-created', window)
}

/** Nobody clicks in a headless browser: focus follows what the app shows, focuses and closes. */
export function focusWindow(window: HostBrowserWindow | null): void {
  if (window === focused) return
  const before = focused
  focused = window
  if (before && !before.isDestroyed()) {
    before.emit('blur', {})
    lifecycle.emit('window-blur', before)
  }
  if (!window) return
  window.emit('focus', {})
  lifecycle.emit('window-focus', window)
}

export function removeWindow(window: HostBrowserWindow): void {
  const at = open.indexOf(window)
  if (at < 0) return
  open.splice(at, 1)
  if (focused === window) {
    focused = null
    focusWindow(open.findLast((other) => other.isVisible()) ?? null)
  }
  lifecycle.emit('window-closed')
}

const windowOf = (targetId: string): HostBrowserWindow | undefined =>
  open.find(({ webContents }) => webContents.link.targetId === targetId)

events.closed = (targetId) => windowOf(targetId)?.pageClosed()
events.crashed = (targetId) => {
  const contents = windowOf(targetId)?.webContents
  const details = { reason: 'crashed', exitCode: 1 }
  contents?.emit('render-process-gone', {}, details)
  if (contents) lifecycle.emit('contents-crashed', contents, details)
}
