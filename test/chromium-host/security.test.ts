import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, launchFixture } from './launch.ts'

interface Seen {
  popups: string[]
  navigations: string[]
}

describe('what a page may not do', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture()
  })
  afterAll(() => fixture.close())
  const inPage = <T>(run: () => T | Promise<T>) => fixture.page.evaluate(run)
  const seen = (): Promise<Seen> => fixture.app.evaluate(() => (globalThis as never as { seen: Seen }).seen)
  const url = () =>
    fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())

  test('an inline script is stopped by the policy', async () => {
    expect(await inPage(() => document.documentElement.dataset.inline)).toBeUndefined()
  })

  test('eval is stopped by the policy', async () => {
    // From a script of the page's own: Playwright's evaluation is exempt.
    expect(
      await inPage(() => {
        const script = document.createElement('script')
        script.textContent = 'document.documentElement.dataset.late = "ran"'
        document.head.append(script)
        return document.documentElement.dataset.late
      }),
    ).toBeUndefined()
  })

  test('no host outside the app can be reached', async () => {
    expect(
      await inPage(() =>
        Promise.all(
          ['https://example.org/', 'http://127.0.0.1:80/', 'http://localhost:9/'].map((outside) =>
            fetch(outside, { mode: 'no-cors' }).then(
              () => 'reached',
              () => 'failed',
            ),
          ),
        ),
      ),
    ).toEqual(['failed', 'failed', 'failed'])
  })

  test('window.open is put to main, which refuses', async () => {
    // Electron returns null; the host a window that is closed at once.
    await inPage(() => Object.assign(window, { opened: window.open('https://example.org/opened') }))
    await expect
      .poll(() => inPage(() => (window as never as { opened: Window | null }).opened?.closed ?? true))
      .toBe(true)
    await expect.poll(async () => (await seen()).popups).toContain('https://example.org/opened')
    expect(fixture.app.windows()).toHaveLength(1)
  })

  test('a link to a new window is put to main, which refuses', async () => {
    await fixture.page.click('#popup')
    await expect.poll(async () => (await seen()).popups).toContain('https://example.org/')
    expect(fixture.app.windows()).toHaveLength(1)
  })

  test('a link is put to main, which stays', async () => {
    await fixture.page.click('#away')
    await expect.poll(async () => (await seen()).navigations).toContain('app://bundle/other.html?clicked')
    expect(await url()).toBe('app://bundle/index.html')
    expect(await inPage(() => document.title)).toBe('Fixture')
  })

  test('location.href to another site is put to main, which stays', async () => {
    await inPage(() => {
      location.href = 'https://example.org/away'
    })
    await expect.poll(async () => (await seen()).navigations).toContain('https://example.org/away')
    expect(await url()).toBe('app://bundle/index.html')
  })

  test('a download is told to main, and a cancelled one is not saved', async () => {
    await fixture.app.evaluate(({ session }) =>
      session.defaultSession.once('will-download', (_event, item) => {
        Object.assign(globalThis, { download: item.getFilename() })
        item.cancel()
      }),
    )
    await inPage(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'record.txt'
      link.click()
    })
    const told = () => fixture.app.evaluate(() => (globalThis as never as { download?: string }).download)
    await expect.poll(told).toBe('record.txt')
  })

  test('main may refuse a request', async () => {
    await fixture.app.evaluate(({ session }) => {
      const { webRequest } = session.defaultSession
      webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url.includes('refused') }))
      const { openWindow } = globalThis as never as { openWindow(page: string): void }
      openWindow('other.html')
    })
    // By its address: a window that was refused above may be told of late, and is closed then.
    const opened = () => fixture.app.windows().find((window) => window.url().endsWith('other.html'))
    await expect.poll(opened).toBeDefined()
    const page = opened()!
    await page.waitForSelector('h1')
    const outcomes = await page.evaluate(() =>
      Promise.all(
        ['request', 'request?refused'].map((path) =>
          fetch(path).then(
            (got) => got.ok,
            () => 'refused',
          ),
        ),
      ),
    )
    expect(outcomes).toEqual([true, 'refused'])
    await fixture.app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
    await page.close()
  })

  test('permissions are what the handlers say', async () => {
    expect(
      await inPage(() =>
        Promise.all(
          ['notifications', 'geolocation', 'camera', 'clipboard-read'].map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
      ),
    ).toEqual(['granted', 'denied', 'denied', 'denied'])
  })

  test('a navigation main allows takes place', async () => {
    await inPage(() => {
      location.href = 'other.html?allowed'
    })
    await expect.poll(url).toBe('app://bundle/other.html?allowed')
  })
})
