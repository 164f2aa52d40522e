import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, launchFixture } from './launch.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fixture's api is whatever the preload made of it
declare const api: any

describe('messages between page and main', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture()
  })
  afterAll(() => fixture.close())
  const inPage = <T>(run: () => T | Promise<T>) => fixture.page.evaluate(run)

  test('structured values come back as they were sent', async () => {
    const same = await inPage(async () => {
      const sent = {
        map: new Map<unknown, unknown>([['k', new Set([1])]]),
        date: new Date(5),
        pattern: /a+/gi,
        nothing: undefined,
        notNumber: Number.NaN,
        minusZero: -0,
        big: 12345678901234567890n,
        bytes: new Uint8Array([1, 2, 255]),
        floats: new Float64Array([0.1]),
      }
      const got = await api.invoke('echo', sent)
      return {
        map: [...got.map.get('k')],
        date: got.date.getTime(),
        pattern: String(got.pattern),
        nothing: 'nothing' in got && got.nothing === undefined,
        notNumber: Number.isNaN(got.notNumber),
        minusZero: Object.is(got.minusZero, -0),
        big: got.big === sent.big,
        bytes: [...got.bytes],
        floats: [...got.floats],
      }
    })
    expect(same).toEqual({
      map: [1],
      date: 5,
      pattern: '/a+/gi',
      nothing: true,
      notNumber: true,
      minusZero: true,
      big: true,
      bytes: [1, 2, 255],
      floats: [0.1],
    })
  })

  test('shared and circular references survive', async () => {
    expect(
      await fixture.app.evaluate(async ({ ipcMain, webContents }) => {
        ipcMain.handleOnce('loop', (_event, value) => value.self === value && value.a === value.b)
        return webContents
          .getAllWebContents()[0]
          ?.executeJavaScript('const v = {a: {}}; v.b = v.a; v.self = v; globalThis.loop = v; 1')
      }),
    ).toBe(1)
    expect(await inPage(() => api.invoke('echo', new Error('kept')).then((e: Error) => e.message))).toBe(
      'kept',
    )
  })

  test('an error in a handler reaches the page in the words of Electron', async () => {
    expect(await inPage(() => api.invoke('fail').catch((error: Error) => error.message))).toBe(
      "Error invoking remote method 'fail': TypeError: no such patient",
    )
  })

  test('a channel nobody handles is refused by name', async () => {
    expect(await inPage(() => api.invoke('nobody').catch((error: Error) => error.message))).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    )
  })

  test('a function cannot be sent to main', async () => {
    expect(await inPage(() => api.invoke('echo', () => 1).catch((error: Error) => error.message))).toBe(
      'An object could not be cloned.',
    )
  })

  test('a handler cannot answer with a function', async () => {
    expect(await inPage(() => api.invoke('bad-answer').catch((error: Error) => error.message))).toBe(
      "Error invoking remote method 'bad-answer': Error: An object could not be cloned.",
    )
  })

  test('a second handler for a channel is refused', async () => {
    expect(
      await fixture.app.evaluate(({ ipcMain }) => {
        try {
          return ipcMain.handle('echo', () => 0)
        } catch (error) {
          return (error as Error).message
        }
      }),
    ).toBe("Attempted to register a second handler for 'echo'")
  })

  test('the handler knows the frame that asks', async () => {
    expect(await inPage(() => api.invoke('sender'))).toEqual({
      isMainFrame: true,
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      parent: null,
      isWindow: true,
    })
  })

  test("a window's own handler goes before everybody's", async () => {
    await fixture.app.evaluate(({ BrowserWindow, ipcMain }) => {
      ipcMain.handle('where', () => 'ipcMain')
      BrowserWindow.getAllWindows()[0]?.webContents.ipc.handle('where', () => 'the window')
    })
    expect(await inPage(() => api.invoke('where'))).toBe('the window')
  })

  test('main answers a message with reply', async () => {
    expect(
      await inPage(
        () =>
          new Promise((resolve) => {
            api.once('answer', (...args: unknown[]) => resolve(args))
            api.send('ask', 42)
          }),
      ),
    ).toEqual([42, 'and more'])
  })

  test('events arrive in the order they were sent', async () => {
    await inPage(() => {
      const got: number[] = []
      Object.assign(window, { got, stop: api.on('tick', (n: number) => got.push(n)) })
    })
    await fixture.app.evaluate(({ BrowserWindow }) => {
      for (let n = 0; n < 100; n += 1) BrowserWindow.getAllWindows()[0]?.webContents.send('tick', n)
    })
    await fixture.page.waitForFunction(() => (window as never as { got: number[] }).got.length === 100)
    expect(await inPage(() => (window as never as { got: number[] }).got)).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    )
  })

  test('after unsubscribing nothing more arrives', async () => {
    await inPage(() => (window as never as { stop(): void }).stop())
    await fixture.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('tick', 'late'),
    )
    await inPage(() => api.invoke('echo', 0))
    expect(await inPage(() => (window as never as { got: unknown[] }).got.includes('late'))).toBe(false)
  })

  test('a big message and a small one behind it keep their order', async () => {
    expect(
      await inPage(async () => {
        const done: string[] = []
        await Promise.all([
          api.invoke('echo', new Uint8Array(3e6)).then((all: Uint8Array) => done.push(`big ${all.length}`)),
          api.invoke('echo', 'small').then((text: string) => done.push(text)),
        ])
        return done
      }),
    ).toEqual(['big 3000000', 'small'])
  })
})
