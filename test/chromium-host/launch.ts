import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { chooseElectron } from '../../tools/chromium-host/locate.mjs'

const { real, executable } = chooseElectron()

/** True on the stand-in, for the few rules that are the host's own. */
export const onHost = !real

/** What the fixture's preload exposes, loosely: each test says what it expects. */
declare global {
  interface Window {
    api: Record<string, (...args: never[]) => unknown>
  }
}

export interface Fixture {
  app: ElectronApplication
  page: Page
  folder: string
  close(): Promise<void>
}

interface Options {
  /** A profile to use again; else a fresh one, removed at the end. */
  folder?: string
  args?: string[]
  env?: Record<string, string>
  /** Without Playwright's loader, which appends switches of its own, `--password-store=basic` among them. */
  bare?: boolean
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'host-suite-'))
export const fixturePath: string = join(import.meta.dirname, 'fixture')

/** Starts the fixture app and waits for its first page. */
export async function launchFixture(options: Options = {}): Promise<Fixture> {
  const folder = options.folder ?? freshFolder()
  const app = await _electron.launch({
    ...(options.bare ? { executablePath: executable } : {}),
    args: [fixturePath, `--user-data-dir=${join(folder, 'profile')}`, ...(options.args ?? [])],
    env: options.env ?? (process.env as Record<string, string>),
    // Else Playwright would fix `prefers-color-scheme` and hide what nativeTheme does.
    colorScheme: null,
  })
  const page = await app.firstWindow()
  await page.waitForSelector('h1')
  return {
    app,
    page,
    folder,
    async close() {
      await app.close()
      if (!options.folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
