import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Launched, launchApp } from './support/launch.ts'

const HELP = ['https://medical-chain.example/help', 'https://medical-chain.example/security']
const NOT_OURS = [
  'file:///etc/passwd',
  'smb://server/share',
  'javascript:alert(1)',
  '\\\\server\\share\\run.exe',
  'file://server/share/run.exe',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'vbscript:x',
  'data:text/html,<script>1</script>',
  'http://medical-chain.example/help',
  'https://medical-chain.example/help/../run',
  'https://medical-chain.example/help?next=file:',
  'https://medical-chain.example/help#x',
  'https://medical-chain.example/helpx',
  'https://medical-chain.example.evil.example/help',
  'https://person@medical-chain.example/help',
  'https://medical-chain.example:8443/help',
]

let launched: Launched
beforeAll(async () => {
  launched = await launchApp()
  await launched.page.waitForSelector('#root > :not(style)')
})
afterAll(() => launched?.close())

const inPage = <T>(run: () => T | Promise<T>): Promise<T> => launched.page.evaluate(run)
const address = (): Promise<string> =>
  launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())

describe('the content security policy stops (7)', () => {
  beforeAll(() =>
    inPage(() => {
      const seen: string[] = []
      document.addEventListener(
        'securitypolicyviolation',
        (event) => void seen.push(event.effectiveDirective),
      )
      Object.assign(window, { seen })
    }),
  )

  const violations = async (run: () => unknown): Promise<string[]> => {
    await inPage(() => (window as never as { seen: string[] }).seen.splice(0))
    await inPage(run)
    const seen = (): Promise<string[]> => inPage(() => [...(window as never as { seen: string[] }).seen])
    await expect.poll(seen).not.toEqual([])
    return seen()
  }

  it('an inline script', async () => {
    const seen = await violations(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.ran = "inline"'
      document.head.append(script)
    })
    expect(seen).toContain('script-src-elem')
  })

  it('an inline event handler', async () => {
    const seen = await violations(() => {
      const button = document.createElement('button')
      button.setAttribute('onclick', 'document.documentElement.dataset.ran = "handler"')
      document.body.append(button)
      button.click()
      button.remove()
    })
    expect(seen).toContain('script-src-attr')
  })

  it('eval', async () => {
    // Later and by the page itself: Playwright's own evaluation is exempt.
    const seen = await violations(
      () =>
        new Promise((done) => {
          setTimeout(() => {
            try {
              Reflect.construct(Function, ['document.documentElement.dataset.ran = "eval"'])()
            } catch {}
            done(null)
          })
        }),
    )
    expect(seen).toContain('script-src')
  })

  it('a script of another site', async () => {
    const seen = await violations(() => {
      const script = document.createElement('script')
      script.src = 'https://example.org/x.js'
      document.head.append(script)
    })
    expect(seen).toContain('script-src-elem')
  })

  it('a picture of another site', async () => {
    const seen = await violations(() => {
      new Image().src = 'https://example.org/x.png'
    })
    expect(seen).toContain('img-src')
  })

  it('fetch, a beacon and a socket to another site', async () => {
    const seen = await violations(async () => {
      await fetch('https://example.org/').catch(() => undefined)
      navigator.sendBeacon('https://example.org/', 'x')
      try {
        new WebSocket('wss://example.org/')
      } catch {}
    })
    expect(new Set(seen)).toEqual(new Set(['connect-src']))
    expect(seen.length).toBeGreaterThanOrEqual(3)
  })

  it('frames, objects and workers made of text', async () => {
    const seen = await violations(async () => {
      const made = ['https://example.org/', 'data:text/html,x'].map((src) =>
        Object.assign(document.createElement('iframe'), { src }),
      )
      const thing = Object.assign(document.createElement('object'), { data: 'https://example.org/x' })
      document.body.append(...made, thing)
      try {
        new Worker(URL.createObjectURL(new Blob(['1'])))
      } catch {}
      await new Promise((done) => setTimeout(done, 500))
      for (const part of [...made, thing]) part.remove()
    })
    expect(new Set(seen)).toEqual(new Set(['frame-src', 'object-src', 'worker-src']))
  })

  it('a form and another base', async () => {
    const seen = await violations(async () => {
      const base = Object.assign(document.createElement('base'), { href: 'https://example.org/' })
      const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' })
      document.head.append(base)
      document.body.append(form)
      form.submit()
      await new Promise((done) => setTimeout(done, 500))
      base.remove()
      form.remove()
    })
    expect(new Set(seen)).toEqual(new Set(['base-uri', 'form-action']))
  })

  it('and nothing of it ran', async () => {
    expect(await inPage(() => document.documentElement.dataset.ran)).toBeUndefined()
  })
})

describe('the page stays where it is (13, 14)', () => {
  it.each([
    [
      'a link',
      () => {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.org/link' })
        document.body.append(link)
        link.click()
        link.remove()
      },
    ],
    ['a new location', () => location.assign('https://example.org/location')],
    ['a file', () => location.assign('file:///etc/passwd')],
    ['another page of the app', () => location.assign('/confirm.html')],
    [
      'a refresh',
      () => {
        const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh' })
        meta.content = '0;url=https://example.org/refresh'
        document.head.append(meta)
      },
    ],
  ])('%s leads nowhere', async (_, leave) => {
    const before = await address()
    await inPage(leave)
    await new Promise((done) => setTimeout(done, 700))
    expect(await address()).toBe(before)
    expect(await inPage(() => document.querySelector('#root') !== null)).toBe(true)
  })

  it('a webview does not attach (11, 12)', async () => {
    const contents = (): Promise<number> =>
      launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    const before = await contents()
    await inPage(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.org/')
      document.body.append(view)
    })
    await new Promise((done) => setTimeout(done, 500))
    expect(await contents()).toBe(before)
  })

  it('window.open opens no window, and the system only what is named letter by letter (14, 15)', async () => {
    await launched.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    const opened = (): Promise<string[]> =>
      launched.app.evaluate(() => [...(globalThis as never as { opened: string[] }).opened])
    for (const url of [...NOT_OURS, ...HELP]) {
      await launched.page.evaluate((target) => void window.open(target, '_blank', 'noopener'), url)
    }
    await expect.poll(opened).toEqual(HELP)
    await expect.poll(() => launched.app.windows().length).toBe(1)
  })
})

describe('the app’s scheme serves the bundle alone (18)', () => {
  it.each([
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fmain%2findex.js',
    '/..%2fpreload%2findex.cjs',
    '/..%5c..%5cpackage.json',
    '/%2fetc%2fpasswd',
    '/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/index.html%00.js',
    '/%',
    '/content/00000000-0000-0000-0000-000000000000',
    '/content/..%2findex.html%2f',
    '/assets/',
    '/nothing.html',
  ])('not %s', async (path) => {
    const status = await launched.page.evaluate(
      (target) =>
        fetch(target).then(
          (response) => response.status,
          () => 0,
        ),
      path,
    )
    expect([0, 400, 403, 404, 500]).toContain(status)
  })

  it('and takes nothing in', async () => {
    const status = await inPage(() =>
      fetch('/index.html', { method: 'POST', body: 'x' }).then((r) => r.status),
    )
    expect(status).toBe(403)
  })
})
