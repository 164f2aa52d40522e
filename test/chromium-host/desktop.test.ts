import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fixture, launchFixture, onHost } from './launch.ts'

describe('windows, menus and the desktop', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture()
  })
  afterAll(() => fixture.close())

  test('the window is as large as it was asked to be', async () => {
    expect(await fixture.page.evaluate(() => innerWidth)).toBe(1280)
    expect(
      await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize()),
    ).toEqual([1280, 800])
  })

  test('a resized window tells its page', async () => {
    await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 700))
    await expect.poll(() => fixture.page.evaluate(() => innerWidth)).toBe(900)
  })

  test('pages are sandboxed and isolated', async () => {
    expect(
      await fixture.app.evaluate(({ webContents }) =>
        (
          webContents.getAllWebContents()[0] as never as { getLastWebPreferences(): unknown }
        ).getLastWebPreferences(),
      ),
    ).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
  })

  test('the title of the page is the title of the window', async () => {
    await expect
      .poll(() => fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toBe('Fixture')
  })

  test('a menu item is found by its id and clicked', async () => {
    const clicks = await fixture.app.evaluate(({ Menu }) => {
      const clicked: string[] = []
      Object.assign(globalThis, { clicked })
      const item = (id: string, accelerator: string, enabled = true) => ({
        ...{ id, label: id, accelerator, enabled },
        click: () => void clicked.push(id),
      })
      const submenu = [item('lock', 'CommandOrControl+L'), item('off', 'CommandOrControl+J', false)]
      const zoom = [{ role: 'zoomIn' as const }, { type: 'separator' as const }]
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          { label: 'File', submenu },
          { label: 'View', submenu: zoom },
        ]),
      )
      Menu.getApplicationMenu()?.getMenuItemById('lock')?.click()
      return clicked
    })
    expect(clicks).toEqual(['lock'])
  })

  test('an accelerator chooses its item, unless it is disabled', async () => {
    const clicked = () => fixture.app.evaluate(() => (globalThis as never as { clicked: string[] }).clicked)
    await fixture.page.keyboard.press('Control+j')
    await fixture.page.keyboard.press('Control+l')
    await expect.poll(clicked).toEqual(['lock', 'lock'])
  })

  test('a page may keep a key for itself', async () => {
    await fixture.page.evaluate(() => {
      const keep = (event: KeyboardEvent) => {
        if (event.key !== 'l') return
        event.preventDefault()
        document.removeEventListener('keydown', keep)
      }
      document.addEventListener('keydown', keep)
    })
    await fixture.page.keyboard.press('Control+l')
    await fixture.page.keyboard.press('Control+l')
    const clicked = () => fixture.app.evaluate(() => (globalThis as never as { clicked: string[] }).clicked)
    await expect.poll(async () => (await clicked()).length).toBe(3)
  })

  test('the theme of the app is the colour scheme of the page', async () => {
    const dark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    const updated = await fixture.app.evaluate(({ nativeTheme }) => {
      const heard = new Promise((resolve) =>
        nativeTheme.once('updated', () => resolve(nativeTheme.shouldUseDarkColors)),
      )
      nativeTheme.themeSource = 'dark'
      return heard
    })
    expect(updated).toBe(true)
    await expect.poll(dark).toBe(true)
    await fixture.page.reload()
    await expect.poll(dark).toBe(true)
    await fixture.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'light'
    })
    await expect.poll(dark).toBe(false)
  })

  test('zooming in leaves the page fewer pixels', async () => {
    const zoom = (factor: number) =>
      fixture.app.evaluate(
        ({ webContents }, to) => webContents.getAllWebContents()[0]?.setZoomFactor(to),
        factor,
      )
    await zoom(1.5)
    await expect.poll(() => fixture.page.evaluate(() => innerWidth)).toBe(600)
    await zoom(1)
    await expect.poll(() => fixture.page.evaluate(() => innerWidth)).toBe(900)
  })

  test('a page is printed to PDF', async () => {
    const start = await fixture.app.evaluate(async ({ webContents }) => {
      const pdf = await webContents.getAllWebContents()[0]?.printToPDF({ pageSize: 'A4' })
      return [pdf?.subarray(0, 5).toString(), Buffer.isBuffer(pdf)]
    })
    expect(start).toEqual(['%PDF-', true])
  })

  test('main runs a script in the page', async () => {
    expect(
      await fixture.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents()[0]?.executeJavaScript('Promise.resolve(document.title)'),
      ),
    ).toBe('Fixture')
  })

  test('what is copied can be read back', async () => {
    expect(
      await fixture.app.evaluate(async ({ clipboard }) => {
        await clipboard.writeText('0xabc')
        return clipboard.readText()
      }),
    ).toBe('0xabc')
  })

  test('the app hears of a locked screen', async () => {
    expect(
      await fixture.app.evaluate(
        ({ powerMonitor }) =>
          new Promise((resolve) => {
            powerMonitor.once('lock-screen', () => resolve('locked'))
            powerMonitor.emit('lock-screen')
          }),
      ),
    ).toBe('locked')
  })

  test('the paths and names of the app are its own', async () => {
    const told = await fixture.app.evaluate(({ app }) => [
      app.getName(),
      app.getVersion(),
      app.getPath('userData'),
    ])
    expect(told).toEqual(['Host Fixture', '1.2.3', `${fixture.folder}/profile`])
  })

  test.runIf(onHost)('a dialog needs a user, or a test in their place', async () => {
    const answer = () => fixture.app.evaluate(({ dialog }) => dialog.showOpenDialog({}))
    await expect(answer()).rejects.toThrow(/showOpenDialog has no user here/)
    await fixture.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a.pdf'] })
    })
    expect((await answer()).filePaths).toEqual(['/a.pdf'])
  })

  test.runIf(onHost)('what would be opened outside is only written down', async () => {
    expect(
      await fixture.app.evaluate(async ({ shell }) => {
        await shell.openExternal('https://example.org/help')
        return (shell as never as { opened: string[] }).opened
      }),
    ).toEqual(['https://example.org/help'])
  })

  test.runIf(onHost)('what the host lacks fails by its name', async () => {
    const errors = await fixture.app.evaluate((electron) => {
      const tries = [
        () => electron.app.dock,
        () => electron.Tray,
        () => electron.app.on('accessibility-support-changed' as never, () => undefined),
        () => electron.BrowserWindow.getAllWindows()[0]?.setVibrancy('popover'),
        () => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      ]
      return tries.map((attempt) => {
        try {
          return String(attempt())
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    const supplied = 'is not supplied by the host'
    expect(errors).toEqual([
      `electron-host: app.dock ${supplied}`,
      `electron-host: electron.Tray ${supplied}`,
      `electron-host: app.on('accessibility-support-changed') ${supplied}`,
      `electron-host: BrowserWindow.setVibrancy ${supplied}`,
      `electron-host: webPreferences.nodeIntegration: true ${supplied}`,
    ])
  })
})
