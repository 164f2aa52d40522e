import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { locateElectron } from '../chromium-host/locate.mjs'
import { buildAll } from '../demo/build.ts'
import { type DemoClinic, openDemoClinic } from '../demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../demo/surroundings.ts'

export const ROOT: string = join(import.meta.dirname, '../..')

/** A busy machine is slow, not wrong: nothing here is timed, and what is there at once is not waited for. */
const PATIENCE_MS = 60_000

export type LaunchOptions = {
  /** Where app, chain and keyring keep their things; used again after a restart, else fresh and removed at the end. */
  readonly folder?: string
  /** The app's folder, for one that has been unpacked from its archive. */
  readonly app?: string
  /**
   * A clinic that is already open, for a second app in it; null for an app that knows of none; else one is opened and
   * closed with the app.
   */
  readonly clinic?: DemoClinic | null
  /** Where the keys go; else a private keyring in the folder, opened and closed with the app. */
  readonly surroundings?: Surroundings
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export type Launched = {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  readonly clinic: DemoClinic | null
  /** How this app was started, to start it once more beside or after it. */
  readonly command: { readonly executable: string; readonly args: readonly string[]; readonly env: Env }
  readonly close: () => Promise<void>
}

type Env = Record<string, string>

/**
 * Nothing slides or fades, as for people who have asked for that. By Playwright, which tells each page otherwise itself; a
 * window that is closed meanwhile needs no telling.
 */
const still = (window: Page): Promise<void> =>
  window.emulateMedia({ reducedMotion: 'reduce' }).catch(() => undefined)

/** The next window that an app opens. Playwright would give it half the time that a page's own things get. */
export const nextWindow = (app: ElectronApplication): Promise<Page> =>
  app.waitForEvent('window', { timeout: PATIENCE_MS })

/** What this process has started and not yet closed. */
export const running = new Set<ElectronApplication>()

/** The built app with a demo clinic and a keyring of its own, started as a person would, without a display. */
export async function launchApp(options: LaunchOptions = {}): Promise<Launched> {
  if (options.app === undefined && !existsSync(join(ROOT, 'out/main/index.js'))) buildAll()
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'medical-chain-e2e-'))
  const clinic = options.clinic === undefined ? await openDemoClinic(join(folder, 'chain')) : options.clinic
  const surroundings = options.surroundings ?? (await prepareKeyring(folder))
  const { executable } = locateElectron()
  const args = [
    options.app ?? ROOT,
    `--user-data-dir=${join(folder, 'app')}`,
    ...(clinic === null ? [] : [`--network=${clinic.networkFile}`]),
    ...surroundings.flags,
    ...(options.args ?? []),
  ]
  const env = { ...surroundings.env, ELECTRON_HOST_HEADLESS: '1', ...options.env }
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: ROOT,
    env,
    // Else Playwright would fix `prefers-color-scheme` and hide what the app's own setting does.
    colorScheme: null,
  })
  running.add(app)
  app.context().setDefaultTimeout(PATIENCE_MS)
  app.context().on('page', (window) => void still(window))
  const page = await app.firstWindow()
  await still(page)
  // It is empty until main has loaded its own.
  await page.waitForURL(/\.html/, { waitUntil: 'load' })
  const close = async (): Promise<void> => {
    running.delete(app)
    await app.close()
    if (options.surroundings === undefined) await surroundings.stop()
    if (options.clinic === undefined) await clinic?.stop()
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { app, page, folder, clinic, command: { executable, args, env }, close }
}
