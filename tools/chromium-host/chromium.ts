import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { CdpConnection } from './cdp.ts'
import { chromiumSwitches } from './command-line.ts'
import { host } from './host.ts'

/** Debian's own binary: /usr/bin/chromium is a wrapper that adds extensions and API keys. */
const binary = process.env.ELECTRON_HOST_CHROMIUM ?? '/usr/lib/chromium/chromium'

/** What Electron has no part of. The address bar's popups alone load two pages in every window, unseen. */
const absent = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
]

const quiet = [
  '--test-type',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-popup-blocking',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${absent.join()}`,
  // A process less at every start.
  '--enable-features=NetworkServiceInProcess2',
  '--password-store=basic',
  '--log-level=3',
]

export interface Chromium {
  cdp: CdpConnection
  /** Resolves when the browser process has ended, for whatever reason. */
  exited: Promise<void>
  /** Ends the whole process group at once; safe to call in an `exit` handler. */
  kill(): void
  /** Opens a chromeless window in the running browser (headful only). */
  openAppWindow(url: string, incognito: boolean): void
}

/** Starts Chromium with no window. It lives as long as the debugging pipe, so it cannot outlive the host. */
export function startChromium(userData: string): Chromium {
  const profile = join(userData, 'HostProfile')
  mkdirSync(profile, { recursive: true })
  const common = [
    ...quiet,
    // A root user has no sandbox in Chromium; anyone else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
  ]
  const child = spawn(
    binary,
    [
      ...common,
      ...chromiumSwitches(),
      ...(host.headless ? ['--headless=new'] : []),
      '--remote-debugging-pipe',
      '--no-startup-window',
      // The app's own origin and this machine; what a page may reach of it is its policy's to say.
      `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${host.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
    // A group of its own: Ctrl+C then reaches the host alone, which closes the windows in order.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  forwardDevToolsLine(child)
  const [, , , writer, reader] = child.stdio as [null, null, Readable, Writable, Readable]
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      process.stderr.write(`electron-host: cannot start ${binary}: ${error.message}\n`)
      resolve()
    })
  })
  return {
    cdp: new CdpConnection(writer, reader),
    exited,
    kill: () => killGroup(child),
    openAppWindow: (url, incognito) => {
      const flags = [...(incognito ? ['--incognito'] : []), `--app=${url}`]
      // A second start of the same profile hands its window to the running browser and ends.
      spawn(binary, [...common, ...flags], { stdio: 'ignore' })
    },
  }
}

/** Playwright waits for this one line; the rest of Chromium's chatter is dropped. */
function forwardDevToolsLine(child: ChildProcess): void {
  if (!child.stderr) return
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`)
  })
}

function killGroup(child: ChildProcess): void {
  if (!child.pid) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
