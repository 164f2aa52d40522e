import { describe, expect, it } from 'vitest'
import { leaveOnceLogged } from '../../../tools/seed/visits.ts'
import { openRecord, type Scene, s, some } from '../../../tools/tour/scenes.ts'
import { violationsOf } from './accessible.ts'

/** A record of the seeded clinic that is shared alone, with a doctor who has nothing else of this patient's. */
export function singleCases(scene: () => Scene): void {
  describe('a record that is shared alone', () => {
    const desk = () => scene().desk
    const link = (name: string | RegExp) => desk().page.getByRole('link', { name }).first()
    const PATIENT = 'Jonas Weber'
    const DOCTOR = 'Nisha Rao'
    const PHOTO = 'Photo of the rash'

    it('is given by its patient with a sentence that says what is left out', async () => {
      await desk().comeIn(PATIENT)
      await desk().goTo('records')
      await openRecord(scene(), PHOTO)
      await link(s('share.title')).click()
      await desk()
        .page.getByRole('combobox', { name: s('give.doctor') })
        .fill(DOCTOR)
      await desk()
        .page.getByRole('option', { name: new RegExp(DOCTOR) })
        .click()
      await desk().button(s('share.sign')).waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
      await scene().look('share-record')
      await desk().confirmed(
        () => desk().button(s('share.sign')).click(),
        async (window) => {
          await window.getByText(new RegExp(`“${PHOTO}”.*nothing else`)).waitFor()
          await scene().look('share-confirm')
        },
      )
      await desk().sign()
      const row = desk().page.getByRole('row').filter({ hasText: DOCTOR })
      await row.getByText(some('access.listedCount_one')).first().waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
      await scene().look('share-matrix')
      await desk().leave()
    })

    it('is all that the doctor sees of a patient, who stays an address', async () => {
      await desk().comeIn(DOCTOR)
      const row = desk()
        .page.getByRole('listitem')
        .filter({ hasText: s('patients.withoutProfile') })
      await row.waitFor()
      expect(await row.textContent()).not.toContain(PATIENT)
      await scene().look('share-patients')
      await row.getByRole('link').click()
      await link(new RegExp(PHOTO)).waitFor()
      expect(
        await desk()
          .page.getByRole('list', { name: s('records.list') })
          .getByRole('link')
          .count(),
      ).toBe(1)
      expect(await violationsOf(desk().page)).toEqual([])
      await scene().look('share-list')
      await openRecord(scene(), PHOTO)
      expect(await violationsOf(desk().page)).toEqual([])
      await scene().look('share-viewer')
      await leaveOnceLogged(scene(), 3)
    })

    it('is taken back where it stands, and leaves the doctor with the fact that it was', async () => {
      await desk().comeIn(PATIENT)
      await desk().goTo('records')
      await openRecord(scene(), PHOTO)
      await scene().look('share-own')
      await link(new RegExp(`${s('access.remove')}.*${DOCTOR}`)).click()
      await desk().confirmed(() => desk().button(s('remove.sign')).click())
      await desk().sign()
      await desk().heading(some('remove.titleDone')).waitFor()
      await desk().leave()
      await desk().comeIn(DOCTOR)
      await desk().page.getByText(some('patients.ended')).waitFor()
      expect(await desk().page.getByText(s('patients.withoutProfile')).count()).toBe(0)
      await desk().leave()
    })
  })
}
