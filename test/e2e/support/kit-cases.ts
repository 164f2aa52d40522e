import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSPHRASE as CHOSEN } from '../../../tools/demo/people.ts'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { scanPage } from '../../support/pdf.ts'
import { violationsOf } from './accessible.ts'
import { ask } from './bridge.ts'
import type { Ward } from './ward.ts'

/** Makes a recovery kit for whoever is in. Returns the sheet's path. */
export async function saveKit(desk: Desk, path: string): Promise<string> {
  await desk.goTo('key')
  await desk.saveNext(path)
  await desk.button(s('kit.save')).click()
  await desk.page.getByText(s('kit.once'), { exact: true }).waitFor()
  return path
}

type Here = {
  readonly ward: Ward
  readonly name: string
  /** Their kit's sheet. */
  readonly sheet: string
  /** A computer that doesn't know them yet, and somebody else is in. */
  readonly desk: () => Desk
}

/** A person whose computer is gone, with a sheet of paper. */
export function kitCases({ ward, name, sheet, desk }: Here): void {
  describe('a recovery kit', () => {
    let words: string
    let scan: string

    beforeAll(async () => {
      await ask(desk().page, 'settings.write', { textSize: 1 })
      await desk().leave()
      const page = await scanPage(readFileSync(sheet))
      expect(page.pages).toBe(1)
      // Each word follows its number.
      words = Array.from({ length: 12 }, (_, at) => page.text[page.text.indexOf(`${at + 1}`) + 1]!).join(' ')
      scan = `${sheet}.png`
      writeFileSync(scan, page.png)
    })

    const page = () => desk().page
    const give = (path: string): Promise<void> => page().locator('input[type=file]').setInputFiles(path)
    const restore = () => desk().button(s('restoreKit.restore'))
    const refused = async (code: string): Promise<void> => {
      await page().getByRole('alert').filter({ hasText: code }).waitFor()
    }

    it('says whose it is, holds no key in clear, and only its owner may read its files', () => {
      const line = readFileSync(sheet.replace(/pdf$/, 'mckey'), 'utf8')
      expect(line).toMatch(/^MCKEY1:[0-9A-F]+\n$/)
      expect(statSync(sheet).mode & 0o077).toBe(0)
    })

    it('is asked for on a computer without the key, by name', async () => {
      await desk().comeIn(name)
      await page().getByText(s('onboarding.needs-restore.kit'), { exact: true }).click()
      await page().getByLabel(s('passphrase.choose'), { exact: true }).fill(CHOSEN)
      await page().getByLabel(s('passphrase.repeat'), { exact: true }).fill(CHOSEN)
      expect(await restore().isDisabled()).toBe(true)
      expect(await violationsOf(page())).toEqual([])
    })

    it('is not read from a picture that shows none', async () => {
      const other = `${sheet}.other.png`
      writeFileSync(other, readFileSync(new URL('../../../resources/icon.png', import.meta.url)))
      await give(other)
      await refused('E_KIT_UNREADABLE')
    })

    it('is read from a scan, and refuses words that are mistyped', async () => {
      await give(scan)
      await page().getByText(s('restoreKit.codeRead'), { exact: true }).waitFor()
      await page().getByLabel(s('restoreKit.words'), { exact: true }).fill(words.replace(/^\S+/, 'paper'))
      await restore().click()
      await page()
        .getByRole('alert')
        .filter({ hasText: /E_KIT_WORDS|E_PASSPHRASE_WRONG/ })
        .waitFor()
    })

    it('is read from its PDF and from its file as well', async () => {
      for (const path of [sheet, sheet.replace(/pdf$/, 'mckey')]) {
        await give(`${sheet}.other.png`)
        await refused('E_KIT_UNREADABLE')
        await give(path)
        await page().getByText(s('restoreKit.codeRead'), { exact: true }).waitFor()
      }
    })

    it('brings the key back with its words, however they are written', async () => {
      await page()
        .getByLabel(s('restoreKit.words'), { exact: true })
        .fill(words.toUpperCase().replaceAll(' ', ',\n'))
      await desk().confirmed(() => restore().click())
      await desk().sign()
      await desk().nav().waitFor()
      expect(existsSync(ward.dataOf('second', 'profiles'))).toBe(true)
    })
  })
}
