import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './support/bridge.ts'
import { type Launched, launchApp, ROOT } from './support/launch.ts'

/** A page of the app, as Electron names it and as the Chromium host serves it. */
const OURS = /^(app:\/\/bundle|http:\/\/bundle\.app\.localhost)\//
const PERMISSIONS = [
  ...['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'],
  ...['window-management', 'idle-detection', 'display-capture'],
]

let launched: Launched
beforeAll(async () => {
  launched = await launchApp()
})
afterAll(() => launched?.close())

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => launched.page.evaluate(run)

describe('the main window', () => {
  it('shows a page of the app’s own scheme (1, 18)', async () => {
    const url = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
    )
    expect(url).toMatch(/^app:\/\/bundle\/index\.html/)
  })

  it('loads nothing from anywhere else (1)', async () => {
    const urls: string[] = []
    const note = (request: { url: () => string }): void => void urls.push(request.url())
    launched.page.on('request', note)
    await launched.page.reload()
    await launched.page.waitForSelector('#root > :not(style)')
    launched.page.off('request', note)
    expect(urls.length).toBeGreaterThan(2)
    expect(urls.filter((url) => !OURS.test(url) && !/^(data|blob):/.test(url))).toEqual([])
  })

  it('is sandboxed, isolated and without Node (2, 3, 4, 6, 8, 9, 10)', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      // Electron's typings leave it out.
      type Known = { getLastWebPreferences(): Record<string, unknown> }
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as Known
      const found = contents.getLastWebPreferences()
      return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value !== 'object'))
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    for (const off of [
      ...['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent'],
      ...['experimentalFeatures', 'enableBlinkFeatures', 'plugins', 'javascriptCanOpenWindowsAutomatically'],
    ]) {
      expect(preferences[off] ?? false, off).toBe(false)
    }
  })

  it('has nothing of Node in its page (2)', async () => {
    const found = await inPage(() =>
      ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(found).toEqual([])
  })

  it('gives its page three functions, and never an event of Electron’s (20)', async () => {
    const shape = await inPage(() =>
      Object.entries(window.medicalChain)
        .map(([name, value]) => `${name}: ${typeof value}`)
        .sort(),
    )
    expect(shape).toEqual(['call: function', 'offer: function', 'on: function'])
    expect(await inPage(() => 'medicalChainConfirm' in window)).toBe(false)
    const heard = inPage(
      () =>
        new Promise<unknown[]>((done) => {
          window.medicalChain.on('settings.changed', (...args: unknown[]) => done(args))
        }),
    )
    const { appearance } = await ask<{ appearance: string }>(launched.page, 'settings.read')
    await ask(launched.page, 'settings.write', { appearance })
    expect(await heard).toEqual([expect.objectContaining({ appearance })])
  })

  it('asks the system for nothing but to write to the clipboard (5)', async () => {
    const states = await launched.page.evaluate(
      (names) =>
        Promise.all(
          names.map((name) =>
            navigator.permissions.query({ name: name as PermissionName }).then(
              ({ state }) => `${name}: ${state}`,
              () => `${name}: unknown`,
            ),
          ),
        ),
      PERMISSIONS,
    )
    // A name that this Chromium does not know asks for nothing.
    expect(states.filter((state) => !/: (denied|unknown)$/.test(state))).toEqual([])
    expect(states).toEqual(expect.arrayContaining(['geolocation: denied', 'camera: denied']))
    const media = await inPage(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        () => 'refused',
      ),
    )
    expect(media).toBe('refused')
  })

  it('keeps nothing on disk: its session is in memory', async () => {
    const persistent = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.session.isPersistent(),
    )
    expect(persistent).toBe(false)
  })
})

describe('the app', () => {
  it('is one on a machine: a second start ends, and the first stays (single instance)', async () => {
    const { executable, args, env } = launched.command
    const second = spawnSync(executable, args, { cwd: ROOT, env, timeout: 30_000, encoding: 'utf8' })
    expect({ status: second.status, signal: second.signal }).toEqual({ status: 0, signal: null })
    expect(launched.app.windows()).toHaveLength(1)
  })

  it('runs on the Electron that package.json names (16)', async () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: { electron: string }
    }
    const version = await launched.app.evaluate(() => process.versions.electron)
    expect(version?.replace(/[-+].*$/, '')).toBe(devDependencies.electron)
  })
})
