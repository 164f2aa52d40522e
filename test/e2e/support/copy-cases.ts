import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s, some } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { DOCUMENT } from '../../support/cda-record.ts'
import { BUNDLE } from '../../support/fhir-record.ts'
import { MESSAGE } from '../../support/hl7-record.ts'
import { violationsOf } from './accessible.ts'
import { addStaged, giveFiles, recordLink, type Ward } from './ward.ts'

type Here = { readonly ward: Ward; readonly desk: () => Desk }

/** A patient's copy of one of their records, without what names them. */
export function copyCases({ ward, desk }: Here): void {
  const page = () => desk().page
  const dialog = () => page().getByRole('dialog')
  const path = (ending = 'fhir.json') => join(ward.folder, `copy.${ending}`)
  const NAMES = /osei|amara|brandt|riverside|078-05-1120/i

  async function openCopy(title: string, content: string): Promise<void> {
    await desk().goTo('records')
    await page()
      .getByRole('region', { name: s('add.label') })
      .waitFor()
    const base64 = Buffer.from(content).toString('base64')
    await giveFiles(desk(), 'drop', [{ name: `${title}.txt`, type: 'text/plain', base64 }])
    await addStaged(desk(), title)
    await recordLink(desk(), title).click()
    await page().getByText(some('verify.verified')).waitFor()
    await desk().button(s('viewer.research.open')).click()
    await dialog().getByText(s('viewer.research.note')).waitFor()
  }
  const save = () => desk().button(s('viewer.research.save')).click()
  const saved = () => dialog().getByText(s('viewer.research.saved'))

  describe('a copy for research', () => {
    it('is saved where the person says, without names, and free text and origin only if they are ticked', async () => {
      await openCopy('Laboratory', JSON.stringify(BUNDLE))
      expect(await violationsOf(page())).toEqual([])
      await desk().saveNext(path())
      await save()
      await saved().waitFor()
      expect(await violationsOf(page())).toEqual([])
      const plain = readFileSync(path(), 'utf8')
      expect(plain).toContain('718-7')
      expect(plain).not.toMatch(NAMES)
      expect(statSync(path()).mode & 0o777).toBe(0o600)

      await dialog().getByLabel(s('viewer.research.freeText')).check()
      await saved().waitFor({ state: 'detached' })
      await dialog().getByLabel(s('viewer.research.origin')).check()
      await save()
      await desk().sign()
      await saved().waitFor()
      expect(readFileSync(path(), 'utf8')).toContain('Mrs Osei should come back')
      const origin = readFileSync(join(ward.folder, 'copy.fhir.origin.json'), 'utf8')
      expect(JSON.parse(origin).message).toContain('Free text: kept')
      await dialog().getByText(words('common', 'close'), { exact: true }).last().click()
    })

    it.each([
      ['a message of HL7 v2', 'Message', MESSAGE, 'hl7'],
      ['a CDA document', 'Summary', DOCUMENT, 'xml'],
    ])('is made of %s too', async (_, title, content, ending) => {
      await openCopy(title, content)
      await desk().saveNext(path(ending))
      await save()
      await saved().waitFor()
      const copy = readFileSync(path(ending), 'utf8')
      expect(copy).toContain('718-7')
      expect(copy).not.toMatch(NAMES)
      await dialog().getByText(words('common', 'close'), { exact: true }).last().click()
    })

    it('is refused for a letter, with the reason', async () => {
      await openCopy('Letter to Dr Brandt', 'Dear colleague')
      await save()
      await page().getByRole('alert').filter({ hasText: 'E_NOT_STRUCTURED' }).waitFor()
      expect(await violationsOf(page())).toEqual([])
      await desk().button(s('give.notNow')).click()
      await desk().goTo('records')
      await desk().heading(s('records.yours')).waitFor()
    })
  })
}
