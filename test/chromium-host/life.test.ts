import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { locateElectron } from '../../tools/chromium-host/locate.mjs'
import { type Fixture, fixturePath, freshFolder, launchFixture, onHost } from './launch.ts'

const env = (folder: string) => ({
  ...(process.env as Record<string, string>),
  FIXTURE_LOG: join(folder, 'events'),
})
const events = (folder: string): string[] =>
  existsSync(join(folder, 'events')) ? readFileSync(join(folder, 'events'), 'utf8').trim().split('\n') : []

/** Command lines of running programs that name the folder. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      const line = /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
      return line.includes(folder) ? [`${pid} ${line.replaceAll('\0', ' ')}`] : []
    } catch {
      return []
    }
  })

describe('the life of the app', () => {
  let folder: string
  let fixture: Fixture
  beforeEach(async () => {
    folder = freshFolder()
    fixture = await launchFixture({ folder, env: env(folder) })
  })
  afterEach(async () => {
    await fixture.close().catch(() => undefined)
    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('quitting closes the windows, then the app', async () => {
    await fixture.close()
    expect(events(folder)).toEqual(['ready', 'before-quit', 'close', 'closed', 'will-quit', 'quit'])
  })

  test('closing the last window is told to the app, which may quit', async () => {
    const child = fixture.app.process()
    const ended = once(child, 'exit')
    await fixture.app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined)
    await ended
    expect(events(folder)).toEqual([
      ...['ready', 'close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
    ])
    expect(child.exitCode).toBe(0)
  })

  test('a window may refuse to close, and then the app does not quit', async () => {
    const open = await fixture.app.evaluate(({ app, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.once('close', (event) => event.preventDefault())
      app.quit()
      window?.once('close', (event) => event.preventDefault())
      window?.close()
      return BrowserWindow.getAllWindows().length
    })
    expect(open).toBe(1)
    expect(await fixture.page.evaluate(() => document.title)).toBe('Fixture')
  })

  test('a second start tells the first and ends', async () => {
    const args = [fixturePath, `--user-data-dir=${join(folder, 'profile')}`, '--no-sandbox', '--hello']
    const second = spawn(locateElectron().executable, args, {
      env: { ...env(folder), FIXTURE_LOG: join(folder, 'second') },
    })
    await once(second, 'exit')
    expect(readFileSync(join(folder, 'second'), 'utf8')).toMatch(/^refused\n/)
    const seen = () =>
      fixture.app.evaluate(
        () =>
          (globalThis as never as { seen: { secondInstances: { argv: string[]; data: unknown }[] } }).seen
            .secondInstances,
      )
    await expect.poll(async () => (await seen()).length).toBe(1)
    const [told] = await seen()
    expect(told?.argv).toContain('--hello')
    expect(told?.data).toEqual({ from: 'fixture' })
  })

  test('two windows live side by side, each with its own page', async () => {
    const [page] = await Promise.all([
      fixture.app.waitForEvent('window'),
      fixture.app.evaluate(({ BrowserWindow }) => {
        const { openWindow } = globalThis as never as { openWindow(page: string, options: object): void }
        openWindow('other.html', {
          width: 420,
          height: 300,
          parent: BrowserWindow.getAllWindows()[0],
          modal: true,
        })
      }),
    ])
    await page.waitForSelector('h1')
    expect(await page.title()).toBe('Other')
    expect(await fixture.page.title()).toBe('Fixture')
    expect(
      await page.evaluate(() => (window.api.invoke as never as (c: string) => unknown)('sender')),
    ).toMatchObject({ url: 'app://bundle/other.html', isMainFrame: true })
    expect(fixture.app.windows()).toHaveLength(2)
    await page.close()
    await expect
      .poll(() => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1)
    expect(events(folder)).toEqual(['ready', 'close', 'closed'])
  })

  test('a hidden window loads, is ready and is shown, in this order', async () => {
    const order = await fixture.app.evaluate(async () => {
      const { openWindow } = globalThis as never as {
        openWindow(page: string, options: object): Electron.BrowserWindow
      }
      const window = openWindow('other.html', { show: false })
      const heard = [window.isVisible()] as unknown[]
      for (const event of ['did-navigate', 'dom-ready', 'did-finish-load'] as const)
        window.webContents.once(event as 'dom-ready', () => heard.push(event))
      await new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
      window.show()
      return [...heard.filter((event) => event !== 'did-finish-load'), window.isVisible()]
    })
    expect(order).toEqual([false, 'did-navigate', 'dom-ready', true])
  })

  test('what a page stores is there after a restart', async () => {
    await fixture.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    await fixture.close()
    fixture = await launchFixture({ folder, env: env(folder) })
    expect(await fixture.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
  })

  test('a partition in memory shares nothing with the profile', async () => {
    await fixture.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    const [page] = await Promise.all([
      fixture.app.waitForEvent('window'),
      fixture.app.evaluate(({ session, protocol }) => {
        const memory = session.fromPartition('memory')
        memory.protocol.handle(
          'app',
          () => new Response('<h1>memory</h1>', { headers: { 'content-type': 'text/html' } }),
        )
        const { openWindow } = globalThis as never as { openWindow(page: string, options: object): void }
        openWindow('index.html', { webPreferences: { partition: 'memory' } })
        return protocol.isProtocolHandled('app')
      }),
    ])
    await page.waitForSelector('h1')
    expect(await page.evaluate(() => [document.body.textContent, localStorage.getItem('kept')])).toEqual([
      'memory',
      null,
    ])
  })

  test('SIGTERM quits in order', async () => {
    const child = fixture.app.process()
    const ended = once(child, 'exit')
    process.kill(child.pid!, 'SIGTERM')
    await ended
    expect(events(folder).slice(-2)).toEqual(['will-quit', 'quit'])
  })

  test('a killed app leaves no process behind', async () => {
    const child = fixture.app.process()
    const ended = once(child, 'exit')
    process.kill(child.pid!, 'SIGKILL')
    await ended
    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([])
  })

  test.runIf(onHost)('when Chromium is killed the app ends as well', async () => {
    const child = fixture.app.process()
    const ended = once(child, 'exit')
    const browser = processesOf(folder).find(
      (line) => line.includes('--remote-debugging-pipe') && !line.includes('--type='),
    )
    process.kill(Number.parseInt(browser ?? '', 10), 'SIGKILL')
    await ended
    expect(child.exitCode).toBe(1)
  })

  test('after a kill the next start is not taken for a second one', async () => {
    const child = fixture.app.process()
    const ended = once(child, 'exit')
    process.kill(child.pid!, 'SIGKILL')
    await ended
    await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([])
    fixture = await launchFixture({ folder, env: env(folder) })
    expect(await fixture.page.title()).toBe('Fixture')
  })
})
