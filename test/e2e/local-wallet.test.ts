import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalWallet } from '../../electron/main/domain/local-wallet.ts'
import type { Desk } from '../../tools/tour/desk.ts'
import { s, some } from '../../tools/tour/scenes.ts'
import { violationsOf } from './support/accessible.ts'
import { ask, callMain } from './support/bridge.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { nextWindow } from './support/launch.ts'
import { recordLink, Ward } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const PATIENT = 'Samuel Okafor'
const PASSPHRASE = 'lantern river quay oak'
const LATER_PASSPHRASE = 'harbour violet ladder two'

const words: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../resources/locales/en/confirm.json'), 'utf8'),
)
const c = (key: string): string => key.split('.').reduce((at, part) => at[part] as never, words) as never

describe('a wallet on this computer', () => {
  const ward = new Ward()
  let desk: Desk
  let account: string
  let backup: string

  beforeAll(async () => {
    await ward.open({ joined: true })
    backup = join(ward.folder, 'wallet.json')
    writeFileSync(join(ward.folder, 'Letter.txt'), 'Dear colleague')
    writeFileSync(join(ward.folder, 'Second.txt'), 'Dear colleague, once more')
    desk = await ward.computer('desk')
  }, JOINING_MS)
  afterAll(() => ward.close())

  /** Does something that a wallet of this computer is asked about, and meets main's window. */
  async function asked(act: () => Promise<void>): Promise<Page> {
    const [window] = await Promise.all([nextWindow(desk.app), act()])
    await window.getByRole('button', { name: c('refuse') }).waitFor()
    return window
  }
  const closed = (window: Page, act: () => Promise<void>): Promise<unknown> =>
    Promise.all([window.waitForEvent('close'), act().catch(() => undefined)])

  /** Agrees in main's window, with the passphrase where it is asked for. */
  async function agree(window: Page, verb: 'sign' | 'export', passphrase?: string): Promise<void> {
    const field = window.getByLabel(c('passphrase'))
    if (passphrase === undefined) expect(await field.count()).toBe(0)
    else await field.fill(passphrase)
    await closed(window, () => window.getByRole('button', { name: c(`${verb}.yes`), exact: true }).click())
  }

  async function choosePassphrase(passphrase: string): Promise<void> {
    await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(passphrase)
    await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(passphrase)
  }
  const inList = (name: string) => desk.button(s('wallets.signInAs').replace('{{name}}', name))

  it('is made on a page of its own, and asks for its backup before it is used', async () => {
    await desk.heading(s('connect.title')).waitFor()
    expect(await ask(desk.page, 'wallets.list')).toEqual([])
    await desk.button(s('wallets.make')).click()
    await desk.heading(s('wallets.makeTitle')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.page.getByLabel(s('wallets.name'), { exact: true }).fill(PATIENT)
    await choosePassphrase(PASSPHRASE)
    await desk.button(s('wallets.makeIt')).click()
    await desk.heading(s('wallets.saveTitle')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    const [wallet] = await ask<LocalWallet[]>(desk.page, 'wallets.list')
    account = wallet!.account
    expect(await callMain(desk.page, 'wallets.use', { account })).toMatchObject({ code: 'E_WALLET_UNSAVED' })
    await desk.button(s('wallets.later')).click()
    await desk.page.getByText(s('wallets.backups.later')).waitFor()
  })

  it('nothing that the page is told holds its key or its file', async () => {
    const list = await ask<object[]>(desk.page, 'wallets.list')
    expect(list.map((each) => Object.keys(each).sort())).toEqual([['account', 'backup', 'name']])
    const file = readFileSync(ward.dataOf('desk', 'wallets.json'), 'utf8')
    expect(file).not.toMatch(/aes-128-ctr|Weber/)
  })

  it('is registered by an admin who never sees more than its address', async () => {
    await inList(PATIENT).click()
    await desk.heading(s('onboarding.unregistered.title')).waitFor()
    expect(await desk.page.getByText(account).isVisible()).toBe(true)
    await desk.button(s('onboarding.leave')).click()
    await desk.comeIn(ADMIN)
    await desk.goTo('registerPatient')
    await desk.button(s('register.fill')).click()
    await desk.page.getByRole('menuitem', { name: PATIENT }).click()
    await desk.page.getByLabel(s('register.account'), { exact: true }).fill(account)
    await desk.page.getByText(s('register.new')).waitFor()
    await desk.button(s('register.sign')).click()
    await desk.sign()
    await desk.button(s('registered.again.patient')).waitFor()
    await desk.leave()
  })

  it('signs in once its person agrees in a window that tells what is signed', async () => {
    const window = await asked(() => inList(PATIENT).click())
    expect(await window.evaluate(() => document.activeElement?.textContent)).toBe(c('refuse'))
    await window.getByText('You sign in to Medical-Chain on this computer.').waitFor()
    expect(await violationsOf(window)).toEqual([])
    await closed(window, () => window.keyboard.press('Escape'))
    await desk.page.getByText('You said no in your wallet.').waitFor()
  })

  it('a bare yes is no signature, and nobody else may answer', async () => {
    const window = await asked(() => inList(PATIENT).click())
    expect(await desk.page.evaluate(() => 'medicalChainConfirm' in globalThis)).toBe(false)
    await closed(window, () => window.evaluate(() => globalThis.window.medicalChainConfirm.answer(true)))
    await desk.page.getByText('You said no in your wallet.').waitFor()
    expect(await ask(desk.page, 'session.state')).toEqual({ stage: 'signed-out' })
  })

  it('a wrong passphrase is told in the window, which takes three', async () => {
    const window = await asked(() => inList(PATIENT).click())
    const field = window.getByLabel(c('passphrase'))
    const yes = window.getByRole('button', { name: c('sign.yes'), exact: true })
    for (const left of [2, 1]) {
      await field.fill('not the passphrase')
      await yes.click()
      await window
        .getByText(c(left === 1 ? 'wrong_one' : 'wrong_other').replace('{{count}}', String(left)))
        .waitFor()
    }
    expect(await violationsOf(window)).toEqual([])
    await field.fill('not the passphrase')
    await closed(window, () => yes.click())
    await desk.page.getByText('E_PASSPHRASE_WRONG').waitFor()
  })

  it('joins: one passphrase, and a window for each thing that is signed', async () => {
    await agree(await asked(() => inList(PATIENT).click()), 'sign', PASSPHRASE)
    await desk.heading(s('onboarding.needs-key.title')).waitFor()
    await desk.createKey()
    const opened: Page[] = []
    desk.app.on('window', (window) => opened.push(window))
    await desk.confirmed(() => desk.button(s('onboarding.needs-publish.publish')).click())
    await expect.poll(() => opened.length).toBe(2)
    const signing = opened[1]!
    await signing.getByText('You publish').waitFor()
    expect(await violationsOf(signing)).toEqual([])
    await agree(signing, 'sign')
    await desk.nav().waitFor()
  })

  it('signs a record, and reminds of its backup until that is saved', async () => {
    await desk.chooseNext([join(ward.folder, 'Letter.txt')])
    await desk
      .button(s('add.choose'))
      .or(desk.button(s('add.chooseFiles')))
      .first()
      .click()
    const window = await asked(() => desk.button(some('add.confirm_one')).click())
    await window.getByText('You add').waitFor()
    await agree(window, 'sign')
    await recordLink(desk, 'Letter').waitFor()
    await desk.page.getByText(s('wallets.reminder')).waitFor()

    await desk.saveNext(backup)
    const saving = await asked(() => desk.button(s('wallets.save')).click())
    expect(await violationsOf(saving)).toEqual([])
    await agree(saving, 'export', PASSPHRASE)
    await desk.page.getByText(s('wallets.reminder')).waitFor({ state: 'detached' })
    expect(JSON.parse(readFileSync(backup, 'utf8'))).toMatchObject({
      version: 3,
      address: account.slice(2),
      Crypto: { kdf: 'scrypt' },
    })
  })

  it('is removed in the settings after a question of main’s own, and comes back from its file', async () => {
    await desk.goTo('settings')
    await desk.page.getByText(s('wallets.backups.saved')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.confirmed(
      () => desk.button(s('wallets.remove')).click(),
      async (window) => {
        await window.getByText(c('forget.sentence_saved')).waitFor()
        expect(await violationsOf(window)).toEqual([])
      },
    )
    await desk.page.getByText(s('wallets.panel')).waitFor({ state: 'detached' })
    await desk.leave()
    expect(await inList(PATIENT).count()).toBe(0)

    await desk.button(s('wallets.bring')).click()
    await desk.page.getByLabel(s('wallets.name'), { exact: true }).fill(PATIENT)
    await choosePassphrase(LATER_PASSPHRASE)
    await desk.chooseNext([join(ward.folder, 'Letter.txt')])
    await desk.page.getByLabel(s('wallets.filePassphrase'), { exact: true }).fill(PASSPHRASE)
    await desk.button(s('wallets.bringIt')).click()
    await desk.page.getByText('E_KEYSTORE_DAMAGED').waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.chooseNext([backup])
    await desk.button(s('wallets.bringIt')).click()
    await inList(PATIENT).waitFor()
  })

  it('works again, with the passphrase that was chosen for it now', async () => {
    await inList(PATIENT).click()
    await desk.heading(s('locked.title')).waitFor()
    await desk.unlock()
    await desk.goTo('records')
    await desk.chooseNext([join(ward.folder, 'Second.txt')])
    await desk
      .button(s('add.choose'))
      .or(desk.button(s('add.chooseFiles')))
      .first()
      .click()
    const window = await asked(() => desk.button(some('add.confirm_one')).click())
    await agree(window, 'sign', LATER_PASSPHRASE)
    await recordLink(desk, 'Second').waitFor()
  })

  it('is locked with the app: what it was asked closes, and the next signature takes the passphrase', async () => {
    await desk.chooseNext([join(ward.folder, 'Letter.txt')])
    await desk
      .button(s('add.choose'))
      .or(desk.button(s('add.chooseFiles')))
      .first()
      .click()
    const window = await asked(() => desk.button(some('add.confirm_one')).click())
    await closed(window, async () => void (await callMain(desk.page, 'session.lock')))
    await desk.heading(s('locked.title')).waitFor()
    const again = await asked(() => desk.unlock())
    await agree(again, 'sign', LATER_PASSPHRASE)
    await expect.poll(() => desk.page.getByRole('link', { name: 'Letter', exact: true }).count()).toBe(2)
  })
})
