import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, launchFixture } from './launch.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fixture's api is whatever the preload made of it
type Api = any
declare const api: Api

describe('the bridge between preload and page', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture()
  })
  afterAll(() => fixture.close())
  const inPage = <T>(run: () => T | Promise<T>) => fixture.page.evaluate(run)

  test('what the preload exposes is there before the first script of the page', async () => {
    expect(await inPage(() => document.documentElement.dataset.apiAtStart)).toBe('object')
  })

  test('constants and nested values arrive as values', async () => {
    expect(await inPage(() => [api.platform, api.nested])).toEqual([
      process.platform,
      { list: [1, { two: 2 }] },
    ])
  })

  test('a function answers synchronously', async () => {
    expect(await inPage(() => api.add(2, 3))).toBe(5)
  })

  test('an async function answers with a promise', async () => {
    expect(await inPage(async () => [api.later(1) instanceof Promise, await api.later(7)])).toEqual([true, 7])
  })

  test('a callback of the page is called, in order, and its results come back', async () => {
    expect(await inPage(() => api.each([1, 2, 3], (n: number) => n * 10))).toEqual([10, 20, 30])
  })

  test('an error keeps its message across the bridge', async () => {
    expect(
      await inPage(() => {
        try {
          return api.fail()
        } catch (error) {
          return [error instanceof Error, (error as Error).message]
        }
      }),
    ).toEqual([true, 'too far'])
  })

  test('the exposed object can be neither changed nor replaced', async () => {
    const changed = await inPage(() => {
      const attempt = (change: () => unknown) => {
        try {
          change()
        } catch {
          // Strict code throws, sloppy code is ignored: both leave the object as it was.
        }
      }
      attempt(() => Object.assign(window, { api: null }))
      attempt(() => Object.assign(api, { add: null }))
      return typeof api.add
    })
    expect(changed).toBe('function')
  })

  test('the same key cannot be exposed twice', async () => {
    expect(await inPage(() => api.exposeTwice())).toBe(
      'Cannot bind an API on top of an existing property on the window object',
    )
  })

  test('the page sees no Node and no Electron', async () => {
    expect(
      await inPage(() =>
        ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'fromPreload'].filter(
          (name) => name in window,
        ),
      ),
    ).toEqual([])
  })

  test('the preload sees nothing the page puts on its window', async () => {
    expect(await inPage(() => api.sharesGlobals())).toBe(false)
  })

  test('the preload may require nothing but electron', async () => {
    expect(await inPage(() => api.requireErrors())).toEqual([true, true, true])
  })

  test('the preload knows the version of Electron', async () => {
    expect(await inPage(() => api.electronVersion)).toMatch(/^\d+\.\d+\.\d+/)
  })

  test('a file made in the page has no path', async () => {
    expect(await inPage(() => api.pathOf(new File(['x'], 'x.txt')))).toBe('')
  })

  test('binary data crosses as binary data', async () => {
    expect(await inPage(() => [api.kindOf(new Uint8Array(3)), api.same(new Float32Array([1.5]))[0]])).toEqual(
      ['[object Uint8Array]', 1.5],
    )
  })
})
