import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askFor, chooseDoctor, giveTo, removeFrom } from '../../tools/tour/access-scenes.ts'
import {
  addRecords,
  enrol,
  handOver,
  keepProfile,
  openRecord,
  register,
  type Scene,
  s,
  some,
} from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { BACKUP_PASSPHRASE, putAside, saveBackup } from './support/backup-cases.ts'
import { PhoneDesk } from './support/phone-desk.ts'
import { PhoneUser } from './support/phone-user.ts'
import { recordLink, sceneOf } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const DOCTOR = 'Nisha Rao'
const PATIENT = 'Amara Osei'
/** The smallest photograph there is. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const clinic = new PhoneUser()
let desk: PhoneDesk
let scene: Scene

beforeAll(async () => {
  for (const name of ['Wound.png', 'Suture.png'])
    writeFileSync(join(clinic.folder, name), Buffer.from(PIXEL, 'base64'))
  await clinic.open()
  await clinic.start(60)
  desk = new PhoneDesk(clinic)
  scene = sceneOf(desk, clinic.folder)
})
afterAll(() => clinic.close())

/** What the phone is shown is what the chain has afterwards, when its person agrees. */
const agreed = (...acts: string[]) => ({ shown: acts, recorded: acts })

describe('an admin signs on the phone', () => {
  const row = (name: string): Locator => desk.page.getByRole('row').filter({ hasText: name })
  const change = (verb: 'suspend' | 'reinstate' | 'void', name: string): Promise<void> =>
    row(name)
      .getByRole('button', { name: new RegExp(`^${s(`people.${verb}`)}`) })
      .click()

  it('the key that they publish, and whom they register', async () => {
    const acts = await desk.during(async () => {
      await enrol(scene, ADMIN)
      await register(scene, 'doctor', DOCTOR)
      await register(scene, 'patient', PATIENT)
    })
    expect(acts).toEqual(agreed('Join', 'RegisterDoctor', 'RegisterPatient'))
  })

  it('a code for somebody without a wallet, and that it is void', async () => {
    const acts = await desk.during(async () => {
      await clinic.fill('patient', 'Mei Lin')
      await desk.page.getByLabel(s('register.byCode.choose')).check()
      await desk.button(s('register.sign')).click()
      await desk.sign()
      await desk.page.getByRole('img', { name: s('codeGiven.qr') }).waitFor()
      await desk.goTo('people')
      await change('void', 'Mei Lin')
      await desk.sign()
      await row('Mei Lin').getByText(s('people.states.void-code')).waitFor()
    })
    expect(acts).toEqual(agreed('RegisterPatientByCode', 'Suspend'))
  })

  it('that a licence is renewed', async () => {
    const licence = () => row(DOCTOR).getByRole('button', { name: /^Renew the licence of / })
    const before = await licence().textContent()
    const acts = await desk.during(async () => {
      await licence().click()
      await desk.page.getByText(/stays as it is/).waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
      await desk.button(s('people.renew')).click()
      await desk.sign()
      await expect.poll(() => licence().textContent()).not.toBe(before)
    })
    expect(acts).toEqual(agreed('RegisterDoctor'))
  })

  it('that somebody is suspended, and reinstated', async () => {
    const acts = await desk.during(async () => {
      await change('suspend', DOCTOR)
      await desk.sign()
      await row(DOCTOR).getByText(s('people.states.suspended')).waitFor()
      await change('reinstate', DOCTOR)
      await desk.sign()
      await row(DOCTOR).getByText(s('people.states.no-key')).waitFor()
    })
    expect(acts).toEqual(agreed('Suspend', 'Reinstate'))
    await desk.leave()
  })
})

describe('a patient signs on the phone', () => {
  const retry = () => desk.button(words('common', 'jobs.retry').replace('{{title}}', 'Wound'))

  it('a record, which waits as it is when they say no', async () => {
    const joined = await desk.during(() => enrol(scene, PATIENT))
    expect(joined).toEqual(agreed('Join'))
    const declined = await desk.during(async () => {
      await desk.chooseNext([join(clinic.folder, 'Wound.png')])
      await desk
        .button(s('add.choose'))
        .or(desk.button(s('add.chooseFiles')))
        .first()
        .click()
      await desk.button(some('add.confirm_one')).click()
      await desk.decline()
      await retry().waitFor()
    })
    expect(declined).toEqual({ shown: ['AddRecord'], recorded: [] })
    await clinic.says('E_WALLET_REJECTED')
    const added = await desk.during(async () => {
      await retry().click()
      await desk.sign()
      await recordLink(desk, 'Wound').waitFor()
    })
    expect(added).toEqual(agreed('AddRecord'))
    await desk.leave()
  })

  it('and is asked by a doctor who signs there as well', async () => {
    const acts = await desk.during(async () => {
      await enrol(scene, DOCTOR)
      await askFor(scene, PATIENT)
    })
    expect(acts).toEqual(agreed('Join', 'RequestAccess'))
    await saveBackup(desk, join(clinic.folder, 'doctor.p12'))
    await desk.leave()
  })

  it('the profile, once the admin has signed that it is theirs', async () => {
    await desk.comeIn(ADMIN)
    expect(await desk.during(() => handOver(scene, PATIENT))).toEqual(agreed('UpdateProfile'))
    await desk.leave()
    await desk.comeIn(PATIENT)
    expect(await desk.during(() => keepProfile(scene))).toEqual(agreed('AddRecord'))
  })

  it('no to a request, yes to the same doctor, and other terms', async () => {
    const year = () => desk.page.getByRole('radio', { name: new RegExp(`^${s('give.span.year')}`) }).check()
    const acts = await desk.during(async () => {
      await desk.goTo('requests')
      await desk.page
        .getByRole('button', { name: new RegExp(`^${s('requests.decline')} .*${DOCTOR}`) })
        .click()
      await desk.sign()
      await desk.page.getByText(s('requests.state.declined')).waitFor()
      await desk.goTo('access')
      for (const mayAdd of [false, true]) {
        await chooseDoctor(scene, DOCTOR)
        await year()
        await giveTo(scene, DOCTOR, mayAdd)
      }
      await desk.page.getByText(s('access.adds')).waitFor()
    })
    expect(acts).toEqual(agreed('Decline', 'GiveAccess', 'GiveAccess'))
    await desk.leave()
  })
})

describe('when a computer is trusted no longer', () => {
  beforeAll(() => desk.passDays(91))

  it('a doctor signs on the phone what they have viewed, and what they add', async () => {
    await desk.comeIn(DOCTOR)
    const acts = await desk.during(async () => {
      await desk.page
        .getByRole('region', { name: s('patients.title') })
        .getByRole('link')
        .first()
        .click()
      await openRecord(scene, 'Wound')
      await desk.sign()
      await desk.page.goBack()
      await addRecords(scene, ['Suture.png'], [s('patients.add')])
      await recordLink(desk, 'Suture').waitFor()
    })
    expect(acts).toEqual(agreed('LogViews', 'AddRecord'))
    await desk.leave()
  })

  it('a patient signs a removal, and then the new keys', async () => {
    await desk.comeIn(PATIENT)
    const acts = await desk.during(async () => {
      await Promise.all([removeFrom(scene, DOCTOR), desk.sign()])
    })
    expect(acts).toEqual(agreed('RemoveAccess', 'Rekey'))
    await desk.leave()
  })

  it('and one that has its key from a backup is trusted by the phone', async () => {
    await putAside(desk, DOCTOR)
    await desk.comeIn(DOCTOR)
    await desk.heading(s('onboarding.needs-restore.title')).waitFor()
    for (const label of ['passphrase.choose', 'passphrase.repeat'])
      await desk.page.getByLabel(s(label), { exact: true }).fill('four words for a tour')
    await desk.page.getByLabel(s('onboarding.needs-restore.backup'), { exact: true }).fill(BACKUP_PASSPHRASE)
    await desk.chooseNext([join(clinic.folder, 'doctor.p12')])
    const acts = await desk.during(async () => {
      await desk.confirmed(() => desk.button(s('onboarding.needs-restore.choose')).click())
      await desk.sign()
      await desk.goTo('log')
      await desk.page.getByText(some('log.kinds.device-trusted')).waitFor()
    })
    expect(acts).toEqual(agreed('TrustDevice'))
  })
})
