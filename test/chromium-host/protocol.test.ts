import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, launchFixture } from './launch.ts'

describe('the app scheme', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture()
  })
  afterAll(() => fixture.close())
  const inPage = <T>(run: () => T | Promise<T>) => fixture.page.evaluate(run)

  test('is a secure context', async () => {
    expect(await inPage(() => [isSecureContext, typeof crypto.subtle])).toEqual([true, 'object'])
  })

  test('main knows the page by its app URL', async () => {
    expect(
      await fixture.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
      ),
    ).toBe('app://bundle/index.html')
  })

  test('the handler sees app URLs, and none of the host in the headers', async () => {
    const { url, headers } = await inPage(async () => (await fetch('request?q=1')).json())
    expect(url).toBe('app://bundle/request?q=1')
    expect(headers).not.toContain('cookie')
    expect(headers).not.toContain('host')
  })

  test('a range is answered with that range', async () => {
    expect(
      await inPage(async () => {
        const got = await fetch('range', { headers: { range: 'bytes=250-259' } })
        return [got.status, got.headers.get('content-range'), ...new Uint8Array(await got.arrayBuffer())]
      }),
    ).toEqual([206, 'bytes 250-259/1048576', 250, 0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('a range beyond the end is refused', async () => {
    expect(
      await inPage(async () => {
        const got = await fetch('range', { headers: { range: 'bytes=9999999-' } })
        return [got.status, got.headers.get('content-range')]
      }),
    ).toEqual([416, 'bytes */1048576'])
  })

  test('a body streams, and main hears when the reader goes away', async () => {
    const read = await inPage(async () => {
      const stop = new AbortController()
      const reader = (await fetch('endless', { signal: stop.signal })).body?.getReader()
      const first = await reader?.read()
      stop.abort()
      return first?.value?.length
    })
    expect(read).toBeGreaterThan(0)
    await expect
      .poll(() =>
        fixture.app.evaluate(() => (globalThis as never as { seen: { aborted: number } }).seen.aborted),
      )
      .toBe(1)
  })

  test('a posted body arrives whole', async () => {
    const size = 5_000_000
    const sent = await inPage(async () => {
      const body = new Uint8Array(5_000_000).map((_, index) => index % 253)
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
      const answer = await (await fetch('digest', { method: 'POST', body })).json()
      return { answer, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') }
    })
    expect(sent.answer).toEqual({ size, sha256: sent.sha256 })
  })

  test('a missing file is 404, and a broken handler is a failed request', async () => {
    expect(
      await inPage(async () => [
        (await fetch('missing.js')).status,
        await fetch('broken').then(
          () => 'answered',
          (error: Error) => error.name,
        ),
      ]),
    ).toEqual([404, 'TypeError'])
  })

  test('a path cannot climb out of the app', async () => {
    const { url } = await inPage(async () => (await fetch('../../request')).json())
    expect(url).toBe('app://bundle/request')
  })
})
