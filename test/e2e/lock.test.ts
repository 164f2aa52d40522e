import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionState } from '../../electron/main/domain/session.ts'
import { ask } from './support/bridge.ts'
import { type Launched, launchApp } from './support/launch.ts'
import { confirmWindow, connectBare, PASSPHRASE } from './support/wallet.ts'

let launched: Launched
let address: string
const state = (): Promise<SessionState> => ask(launched.page, 'session.state')

describe('an open vault', () => {
  beforeAll(async () => {
    launched = await launchApp()
    // The clinic's first admin stands in the contract from the start.
    address = await connectBare(launched, 0)
    await ask(launched.page, 'session.signIn')
    await ask(launched.page, 'session.createKey', { passphrase: PASSPHRASE })
  })
  afterAll(() => launched?.close())

  it('is confirmed in a window that the page can’t reach and that is guarded like it (2, 3, 4, 20)', async () => {
    const published = ask<SessionState>(launched.page, 'session.publishKey')
    const asking = await confirmWindow(launched)
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      type Known = { getLastWebPreferences(): Record<string, unknown> }
      const opened = BrowserWindow.getAllWindows().at(-1)!.webContents as unknown as Known
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        opened.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    })
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(await asking.evaluate(() => 'medicalChain' in globalThis || 'require' in globalThis)).toBe(false)
    expect(await asking.evaluate(() => window.medicalChainConfirm.question())).toMatchObject({
      act: 'publish',
      address,
    })
    await asking.evaluate(() => window.medicalChainConfirm.answer(true)).catch(() => undefined)
    expect((await published).stage).toBe('open')
  })

  it.each([
    ['suspend', 'sleep'],
    ['lock-screen', 'screen'],
  ] as const)('is locked by itself at %s', async (event, reason) => {
    if ((await state()).stage === 'locked')
      await ask(launched.page, 'session.unlock', { address, passphrase: PASSPHRASE })
    expect((await state()).stage).toBe('open')
    await launched.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expect.poll(state).toEqual({ stage: 'locked', address, reason })
    await expect(ask(launched.page, 'log.list')).rejects.toThrow('E_LOCKED')
  })

  it('is locked by a lid that is closed while it opens', async () => {
    // Once there is a thread for the keys, and before it has stretched the passphrase.
    const closed = launched.app.evaluate(async ({ powerMonitor }) => {
      const threads = (): number =>
        process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
      const before = threads()
      while (threads() <= before) await new Promise((done) => setTimeout(done, 1))
      powerMonitor.emit('suspend')
    })
    const unlocked = ask(launched.page, 'session.unlock', { address, passphrase: PASSPHRASE })
    await closed
    await unlocked
    await expect.poll(state).toEqual({ stage: 'locked', address, reason: 'sleep' })
  })

  it('is locked by itself when nobody has been there for the minutes that were set', async () => {
    await ask(launched.page, 'session.unlock', { address, passphrase: PASSPHRASE })
    await ask(launched.page, 'settings.write', { lockAfterMinutes: 1 })
    const warned = launched.page.evaluate(
      () => new Promise((done) => void window.medicalChain.on('lock.soon', done)),
    )
    await launched.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 30
    })
    expect(await warned).toEqual({ seconds: 30 })
    expect((await state()).stage).toBe('open')
    await launched.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 60
    })
    await expect.poll(state).toEqual({ stage: 'locked', address, reason: 'idle' })
  })

  it('does not open with another passphrase', async () => {
    const wrong = ask(launched.page, 'session.unlock', { address, passphrase: 'another passphrase' })
    await expect(wrong).rejects.toThrow('E_PASSPHRASE_WRONG')
  })
})
