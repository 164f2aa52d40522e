import type { Clipboard, CrashReporter, Dialog, NativeImage, Screen, Shell } from 'electron'
import { HostEmitter } from './events.ts'
import { supplied } from './supplied.ts'

/** Without a user nobody answers a dialog, and a guessed answer would make a test lie. */
const needsUser = (name: string) => (): never => {
  throw new Error(`electron-host: dialog.${name} has no user here; a test must replace it`)
}

export const dialog = supplied('dialog', {
  showOpenDialog: needsUser('showOpenDialog'),
  showSaveDialog: needsUser('showSaveDialog'),
  showMessageBox: needsUser('showMessageBox'),
  showErrorBox: needsUser('showErrorBox'),
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>)

const opened: string[] = []

/** Opens nothing; `shell.opened` tells a test what would have been. */
export const shell = supplied('shell', {
  opened,
  openExternal: async (url) => void opened.push(url),
  openPath: async (path) => {
    opened.push(path)
    return ''
  },
  showItemInFolder: (path) => void opened.push(path),
  beep: () => undefined,
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> & { opened: string[] })

let clipped = ''

/** A clipboard of the process's own. */
export const clipboard = supplied('clipboard', {
  readText: async () => clipped,
  writeText: async (text) => {
    clipped = text
  },
  clear: () => {
    clipped = ''
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'clear'>)

export class HostPowerMonitor extends HostEmitter {
  readonly onBatteryPower = false

  constructor() {
    super('powerMonitor', [
      ...['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery'],
      ...['user-did-become-active', 'user-did-resign-active', 'thermal-state-change', 'speed-limit-change'],
    ])
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(_threshold: number): 'active' {
    return 'active'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

/** Never idle, never asleep by itself: a test emits the events it wants. */
export const powerMonitor = new HostPowerMonitor()

const area = { x: 0, y: 0, width: 1400, height: 900 }
const display = {
  id: 1,
  label: 'host',
  bounds: area,
  workArea: area,
  size: area,
  workAreaSize: area,
  scaleFactor: 1,
  rotation: 0,
}

export const screen = supplied('screen', {
  getPrimaryDisplay: () => display as unknown as Electron.Display,
  getAllDisplays: () => [display as unknown as Electron.Display],
  getDisplayMatching: () => display as unknown as Electron.Display,
} satisfies Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching'>)

const emptyImage = (): NativeImage =>
  supplied('nativeImage', { isEmpty: () => true, getSize: () => ({ width: 0, height: 0 }) }) as NativeImage

/** Nothing here draws icons, so every image is an empty one. */
export const nativeImage = supplied('nativeImage', {
  createEmpty: emptyImage,
  createFromPath: (_path: string) => emptyImage(),
  createFromDataURL: (_url: string) => emptyImage(),
  createFromBuffer: (_buffer: Buffer) => emptyImage(),
})

export const crashReporter = supplied('crashReporter', {
  start: () => undefined,
} satisfies Pick<CrashReporter, 'start'>)

/** No desktop to notify: an app asks `isSupported` first. */
export const Notification = supplied('Notification', { isSupported: () => false })

/** Network requests of main's own: Node's `fetch`, without Chromium's proxy settings or cookies. */
export const net = supplied('net', { fetch: globalThis.fetch, isOnline: () => true })
