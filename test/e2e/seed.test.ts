import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoPerson } from '../../electron/main/domain/network.ts'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { makeDocuments } from '../../tools/demo/documents.ts'
import { DEMO_PASSPHRASE, PEOPLE } from '../../tools/demo/people.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { seedClinic } from '../../tools/seed/seed.ts'
import { SEEDS } from '../../tools/seed/story.ts'
import { tellPassphrases } from '../../tools/seed/tell-passphrases.ts'
import { give, leaveOnceLogged, openPatient } from '../../tools/seed/visits.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { enrol, openRecord, register, s, some } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { type Launched, launchApp } from './support/launch.ts'

/** The seeding takes a minute alone; other suites may be at work beside it. */
const SEEDING_MS = 300_000

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
    surroundings = await prepareKeyring(folder)
    await seedClinic({ folder, surroundings, tell: (line) => lines.push(line) })
    clinic = await openDemoClinic(join(folder, 'chain'))
    tellPassphrases(clinic)
    launched = await launchApp({ folder, clinic, surroundings })
    desk = new Desk(launched.app, launched.page, DEMO_PASSPHRASE)
  }, SEEDING_MS)
  afterAll(async () => {
    await launched?.close()
    await clinic?.stop()
    await surroundings?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const scene = () => ({ desk, documents: join(folder, 'documents'), look: async () => undefined })
  const seen = (text: string | RegExp): Promise<void> => desk.page.getByText(text).first().waitFor()

  it('has told each step in the terminal', () => {
    expect(lines).toHaveLength(SEEDS.length)
    expect(lines[1]).toBe(`Preparing the clinic … 2 of ${SEEDS.length}: Nisha Rao makes a key`)
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

  it('leaves people whom somebody can register', async () => {
    await desk.comeIn('Mei Lin')
    await desk.heading(s('onboarding.unregistered.title')).waitFor()
    await desk.button(s('onboarding.leave')).click()
  })

  describe('somebody who is registered to read alone', () => {
    const READER = 'Kofi Osei'
    const LIPIDS = 'Lipid panel and troponin'

    it('is registered, and chosen by a patient for one folder', async () => {
      await desk.comeIn('Marta Keller')
      await register(scene(), 'reader', READER)
      await desk.leave()
      await enrol(scene(), READER)
      await desk.heading(s('patients.title')).waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
      await desk.leave()
      await desk.comeIn('Amara Osei')
      await give(scene(), READER, null, [words('common', 'specialties.394579002')])
      expect(await violationsOf(desk.page)).toEqual([])
      await desk.leave()
    })

    it('reads that folder and nothing else, asks nobody and adds nothing', async () => {
      await desk.comeIn(READER)
      await openPatient(scene(), 'Amara Osei')
      await desk.page
        .getByRole('link', { name: new RegExp(LIPIDS) })
        .first()
        .waitFor()
      expect(await desk.page.getByRole('link', { name: /Full blood count/ }).count()).toBe(0)
      expect(await desk.button(s('patients.add')).count()).toBe(0)
      await openRecord(scene(), LIPIDS)
      await desk.goTo('patients')
      expect(await desk.button(s('patients.ask')).count()).toBe(0)
      await leaveOnceLogged(scene(), 1)
    })

    it('has the family name of the patient, which the log points out until it is told not to', async () => {
      await desk.comeIn('Amara Osei')
      await desk.goTo('whoLooked')
      const panel = desk.page.getByRole('region', { name: s('log.odd.title') })
      const namesake = panel.getByRole('listitem').filter({ hasText: some('log.odd.rules.name_one') })
      await namesake.waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
      await namesake.getByRole('button').click()
      await namesake.waitFor({ state: 'detached' })
      await panel.getByRole('button', { name: s('log.odd.again') }).click()
      await namesake.waitFor()
      await desk.leave()
    })

    it('loses sight of a record that is moved to another folder', async () => {
      await desk.comeIn('Amara Osei')
      await desk.goTo('records')
      await openRecord(scene(), LIPIDS)
      await desk.button(s('viewer.moveTo')).click()
      expect(await violationsOf(desk.page)).toEqual([])
      await desk.confirmed(() => desk.button(s('viewer.move')).click())
      await desk.goTo('records')
      await desk.page
        .getByRole('listitem')
        .filter({ hasText: LIPIDS })
        .getByText(`${words('common', 'folders.1')} ·`)
        .waitFor()
      await desk.leave()
      await desk.comeIn(READER)
      await openPatient(scene(), 'Amara Osei')
      await desk.page.getByRole('link', { name: /ECG/ }).first().waitFor()
      expect(await desk.page.getByRole('link', { name: new RegExp(LIPIDS) }).count()).toBe(0)
      await desk.leave()
    })
  })

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

  describe('how it performs', () => {
    const main = () => desk.page.getByRole('main')
    const table = (title: string) =>
      main().getByRole('table', { name: s('performance.tableOf').replace('{{title}}', s(title)) })

    it('is measured from what was done while the clinic was prepared, and says what charts show', async () => {
      await desk.page.keyboard.press('Control+8')
      await desk.heading(s('performance.title')).waitFor()
      await main()
        .getByText(/ for half of \d+, and at most /)
        .waitFor()
      await main()
        .getByRole('img', { name: /half took at most/ })
        .waitFor()
      await main()
        .getByRole('img', { name: /\d+ done, \d+ failed/ })
        .waitFor()
      const row = (act: string) =>
        table('performance.here').getByRole('row', { name: s(`performance.acts.${act}`) })
      for (const act of ['add', 'view', 'give', 'remove', 'rekey', 'log']) await row(act).waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
    })

    it('has no figure of resistance on a development chain, and says so', async () => {
      await main().getByText(s('performance.network.kinds.development'), { exact: true }).waitFor()
      await main().getByText(s('performance.attack.development')).waitFor()
      expect(await main().getByText('⌊').count()).toBe(0)
    })

    it('has a table for each chart, and a file without anybody in it', async () => {
      await main().getByText(s('performance.table'), { exact: true }).click()
      await table('performance.time').waitFor()
      await table('performance.counts').waitFor()
      expect(
        await main()
          .getByRole('img', { name: /took at most|done,/ })
          .count(),
      ).toBe(0)
      expect(await violationsOf(desk.page)).toEqual([])
      const file = join(folder, 'performance.csv')
      await desk.saveNext(file)
      await desk.button(s('performance.csvLabel')).click()
      await main().getByText(s('performance.saved')).waitFor()
      const csv = readFileSync(file, 'utf8')
      expect(csv).toMatch(/^\uFEFFminute,act,code,milliseconds,bytes,/)
      expect(csv.split('\r\n').length).toBeGreaterThan(10)
      expect(csv).not.toMatch(/0x|Jonas|Amara|Lipid/)
    })
  })
})
