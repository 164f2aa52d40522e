import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { makeDocuments } from '../../tools/demo/documents.ts'
import { DEMO_PASSPHRASE, PEOPLE } from '../../tools/demo/people.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { seedClinic } from '../../tools/seed/seed.ts'
import { ARRIVALS, SEEDS } from '../../tools/seed/story.ts'
import { tellPassphrases } from '../../tools/seed/tell-passphrases.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { openRecord, s, some } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { JOINING_MS, joinedClinic } from './support/joined-clinic.ts'
import { type Launched, launchApp } from './support/launch.ts'
import { performanceCases, shortPerformanceCases } from './support/performance-cases.ts'
import { readerCases } from './support/reader-cases.ts'
import { singleCases } from './support/single-cases.ts'
import { movedOn } from './support/steady.ts'

const LATER = SEEDS.slice(ARRIVALS.length)

describe('the demo clinic, opened for the first time', () => {
  const lines: string[] = []
  let folder: string
  let surroundings: Surroundings
  let clinic: DemoClinic
  let launched: Launched
  let desk: Desk

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-seed-'))
    await makeDocuments(join(folder, 'documents'))
    await joinedClinic(folder)
    surroundings = await prepareKeyring(folder)
    await seedClinic({ folder, surroundings, tell: (line) => lines.push(line), steps: LATER })
    clinic = await openDemoClinic(join(folder, 'chain'))
    tellPassphrases(clinic)
    launched = await launchApp({ folder, clinic, surroundings })
    desk = new Desk(launched.app, launched.page, DEMO_PASSPHRASE)
  }, JOINING_MS)
  afterAll(async () => {
    await launched?.close()
    await clinic?.stop()
    await surroundings?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const scene = () => ({ desk, documents: join(folder, 'documents'), look: async () => undefined })
  const seen = (text: string | RegExp): Promise<void> => desk.page.getByText(text).first().waitFor()

  it('has told each step in the terminal', () => {
    expect(lines).toHaveLength(LATER.length)
    const number = ARRIVALS.length + 1
    expect(lines[0]).toBe(
      `Preparing the clinic … ${number} of ${SEEDS.length}: Marta Keller hands everybody their profile`,
    )
  })

  it('tells the passphrase where it is asked for', async () => {
    await desk.button('Unlock Marta Keller').click()
    await desk.page.getByRole('dialog').getByText(DEMO_PASSPHRASE).waitFor()
    await desk.page.keyboard.press('Escape')
  })

  it('shows a patient the records, one by a doctor, and a request that waits', async () => {
    await desk.comeIn('Jonas Weber')
    await desk.heading(s('records.yours')).waitFor()
    for (const title of ['Vaccination card', 'Photo of the rash', 'Allergy test of the skin'])
      await seen(title)
    await openRecord(scene(), 'Radiograph of the wrist')
    await desk.goTo('requests')
    await desk.page.getByRole('link', { name: some('requests.decideFrom') }).waitFor()
    await desk.leave()
  })

  it('shows a doctor the patient who gave access, and the one who took it back', async () => {
    await desk.comeIn('Hana Sato')
    await seen(some('patients.ended'))
    await desk.page.getByRole('link', { name: /Amara Osei/ }).click()
    await seen('Discharge letter')
    await openRecord(scene(), 'Lipid panel')
    await desk.leave()
  })

  it('hides names and titles in discreet mode, until somebody points at one', async () => {
    const blur = (text: string): Promise<string> =>
      desk.page
        .getByRole('main')
        .getByText(text)
        .first()
        .evaluate((part) => getComputedStyle(part.closest('[data-private]') ?? part).filter)
    await desk.comeIn('Hana Sato')
    await desk.goTo('patients')
    await desk.heading(s('patients.title')).waitFor()
    await seen('Amara Osei')
    expect(await blur('Amara Osei')).toBe('none')
    await desk.page.keyboard.press('Control+Shift+D')
    await desk.button(words('common', 'discreet')).waitFor()
    expect(await blur('Amara Osei')).toContain('blur')
    await desk.page.getByRole('main').getByText('Amara Osei').first().hover()
    expect(await blur('Amara Osei')).toBe('none')
    await desk.page.getByRole('link', { name: /Amara Osei/ }).click()
    await desk.button(words('common', 'discreet')).hover()
    await seen('Discharge letter')
    expect(await blur('Lipid panel')).toContain('blur')
    await desk.page.getByRole('link', { name: /Lipid panel/ }).focus()
    expect(await blur('Lipid panel')).toBe('none')
    await desk.button(words('common', 'discreet')).click()
    await desk.button(words('common', 'discreet')).waitFor({ state: 'detached' })
    await desk.leave()
  })

  it.each<[name: string, places: readonly string[]]>([
    ['Amara Osei', ['access', 'requests', 'doctors', 'whoLooked', 'emergency', 'key', 'settings', 'records']],
    ['Marta Keller', ['people', 'log', 'emergency', 'settings', 'overview']],
  ])('moves nothing away under a hand while a page fills: %s', async (name, places) => {
    const home = await movedOn(desk.page, async () => {
      await desk.comeIn(name)
      await desk.nav().waitFor()
    })
    expect(home).toEqual([])
    for (const place of places)
      expect({ place, moved: await movedOn(desk.page, () => desk.goTo(place)) }).toEqual({ place, moved: [] })
    await desk.leave()
  })

  it('moves nothing at all for whoever asks their system for that', async () => {
    const fades = (): Promise<string> =>
      desk.button('Unlock Marta Keller').evaluate((button) => getComputedStyle(button).transitionDuration)
    expect(await fades()).toBe('0s')
    await desk.page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await fades()).not.toBe('0s')
    await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  })

  it('leaves people whom somebody can register', async () => {
    await desk.comeIn('Mei Lin')
    await desk.heading(s('onboarding.unregistered.title')).waitFor()
    await desk.button(s('onboarding.leave')).click()
  })

  readerCases(scene)
  singleCases(scene)
  shortPerformanceCases(scene)

  describe('from a table', () => {
    const left = PEOPLE.filter(({ name }) => ['Mei Lin', 'Samuel Okafor'].includes(name))
    const row = (line: number) =>
      desk.page.getByRole('table', { name: s('many.list') }).locator(`[aria-rowindex="${line}"]`)
    const give = (name: string, lines: readonly string[]): Promise<void> =>
      desk.page.locator('input[type=file]').setInputFiles({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(lines.join('\n')),
      })

    it('says which columns are lacking', async () => {
      await desk.comeIn('Marta Keller')
      await desk.goTo('people')
      await desk.page.getByRole('link', { name: s('many.open') }).click()
      await give('staff.csv', ['name,email', 'Mei Lin,mei@riverside.example'])
      await seen('staff.csv lacks these columns: role, wallet, birth date, gender.')
    })

    it('registers one after the other, and says of each what became of it', async () => {
      const known = PEOPLE.find(({ name }) => name === 'Jonas Weber')!
      const line = ({ name, address, birthDate, gender, email }: DemoPerson): string =>
        ['patient', address, name, birthDate, gender, email].join(';')
      const head = 'Role;Wallet;Name;Birth date;Gender;Email'
      await give('people.csv', [head, ...left.map(line), line(known), line(left[0]!), ';;Nobody;;;'])
      await row(4).getByText(s('many.states.known')).waitFor()
      await row(5).getByText('The wallet stands in line 2 already').waitFor()
      await row(6)
        .getByText(/is needed/)
        .waitFor()
      expect(await violationsOf(desk.page)).toEqual([])

      await desk.button(some('many.start_other')).click()
      await desk.decline()
      await row(2).getByText('You said no').waitFor()
      expect(await row(3).textContent()).toContain(s('many.states.ready'))
      await desk.button(some('many.start_other')).click()
      for (const at of [2, 3]) {
        await desk.sign()
        await row(at).getByText(s('many.states.registered')).waitFor()
      }
      await desk.goTo('people')
      for (const { name } of left) await seen(name)
    })
  })

  performanceCases(scene)
})
