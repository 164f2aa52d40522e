import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { VisitState } from '../../../electron/main/domain/desk.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { pattern } from '../../../tools/tour/words.ts'
import { violationsOf } from './accessible.ts'
import { ask } from './bridge.ts'
import { JONAS, MEI, type Reception } from './reception.ts'
import { inMemory, onDisk } from './traces.ts'
import { giveFiles, recordLink } from './ward.ts'

/** Nobody is called so, and no record either. */
const NAME = 'Quirin Zebulon'
const WORD = 'Xylograph'
const TITLE = `${WORD} of ${NAME}`
const CONTENT = 'Vouchsafed heliotrope'

/** Patients who use the desk's computer, and what they leave on it. */
export function visitCases(reception: Reception): void {
  const endNow = () =>
    reception.page.getByRole('dialog').getByRole('button', { name: s('visit.endNow'), exact: true })

  describe('a patient goes on at this computer', () => {
    let address: string

    it('as themselves, without another prompt to sign in', async () => {
      await reception.phone.behave({ account: JONAS })
      const before = reception.phone.count('personal_sign')
      await reception.visit('Jonas Weber', NAME)
      expect(reception.phone.count('personal_sign')).toBe(before + 1)
      const state = await ask<VisitState>(reception.page, 'visit.state')
      expect(state).toMatchObject({ stage: 'running', key: 'none' })
      address = state.account
      const other = { address: `0x${'11'.repeat(20)}`, passphrase: 'whoever it is' }
      await expect(ask(reception.page, 'session.unlock', other)).rejects.toThrow('E_VISIT_RUNNING')
    })

    it('makes and publishes a key, adds a record and reads it', async () => {
      const { desk } = reception
      await desk.createKey()
      await desk.confirmed(() => desk.button(s('onboarding.needs-publish.publish')).click())
      await desk.nav().waitFor()
      await desk.button(s('add.chooseFiles')).waitFor()
      const file = { name: `${TITLE}.txt`, type: 'text/plain', base64: btoa(CONTENT) }
      await giveFiles(desk, 'paste', [file])
      await desk.button(pattern('screens', 'add.confirm_one')).click()
      await recordLink(desk, TITLE).waitFor()
      await recordLink(desk, TITLE).click()
      await reception.page.getByText(CONTENT).waitFor()
      expect(await violationsOf(reception.page)).toEqual([])
    })

    it('and it is all there to be found', async () => {
      expect(await inMemory(reception.desk.app, [NAME, WORD])).toEqual([NAME, WORD])
      expect(onDisk(reception.dataOf(), [NAME, WORD, CONTENT])).toEqual([])
      expect(onDisk(reception.dataOf(), [address]).join()).toMatch(/chain-memory\.sqlite/)
      expect(existsSync(reception.dataOf('profiles', address))).toBe(true)
      expect(reception.remembered()).not.toBeNull()
    })

    it('can’t end with a key that is nowhere else, unless that is said', async () => {
      const { desk } = reception
      await desk.button(s('visit.end')).click()
      await reception.page.getByText(s('visit.onlyHere')).waitFor()
      expect(await violationsOf(reception.page)).toEqual([])
      expect(await desk.button(s('visit.endWithout')).isDisabled()).toBe(true)
      await expect(ask(reception.page, 'visit.end', { withoutBackup: false })).rejects.toThrow(
        'E_VISIT_NO_BACKUP',
      )
      await desk.saveNext(join(reception.folder, 'backup.p12'))
      await reception.page.getByLabel(s('backup.passphrase'), { exact: true }).fill('a drawer at home')
      await reception.page.getByLabel(s('backup.repeat'), { exact: true }).fill('a drawer at home')
      await desk.button(s('backup.choose')).click()
      await endNow().waitFor()
    })

    it('and takes everything with them at the end', async () => {
      const { desk } = reception
      await ask(reception.page, 'visit.copied', { text: NAME })
      await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), NAME)
      await endNow().click()
      const { removed, reason } = await reception.over()
      expect({
        ...removed,
        answers: removed.answers > 0,
        blocksKept: removed.blocksKept > 0,
        reason,
      }).toEqual({
        key: true,
        answers: true,
        blocks: 0,
        blocksKept: true,
        clipboard: true,
        reason: 'asked',
      })
      await reception.page.getByText(s('visit.over.lines.phone')).waitFor()
      expect(await violationsOf(reception.page)).toEqual([])
      await reception.forgotten()
      expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('')
    })

    it('so that nothing of them is found in main’s memory, on the page or on the disk', async () => {
      const marks = [NAME, WORD, CONTENT]
      expect(await inMemory(reception.desk.app, marks)).toEqual([])
      expect(onDisk(reception.dataOf(), marks)).toEqual([])
      // Keyrings name their readers, and are nowhere else here: this clinic has no other store.
      const named = onDisk(reception.dataOf(), [address])
      expect(named.filter((place) => !place.includes(' in ipfs/blocks/'))).toEqual([])
      expect(existsSync(reception.dataOf('profiles', address))).toBe(false)
      expect(reception.remembered()).toBeNull()
      const text = await reception.page.evaluate(() => document.documentElement.outerHTML)
      expect(marks.filter((mark) => text.includes(mark))).toEqual([])
    })

    it('and the admin signs in again', async () => {
      await reception.desk.button(s('visit.over.next')).click()
      await reception.desk.comeIn('Marta Keller')
      await reception.desk.nav().waitFor()
      expect(await ask(reception.page, 'visit.state')).toBeNull()
      expect(existsSync(reception.dataOf('visit.json'))).toBe(false)
    })
  })

  describe('a visit that nobody ends', () => {
    it('ends by itself, and says so a minute before', async () => {
      await reception.phone.behave({ account: MEI })
      await reception.visit('Mei Lin')
      await reception.idleFor(560)
      await reception.page.getByRole('alert').getByText(pattern('screens', 'visit.soon_other')).waitFor()
      expect(await ask(reception.page, 'visit.state')).toMatchObject({ stage: 'running' })
      await reception.idleFor(600)
      expect(await reception.over()).toMatchObject({ reason: 'idle', removed: { key: false } })
      await reception.idleFor(0)
      await reception.page.getByText(s('visit.over.lines.phone')).waitFor()
      await reception.forgotten()
    })
  })
}
