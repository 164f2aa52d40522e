import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import custody from '../../resources/locales/en/custody.json' with { type: 'json' }
import errors from '../../resources/locales/en/errors.json' with { type: 'json' }
import { PEOPLE } from '../../tools/demo/people.ts'
import { chooseDoctor, giveTo } from '../../tools/tour/access-scenes.ts'
import type { Desk } from '../../tools/tour/desk.ts'
import { addRecords, register, type Scene, s, some } from '../../tools/tour/scenes.ts'
import { violationsOf } from './support/accessible.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { recordLink, sceneOf, Ward } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const DOCTOR = 'Nisha Rao'
/** A patient himself, and the father. */
const PARENT = 'Samuel Okafor'
const CHILD = 'Mia Okafor'
/** Whoever holds this wallet later is the child. */
const OWN = PEOPLE.find(({ name }) => /Mei/.test(name))!
const addressOf = (name: string): string => PEOPLE.find((person) => person.name.includes(name))!.address
const OWN_PASSPHRASE = 'five words of my very own'
/** Where pictures go, for somebody who wants to look. */
const LOOK = process.env.MEDICAL_CHAIN_LOOK

describe('a child, a parent who acts for it, and a hand-over', () => {
  const ward = new Ward()
  let desk: Desk
  let scene: Scene

  const fine = async (name: string): Promise<void> => {
    expect(await violationsOf(desk.page), name).toEqual([])
    if (LOOK === undefined) return
    mkdirSync(LOOK, { recursive: true })
    await desk.page.screenshot({ path: join(LOOK, `custody-${name}.png`) })
  }
  const band = () => desk.page.getByText(/^You act for /)
  const button = (name: string | RegExp) => desk.button(name)
  /** Brings the wallet of an invented person, and no more. */
  const connect = (name: string) =>
    desk.page
      .getByRole('region', { name: s('connect.demo') })
      .getByRole('button', { name })
      .click()

  beforeAll(async () => {
    await ward.open({ joined: true })
    writeFileSync(join(ward.folder, 'Vaccination.txt'), 'measles, first dose')
    desk = await ward.computer('desk')
    scene = sceneOf(desk, ward.folder)
    await desk.comeIn(ADMIN)
    await register(scene, 'patient', PARENT)
  }, JOINING_MS)
  afterAll(() => ward.close())

  it('is registered at the desk with the wallet of a parent, until it comes of age', async () => {
    await button(s('registered.again.patient')).click()
    await desk.page.getByLabel(s('register.child.choose')).check()
    await desk.page.getByLabel(s('register.child.account')).fill(addressOf(PARENT))
    await desk.page.getByText(s('register.whole')).waitFor()
    await desk.page.getByLabel(s('register.name'), { exact: true }).fill(CHILD)
    await desk.page.getByLabel(s('register.email')).fill('samuel.okafor@riverside.example')
    await desk.page.getByLabel(s('register.birthDate')).fill('4 May 2020')
    await desk.page.getByLabel(s('register.birthDate')).press('Tab')
    await desk.page.getByRole('combobox', { name: s('register.gender') }).click()
    await desk.page.getByRole('option', { name: 'Female', exact: true }).click()
    await expect.poll(() => desk.page.getByLabel(s('register.child.until')).inputValue()).toBe('4 May 2038')
    await fine('register')
    await button(s('register.sign')).click()
    await desk.sign()
    await desk.sign()
    await desk.page.getByText(some('registered.nextChild')).waitFor()
    await fine('registered')
    await desk.goTo('people')
    await desk.page.getByText(some('people.custodian')).waitFor()
  })

  it('has a key that the parent makes, who chooses for whom they come', async () => {
    await desk.leave()
    await connect(PARENT)
    await desk.heading(s('onboarding.choose.title')).waitFor()
    await fine('choose')
    await button(s('onboarding.choose.openYourself')).click()
    await desk.sign()
    await desk.createKey()
    await desk.publishKey()
    expect(await band().count()).toBe(0)
    await desk.goTo('key')
    await button(custody.change).click()
    await button(/^Go on for 0x/).click()
    await desk.sign()
    await desk.createKey()
    await desk.publishKey()
    await band().waitFor()
    await fine('acting')
  })

  it('gets a record and a doctor, each signed by the parent in the child’s place', async () => {
    await addRecords(scene, ['Vaccination.txt'])
    await recordLink(desk, 'Vaccination').waitFor()
    await desk.goTo('access')
    await chooseDoctor(scene, DOCTOR)
    await giveTo(scene, DOCTOR, false)
    await desk.goTo('whoLooked')
    await desk.page
      .getByText(/\(signed by you\)/)
      .first()
      .waitFor()
    await fine('log')
  })

  it('is read by the doctor with every check passed', async () => {
    await desk.leave()
    await desk.comeIn(DOCTOR)
    await desk.goTo('patients')
    await desk.page
      .getByRole('list', { name: s('patients.title') })
      .getByRole('link')
      .click()
    await recordLink(desk, 'Vaccination').click()
    await desk.page.getByText(some('verify.verified')).first().waitFor()
    await fine('verified')
  })

  it('is handed over to a wallet of its own, and the parent is refused from then on', async () => {
    await desk.leave()
    await desk.comeIn(PARENT)
    await desk.nav().waitFor()
    await desk.goTo('key')
    await button(custody.change).click()
    await button(/^Go on for 0x/).click()
    await desk.unlock()
    await band().waitFor()
    await desk.goTo('key')
    await desk.page.getByLabel(custody.handOver.to).fill(OWN.address)
    await fine('hand-over')
    await desk.confirmed(() => button(custody.handOver.sign).click())
    await desk.sign()
    await desk.heading(s('connect.title')).waitFor()
    await desk.page
      .getByRole('button', { name: /^Unlock 0x/ })
      .first()
      .click()
    await desk.unlock()
    await desk.page.getByText(errors.E_CUSTODY_OVER.title).waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('makes a key that only it knows, and reads what was there', async () => {
    await connect(OWN.name)
    await desk.heading(s('locked.title')).waitFor()
    await desk.unlock()
    await desk.heading(s('onboarding.needs-new-key.title')).waitFor()
    await fine('new-key')
    await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(OWN_PASSPHRASE)
    await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(OWN_PASSPHRASE)
    await button(s('onboarding.needs-new-key.create')).click()
    await desk.heading(s('onboarding.publish-new.title')).waitFor()
    await desk.confirmed(() => button(s('onboarding.needs-publish.publish')).click())
    await desk.sign()
    // The computer as the parent has trusted it is none of the child's.
    await desk.page.getByText('that computer', { exact: true }).waitFor()
    await desk.confirmed(() => desk.sign())
    await desk.sign()
    await desk.goTo('records')
    expect(await band().count()).toBe(0)
    await recordLink(desk, 'Vaccination').click()
    await desk.page.getByText(some('verify.verified')).first().waitFor()
    await fine('own')
  })
})
