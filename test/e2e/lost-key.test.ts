import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import confirm from '../../resources/locales/en/confirm.json' with { type: 'json' }
import errors from '../../resources/locales/en/errors.json' with { type: 'json' }
import { DEMO_PASSPHRASE } from '../../tools/demo/people.ts'
import { chooseDoctor, giveTo } from '../../tools/tour/access-scenes.ts'
import type { Desk } from '../../tools/tour/desk.ts'
import { addRecords, handOver, keepProfile, type Scene, s, some } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { putAside } from './support/backup-cases.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { recordLink, sceneOf, Ward } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const PATIENT = 'Amara Osei'
const DOCTOR = 'Nisha Rao'
const CARDIOLOGY = words('common', 'specialties.394579002')
/** Where pictures go, for somebody who wants to look. */
const LOOK = process.env.MEDICAL_CHAIN_LOOK

describe('a key that is lost without a backup, at one desk', () => {
  const ward = new Ward()
  let desk: Desk
  let scene: Scene

  /** Nothing breaks a rule for accessibility, in light and in dark. */
  const fine = async (name: string, page: Page = desk.page): Promise<void> => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.evaluate((value) => {
        document.documentElement.dataset.mantineColorScheme = value
      }, scheme)
      expect(await violationsOf(page), `${name}, ${scheme}`).toEqual([])
      if (LOOK !== undefined) {
        mkdirSync(LOOK, { recursive: true })
        await page.screenshot({ path: join(LOOK, `${name}-${scheme}.png`) })
      }
    }
    await page.evaluate(() => {
      document.documentElement.dataset.mantineColorScheme = 'light'
    })
  }
  const as = async (name: string): Promise<void> => {
    await desk.leave()
    await desk.comeIn(name)
    await desk.nav().waitFor()
  }
  const panel = () => desk.page.getByRole('region', { name: s('closed.title') })
  const state = (key: string) => panel().getByText(s(`closed.state.${key}`), { exact: true })
  const wordsShown = (page: Page): Promise<string> =>
    page.getByRole('list', { name: confirm.words }).innerText()

  beforeAll(async () => {
    await ward.open({ joined: true })
    writeFileSync(join(ward.folder, 'Letter.txt'), 'penicillin: shock in 2011')
    writeFileSync(join(ward.folder, 'Stress test.txt'), 'nothing unusual at 150 watts')
    desk = await ward.computer('desk')
    scene = sceneOf(desk, ward.folder)
    await desk.comeIn(ADMIN)
    await desk.goTo('overview')
    await handOver(scene, PATIENT)
    await as(PATIENT)
    await keepProfile(scene)
    await addRecords(scene, ['Letter.txt'])
    await recordLink(desk, 'Letter').waitFor()
    await addRecords(scene, ['Stress test.txt'], undefined, CARDIOLOGY)
    await recordLink(desk, 'Stress test').waitFor()
    await desk.goTo('access')
    await chooseDoctor(scene, DOCTOR)
    await giveTo(scene, DOCTOR, false, [CARDIOLOGY])
  }, JOINING_MS)
  afterAll(() => ward.close())

  it('is not given up by accident: the patient is told what is lost, and asked in a window of main’s own', async () => {
    await desk.leave()
    await putAside(desk, PATIENT)
    await desk.comeIn(PATIENT)
    await desk.heading(s('onboarding.needs-restore.title')).waitFor()
    await desk.button(s('onboarding.needs-restore.without')).click()
    await desk.heading(s('onboarding.without-backup.title')).waitFor()
    await desk.page.getByText(s('onboarding.without-backup.gone')).waitFor()
    await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(DEMO_PASSPHRASE)
    await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(DEMO_PASSPHRASE)
    await fine('without-backup')
    await desk.declined(() => desk.button(s('onboarding.without-backup.create')).click())
    await desk.page.getByText(errors.E_CONFIRM_DECLINED.title).waitFor()
    await desk.button(s('onboarding.without-backup.restore')).click()
    await desk.heading(s('onboarding.needs-restore.title')).waitFor()
  })

  it('is replaced by a new one, which the patient’s wallet signs, and which opens nothing', async () => {
    await desk.button(s('onboarding.needs-restore.without')).click()
    await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(DEMO_PASSPHRASE)
    await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(DEMO_PASSPHRASE)
    await desk.confirmed(
      () => desk.button(s('onboarding.without-backup.create')).click(),
      (window) => fine('confirm-replace', window),
    )
    await desk.heading(s('onboarding.publish-new.title')).waitFor()
    await fine('publish-new')
    await desk.confirmed(
      () => desk.button(s('onboarding.needs-publish.publish')).click(),
      (window) => fine('confirm-publish-new', window),
    )
    await desk.confirmed(() => desk.sign())
    await desk.sign()
    await desk.goTo('records')
    await panel().waitFor()
    await expect.poll(() => state('waiting').count()).toBe(2)
    await expect.poll(() => state('lost').count()).toBe(1)
    await panel().getByText(some('closed.lost_one')).waitFor()
    await fine('closed-waiting')
    await desk.page
      .getByRole('list', { name: s('records.list') })
      .getByRole('link')
      .first()
      .click()
    await desk.page.getByText(errors.E_KEY_LOST.title).waitFor()
    await fine('record-closed')
    await desk.button(s('viewer.back')).click()
    await panel().waitFor()
  })

  it('is seen by the doctor, who compares its words and gives back what they can open', async () => {
    await as(DOCTOR)
    await desk.goTo('patients')
    await desk.page.getByText(s('giveBack.status'), { exact: true }).waitFor()
    await fine('doctor-list')
    await desk.page.getByRole('link', { name: PATIENT }).click()
    await desk.button(s('giveBack.give')).waitFor()
    await fine('doctor-patient')
    await desk.confirmed(
      () => desk.button(s('giveBack.give')).click(),
      async (window) => {
        expect((await wordsShown(window)).split(/\s+/).length).toBeGreaterThanOrEqual(8)
        await fine('confirm-offer', window)
      },
    )
    await desk.sign()
    await desk.page.getByText(some('giveBack.given')).waitFor()
    await fine('doctor-given')
  })

  it('is made up for: the patient takes back what is true, reads it, and sees what is lost', async () => {
    await as(PATIENT)
    await desk.goTo('records')
    await expect.poll(() => state('given').count()).toBe(2)
    await fine('closed-given')
    await desk.button(s('closed.takeBack')).click()
    await recordLink(desk, 'Stress test').waitFor()
    await expect.poll(() => state('given').count()).toBe(0)
    await desk.nav().getByText(PATIENT).waitFor()
    await fine('closed-lost')
    await recordLink(desk, 'Stress test').click()
    await desk.page.getByText(some('verify.verified')).first().waitFor()
    await desk.page.getByText('nothing unusual at 150 watts').waitFor()
  })

  it('the patient begins anew what nobody can open, and adds to it', async () => {
    await desk.goTo('records')
    await desk.confirmed(
      () => desk.button(s('closed.begin')).click(),
      (window) => fine('confirm-anew', window),
    )
    await panel().waitFor({ state: 'detached' })
    await addRecords(scene, ['Letter.txt'])
    await recordLink(desk, 'Letter').waitFor()
    await fine('records-after')
  })

  it('stands in the log of patient, doctor and admin', async () => {
    for (const [name, place, actor, subject] of [
      [PATIENT, 'whoLooked', DOCTOR, words('screens', 'log.you')],
      [DOCTOR, 'log', words('screens', 'log.you'), PATIENT],
      [ADMIN, 'log', DOCTOR, PATIENT],
    ] as const) {
      await as(name)
      await desk.goTo(place)
      const told = words('screens', 'log.kinds.keys-offered')
        .replace('{{actor}}', `.*${actor}`)
        .replace('{{subject}}', subject)
      await desk.page.getByText(new RegExp(told, 'i')).first().waitFor()
    }
  })
})
