import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import errors from '../../resources/locales/en/errors.json' with { type: 'json' }
import type { Desk } from '../../tools/tour/desk.ts'
import { addRecords, enrol, register, type Scene, s } from '../../tools/tour/scenes.ts'
import { pattern, words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { sceneOf, Ward } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const PATIENT = 'Amara Osei'
const DOCTOR = 'Nisha Rao'
const NEW_GUARDIAN = 'Luis Correia'
const GUARDIANS = ['Hana Sato', NEW_GUARDIAN] as const
/** Where pictures go, for somebody who wants to look. */
const LOOK = process.env.MEDICAL_CHAIN_LOOK

describe('an emergency, at one desk', () => {
  const ward = new Ward()
  let desk: Desk
  let scene: Scene

  /** Nothing on the page breaks a rule for accessibility, in light and in dark. */
  const fine = async (name: string): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await desk.page.evaluate((value) => {
        document.documentElement.dataset.mantineColorScheme = value
      }, scheme)
      expect(await violationsOf(desk.page), `${name}, ${scheme}`).toEqual([])
      if (LOOK !== undefined) {
        mkdirSync(LOOK, { recursive: true })
        await desk.page.screenshot({ path: join(LOOK, `${name}-${scheme}.png`) })
      }
    }
    await desk.page.evaluate(() => {
      document.documentElement.dataset.mantineColorScheme = 'light'
    })
  }
  const as = async (name: string): Promise<void> => {
    await desk.leave()
    await desk.comeIn(name)
    await desk.nav().waitFor()
  }
  const toEmergency = async (): Promise<void> => {
    await desk.goTo('emergency')
    await desk.heading(s('emergency.title')).waitFor()
  }
  /** Reads the card that the patient carries, in the part of the page with this title. */
  const scan = async (title: string): Promise<void> => {
    const address = ward.clinic.network.demo!.people.find(({ name }) => name === PATIENT)!.address
    const part = desk.page.getByRole('region', { name: s(title) })
    const field = part.getByLabel(s('emergency.whose'))
    await part.locator('input[type=file]').setInputFiles(join(ward.folder, 'card.pdf'))
    await expect.poll(async () => (await field.inputValue()).toLowerCase(), { timeout: 20_000 }).toBe(address)
  }
  const button = (key: string) => desk.page.getByRole('button', { name: pattern('screens', key) })

  beforeAll(async () => {
    await ward.open({ joined: true })
    writeFileSync(join(ward.folder, 'Letter.txt'), 'penicillin: shock in 2011')
    desk = await ward.computer('desk')
    scene = sceneOf(desk, ward.folder)
    await desk.comeIn(ADMIN)
    await register(scene, 'doctor', NEW_GUARDIAN)
    await desk.leave()
    await enrol(scene, NEW_GUARDIAN)
    await as(PATIENT)
    await addRecords(scene, ['Letter.txt'])
    await desk.page.getByRole('list', { name: s('records.list') }).waitFor()
  }, JOINING_MS)
  afterAll(() => ward.close())

  it('the patient answers five questions, and the guardians accept', async () => {
    await toEmergency()
    await fine('plan-none')
    await desk.button(s('emergency.makePlan')).click()
    await desk.page.getByRole('checkbox', { name: words('common', 'folders.1') }).check()
    for (const name of GUARDIANS) await desk.page.getByRole('checkbox', { name: new RegExp(name) }).check()
    await desk.page.getByRole('radio', { name: s('emergency.noWait') }).check()
    await fine('plan-form')
    await desk.confirmed(() => desk.button(s('emergency.set')).click())
    await desk.sign()
    await desk.page.getByText(s('emergency.notYet')).first().waitFor()
    await fine('plan-waiting')
    for (const name of GUARDIANS) {
      await as(name)
      await toEmergency()
      await button('emergency.acceptFrom').click()
      await desk.sign()
      await button('emergency.resignFrom').waitFor()
    }
    await as(PATIENT)
    await toEmergency()
    await desk.page.getByText(s('emergency.ready'), { exact: true }).waitFor()
    await fine('plan-ready')
    await desk.saveNext(join(ward.folder, 'card.pdf'))
    await desk.button(s('emergency.saveCard')).click()
    await desk.page.getByText(s('emergency.cardSaved')).waitFor()
  }, 120_000)

  it('a drill asks the guardians, is no emergency, and shows the patient that it would open', async () => {
    await desk.button(s('drill.call')).click()
    await desk.sign()
    const drill = desk.page.getByRole('region', { name: s('drill.title') })
    await drill.getByText(s('drill.notYet')).first().waitFor()
    await fine('drill-called')
    for (const name of GUARDIANS) {
      await as(name)
      await desk.page.getByText(pattern('screens', 'drill.notice')).waitFor()
      expect(await desk.page.getByRole('alert').count(), 'no alarm').toBe(0)
      if (name === GUARDIANS[0]) await fine('drill-notice')
      await toEmergency()
      await desk.page.getByText(s('drill.no')).waitFor()
      if (name === GUARDIANS[0]) await fine('drill-guardian')
      await button('drill.answerOf').click()
      await desk.sign()
      await button('drill.answerOf').waitFor({ state: 'detached' })
    }
    await as(PATIENT)
    await toEmergency()
    await drill.getByText(s('drill.opens')).waitFor()
    await fine('drill-opens')
    await desk.goTo('whoLooked')
    await desk.page.getByText(pattern('screens', 'log.kinds.emergency-drill-answered')).first().waitFor()
    await fine('drill-log')
    await toEmergency()
  }, 120_000)

  it('a critical card is off at first; any doctor reads it without an emergency, and the patient sees that they did', async () => {
    const card = desk.page.getByRole('region', { name: s('critical.title'), exact: true })
    await card.getByText(s('critical.off')).waitFor()
    await desk.button(s('critical.write')).click()
    await card.getByRole('radio', { name: 'AB\u2212' }).check()
    await card.getByLabel(s('critical.allergies')).fill('Penicillin: shock in 2011\nLatex')
    await fine('critical-form')
    await desk.button(s('critical.set')).click()
    await desk.sign()
    await card.getByText(s('critical.on'), { exact: true }).waitFor()
    await fine('critical-on')
    await as(DOCTOR)
    await toEmergency()
    await scan('critical.lookTitle')
    await fine('critical-look')
    await desk.button(s('critical.look')).click()
    await desk.sign()
    await desk.page.getByText('Penicillin: shock in 2011').waitFor()
    await fine('critical-shown')
    await desk.button(s('critical.close')).click()
    expect(await desk.page.getByText('Penicillin').count()).toBe(0)
    await as(PATIENT)
    await desk.goTo('whoLooked')
    await desk.page.getByText(pattern('screens', 'log.kinds.critical-card-viewed')).first().waitFor()
    await toEmergency()
    await desk.button(s('critical.remove')).click()
    await desk.sign()
    await card.getByText(s('critical.off')).waitFor()
    await as(DOCTOR)
    await toEmergency()
    await scan('critical.lookTitle')
    await desk.button(s('critical.look')).click()
    await desk.page.getByText(errors.E_CRITICAL_OFF.title).waitFor()
  }, 120_000)

  it('a doctor asks, two guardians agree, and the doctor reads under a banner that counts down', async () => {
    await as(DOCTOR)
    await toEmergency()
    await scan('emergency.ask')
    await desk.page.getByRole('checkbox', { name: s('emergency.attest') }).check()
    await fine('doctor-ask')
    await desk.button(s('emergency.send')).click()
    await desk.sign()
    await button('emergency.doFor.takeBack').waitFor()
    for (const name of GUARDIANS) {
      await as(name)
      await desk.page.getByText(pattern('screens', 'emergency.asksFor')).waitFor()
      if (name === GUARDIANS[0]) await fine('guardian-notice')
      await toEmergency()
      await fine(`guardian-${name === GUARDIANS[0] ? 'first' : 'second'}`)
      await desk.confirmed(() => button('emergency.doFor.approve').click())
      await desk.sign()
      await button('emergency.doFor.approve').waitFor({ state: 'detached' })
    }
    await as(DOCTOR)
    await toEmergency()
    await button('emergency.doFor.open').click()
    await desk.sign()
    await desk.page.getByRole('link', { name: pattern('screens', 'emergency.doFor.read') }).click()
    await desk.page.getByRole('link', { name: 'Letter', exact: true }).first().waitFor()
    await fine('doctor-open')
    await desk.page.getByRole('link', { name: 'Letter', exact: true }).first().click()
    await desk.page.getByText('penicillin: shock in 2011').waitFor()
    await fine('doctor-record')
    await desk.goTo('log')
    await desk.page.getByText(pattern('screens', 'log.kinds.record-viewed')).first().waitFor()
  }, 120_000)

  it('the patient finds it first thing at the next sign-in and reports it; an admin suspends the doctor', async () => {
    await as(PATIENT)
    const card = desk.page.getByRole('region', { name: s('emergency.nowOpen') })
    await card.getByText('Letter').waitFor({ timeout: 15_000 })
    await fine('patient-review')
    await desk.button(s('emergency.verdict.misuse')).click()
    await desk.sign()
    await desk.sign()
    await card.waitFor({ state: 'detached' })
    await toEmergency()
    await desk.button(s('emergency.renew')).waitFor()
    await fine('plan-used')
    await as(ADMIN)
    await toEmergency()
    await fine('admin-reports')
    await button('emergency.suspendFor').click()
    await desk.sign()
    await desk.page.getByText(s('emergency.suspended'), { exact: true }).waitFor()
  }, 120_000)
})
