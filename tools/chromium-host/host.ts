import { randomBytes } from 'node:crypto'

/** What every part of the host may know of the run. */
export const host = {
  /** Set once the browser is up and `ready` has been emitted. */
  ready: false,
  /** Set from `before-quit` on; closing windows then no longer means `window-all-closed`. */
  quitting: false,
  /** Without a display, or when asked: no window is shown. */
  headless: !process.env.DISPLAY || process.env.ELECTRON_HOST_HEADLESS === '1',
  /** The loopback server's port. */
  port: 0,
  chromiumVersion: '',
  /** What `nativeTheme.themeSource` asks the pages to prefer; empty leaves it to the system. */
  colorScheme: '' as '' | 'light' | 'dark',
}

/** Paths under this prefix belong to the host and never reach the app's protocol handler. */
export const hostPath = '/__electron_host__'
/** An empty page of the app's origin, where each window begins. */
export const blankPath = `${hostPath}/blank`

export const secret = (): string => randomBytes(16).toString('hex')

export const say = (text: string): void => void process.stderr.write(`electron-host: ${text}\n`)
