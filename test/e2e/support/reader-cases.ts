import { describe, expect, it } from 'vitest'
import { give, leaveOnceLogged, openPatient } from '../../../tools/seed/visits.ts'
import { enrol, openRecord, register, type Scene, s, some } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { violationsOf } from './accessible.ts'

/** A relative in the seeded clinic: registered to read alone, given one folder, and losing sight of what leaves it. */
export function readerCases(scene: () => Scene): void {
  describe('somebody who is registered to read alone', () => {
    const desk = () => scene().desk
    const READER = 'Kofi Osei'
    const LIPIDS = 'Lipid panel and troponin'

    it('is registered, and chosen by a patient for one folder', async () => {
      await desk().comeIn('Marta Keller')
      await register(scene(), 'reader', READER)
      await desk().leave()
      await enrol(scene(), READER)
      await desk().heading(s('patients.title')).waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
      await desk().leave()
      await desk().comeIn('Amara Osei')
      await give(scene(), READER, null, [words('common', 'specialties.394579002')])
      expect(await violationsOf(desk().page)).toEqual([])
      await desk().leave()
    })

    it('reads that folder and nothing else, asks nobody and adds nothing', async () => {
      await desk().comeIn(READER)
      await openPatient(scene(), 'Amara Osei')
      await desk()
        .page.getByRole('link', { name: new RegExp(LIPIDS) })
        .first()
        .waitFor()
      expect(
        await desk()
          .page.getByRole('link', { name: /Full blood count/ })
          .count(),
      ).toBe(0)
      expect(await desk().button(s('patients.add')).count()).toBe(0)
      await openRecord(scene(), LIPIDS)
      await desk().goTo('patients')
      expect(await desk().button(s('patients.ask')).count()).toBe(0)
      await leaveOnceLogged(scene(), 1)
    })

    it('has the family name of the patient, which the log points out until it is told not to', async () => {
      await desk().comeIn('Amara Osei')
      await desk().goTo('whoLooked')
      const panel = desk().page.getByRole('region', { name: s('log.odd.title') })
      const namesake = panel.getByRole('listitem').filter({ hasText: some('log.odd.rules.name_one') })
      await namesake.waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
      await namesake.getByRole('button').click()
      await namesake.waitFor({ state: 'detached' })
      await panel.getByRole('button', { name: s('log.odd.again') }).click()
      await namesake.waitFor()
      await desk().leave()
    })

    it('loses sight of a record that is moved to another folder', async () => {
      await desk().comeIn('Amara Osei')
      await desk().goTo('records')
      await openRecord(scene(), LIPIDS)
      await desk().button(s('viewer.moveTo')).click()
      expect(await violationsOf(desk().page)).toEqual([])
      await desk().confirmed(() => desk().button(s('viewer.move')).click())
      await desk().goTo('records')
      await desk()
        .page.getByRole('listitem')
        .filter({ hasText: LIPIDS })
        .getByText(`${words('common', 'folders.1')} ·`)
        .waitFor()
      await desk().leave()
      await desk().comeIn(READER)
      await openPatient(scene(), 'Amara Osei')
      await desk().page.getByRole('link', { name: /ECG/ }).first().waitFor()
      expect(
        await desk()
          .page.getByRole('link', { name: new RegExp(LIPIDS) })
          .count(),
      ).toBe(0)
      await desk().leave()
    })
  })
}
