import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../tools/tour/desk.ts'
import { handOver, s } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { scanPage } from '../support/pdf.ts'
import { runScript } from '../support/script.ts'
import { violationsOf } from './support/accessible.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { sceneOf, Ward } from './support/ward.ts'

/** Whom the admin writes down, and whose wallet it is in the end. */
const NAME = 'Samuel Okafor'
const WALLET = 'Kofi Osei'
const VERIFY_REPORT = join(import.meta.dirname, '../../tools/verify-log/verify_report.py')
const GROUPS = /([0-9A-Z]{7}-){3}[0-9A-Z]{7}/

describe('a person without a wallet at the desk', () => {
  const ward = new Ward()
  let desk: Desk
  let code: string
  let voided: string

  beforeAll(async () => {
    await ward.open({ joined: true })
    desk = await ward.computer('desk')
    await desk.comeIn('Marta Keller')
  }, JOINING_MS)
  afterAll(() => ward.close())

  const shownCode = () => desk.page.getByRole('img', { name: s('codeGiven.qr') })
  const row = (name: string): Locator => desk.page.getByRole('row').filter({ hasText: name })

  async function registerByCode(name: string): Promise<string> {
    await desk.goTo('registerPatient')
    const another = desk.button(s('registered.again.patient'))
    if (await another.isVisible()) await another.click()
    await desk.button(s('register.fill')).click()
    await desk.page.getByRole('menuitem', { name }).click()
    await desk.page.getByLabel(s('register.byCode.choose')).check()
    await desk.button(s('register.sign')).click()
    await desk.sign()
    await shownCode().waitFor()
    const shown = GROUPS.exec(
      (await desk.page.locator('main').innerText()).replace(/\s+(?=[0-9A-Z]{7}\b)/g, '-'),
    )
    return shown![0]
  }

  it('is registered for a code, which is shown this once', async () => {
    code = await registerByCode(NAME)
    expect(await violationsOf(desk.page)).toEqual([])
  })

  it('takes it home on a slip of one page', async () => {
    const path = join(ward.folder, 'slip.pdf')
    await desk.saveNext(path)
    await desk.button(s('codeGiven.save')).click()
    await desk.page.getByText(s('codeGiven.saved')).waitFor()
    const { pages, text } = await scanPage(readFileSync(path))
    expect(pages).toBe(1)
    for (const group of code.split('-')) expect(text.join(' ')).toContain(group)
    expect(text.join(' ')).toContain(NAME)
  })

  it('stands in the log, and a receipt of one page says where on the chain', async () => {
    const path = join(ward.folder, 'receipt.pdf')
    await desk.goTo('log')
    await desk.saveNext(path)
    await row(NAME)
      .getByRole('button', { name: /^Save a receipt/ })
      .click()
    await desk.page.getByText(s('log.receiptSaved')).waitFor()
    const { pages, text } = await scanPage(readFileSync(path))
    expect(pages).toBe(1)
    expect(text.join(' ')).toContain(NAME)
    expect(text.join('')).toMatch(/0x[0-9a-f]{64}/)
    expect(await violationsOf(desk.page)).toEqual([])
  })

  it('stands in a report of the whole log, which is saved once the wallet has answered for it', async () => {
    const path = join(ward.folder, 'report.pdf')
    const signed = join(ward.folder, 'report.signed.json')
    const choose = async () => {
      await desk.button(s('log.export.open')).click()
      const report = desk.page.getByRole('menuitem', { name: s('log.export.report') })
      await report.waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
      await report.click()
    }
    const written = () => [path, signed].filter(existsSync)
    await desk.saveNext(path)
    await choose()
    await desk.decline()
    await desk.page.getByText(words('errors', 'E_WALLET_REJECTED.title')).waitFor()
    expect(written()).toEqual([])

    await desk.saveNext(null)
    await choose()
    await desk.sign()
    await expect.poll(() => desk.button(s('log.export.open')).isEnabled()).toBe(true)
    expect(written()).toEqual([])
    expect(await desk.page.getByText(s('log.export.reportSaved')).count()).toBe(0)

    await desk.saveNext(path)
    await choose()
    await desk.sign()
    await desk.page.getByText(s('log.export.reportSaved')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    const { pages, text } = await scanPage(readFileSync(path))
    const printed = text.join(' ')
    expect(printed).toContain(`1 / ${pages}`)
    expect(printed).toContain(NAME)
    const { message } = JSON.parse(readFileSync(signed, 'utf8'))
    expect(printed.replaceAll(' ', '')).toContain(/^Account: (.*)$/m.exec(message)![1])
    expect(await runScript(VERIFY_REPORT, [path, signed])).toMatchObject({ status: 0 })
  })

  it('waits in People, where a code can be voided', async () => {
    voided = await registerByCode('Mei Lin')
    await desk.goTo('people')
    await row(NAME).getByText(s('people.states.code')).waitFor()
    await desk.page.getByRole('button', { name: s('people.voidWho').replace('{{name}}', 'Mei Lin') }).click()
    await desk.sign()
    await row('Mei Lin').getByText(s('people.states.void-code')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.leave()
  })

  const use = async (text: string): Promise<void> => {
    await desk.page.getByLabel(s('claim.code')).fill(text)
    await desk.button(s('claim.use')).click()
  }
  const refused = (failure: string) => desk.page.getByRole('alert').filter({ hasText: failure }).waitFor()

  it('is told when the code is mistyped, of no clinic or void', async () => {
    await desk.comeIn(WALLET)
    await desk.page.getByText(s('onboarding.unregistered.code'), { exact: true }).click()
    await use(code.slice(1))
    await refused('E_CODE_MISTYPED')
    await use('000G40R-40M30E2-09185GR-38E1XBT')
    await refused('E_CODE_UNKNOWN')
    await use(voided)
    await refused('E_CODE_VOID')
    expect(await violationsOf(desk.page)).toEqual([])
  })

  it('becomes that person with the wallet they have at home, and goes on by itself', async () => {
    await use(code.toLowerCase().replaceAll('-', ' '))
    await desk.sign()
    await desk.heading(s('onboarding.needs-key.title')).waitFor()
    await desk.createKey()
    await desk.publishKey()
    await desk.leave()
  })

  it('has their name again when the admin has handed the profile over', async () => {
    await desk.comeIn('Marta Keller')
    await desk.goTo('overview')
    await handOver(sceneOf(desk), NAME)
    await desk.goTo('people')
    await row(NAME).getByText(s('people.states.active')).waitFor()
    expect(await row(NAME).count()).toBe(1)
    await desk.leave()
    await desk.comeIn(WALLET)
    await desk.button(s('profile.keep')).waitFor()
    await desk.page.getByText(NAME).first().waitFor()
  })
})
