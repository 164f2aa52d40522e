import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BenchClinic, openBenchClinic } from '../../../tools/bench/clinic.ts'
import { crowd } from '../../../tools/bench/crowd.ts'
import { fill } from '../../../tools/bench/fill.ts'
import { register } from '../../../tools/bench/people.ts'
import { PEOPLE } from '../../../tools/demo/people.ts'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { BACKUP_PASSPHRASE } from './backup-cases.ts'
import { ask } from './bridge.ts'
import { drawn } from './drawn.ts'
import type { Ward } from './ward.ts'

const RECORDS = 300
const VIEWS = 1_000

type Here = {
  readonly ward: Ward
  /** The patient's window, open. */
  readonly desk: () => Desk
  readonly patient: string
  /** Backup files: the patient's own and the admin's. */
  readonly own: string
  readonly foreign: string
}

/** A person of the clinic without a window, by their backup. */
const fromBackup = (clinic: BenchClinic, name: string, path: string) =>
  clinic.person(PEOPLE.find((person) => person.name === name)!.index, {
    backup: readFileSync(path),
    passphrase: BACKUP_PASSPHRASE,
  })

export function listCases({ ward, desk, patient, own, foreign }: Here): void {
  describe('long lists', () => {
    let clinic: BenchClinic

    beforeAll(async () => {
      clinic = await openBenchClinic({
        network: ward.clinic.network,
        blocks: ward.dataOf('second', 'ipfs', 'blocks'),
      })
      const admin = await fromBackup(clinic, 'Marta Keller', foreign)
      // The one who has not come in yet.
      const reader = await clinic.person(PEOPLE.findLast(({ role }) => role === 'doctor')!.index)
      await register(admin.world, reader.world, 'doctor')
      const owner = await fromBackup(clinic, patient, own)
      await fill(clinic, owner.world, RECORDS, new TextEncoder().encode('Dear colleague'), 16)
      await crowd(clinic, reader, owner, VIEWS)
    })
    afterAll(() => clinic?.close())

    const page = () => desk().page
    const list = () => page().getByRole('list', { name: s('records.list') })
    const focused = (): Promise<string> => page().evaluate(() => document.activeElement?.textContent ?? '')
    const scrolled = (selector: string, by: number): Promise<boolean> =>
      page().evaluate(
        ([what, step]) => {
          const part = document.querySelector(what)!
          const before = part.scrollTop
          part.scrollTop += step
          return part.scrollTop > before
        },
        [selector, by] as const,
      )

    /** Scrolls through to the end and gathers what was in sight. */
    async function gather(selector: string, inSight: () => Promise<string[]>): Promise<Set<string>> {
      const seen = new Set<string>()
      do {
        await drawn(page())
        for (const one of await inSight()) seen.add(one)
      } while (await scrolled(selector, 500))
      return seen
    }

    it('show every record on the way down', async () => {
      await desk().goTo('records')
      const letters = Array.from({ length: RECORDS }, (_, at) => `Letter ${at}`)
      await list().getByRole('link').nth(20).waitFor()
      // The newest are listed on top as they become known, above somebody who has begun to scroll.
      await expect
        .poll(async () => {
          await scrolled('#page', -100_000)
          const seen = await gather('#page', () => list().getByRole('link').allTextContents())
          return letters.filter((letter) => !seen.has(letter))
        })
        .toEqual([])
    })

    it('keep the keyboard where it is, however far one scrolls', async () => {
      await scrolled('#page', -100_000)
      // Rows of the place one comes from are there for a frame longer.
      await page().waitForTimeout(300)
      await list().getByRole('link').nth(3).focus()
      const before = await focused()
      for (let row = 0; row < 40; row += 1) {
        await page().keyboard.press('Tab')
        // No hand is faster than a frame.
        await page().waitForTimeout(20)
      }
      const far = await focused()
      expect(far).not.toBe(before)
      expect(await list().getByText(far, { exact: true }).isVisible()).toBe(true)
      await scrolled('#page', 100_000)
      await page().waitForTimeout(200)
      expect(await focused()).toBe(far)
      await page().keyboard.press('Shift+Tab')
      await page().waitForTimeout(200)
      expect(await focused()).not.toBe(far)
      expect(await focused()).toMatch(/^Letter /)
      expect(
        await list()
          .getByText(await focused(), { exact: true })
          .isVisible(),
      ).toBe(true)
    })

    it('show every line of a log', async () => {
      await desk().goTo('whoLooked')
      const table = page().getByRole('table', { name: s('log.table') })
      await table.getByRole('row').nth(10).waitFor()
      const rows = Number(await table.getAttribute('aria-rowcount'))
      expect(rows).toBeGreaterThan(RECORDS + VIEWS)
      const seen = await gather('section[aria-label="Log"]', () =>
        table
          .locator('[aria-rowindex]')
          .evaluateAll((all) => all.map((row) => row.getAttribute('aria-rowindex')!)),
      )
      expect(seen.size).toBe(rows)
    })

    it.each(['records', 'access', 'doctors', 'whoLooked', 'key', 'settings'])(
      'and pages need no sideways scrolling with text of twice the size: %s',
      async (place) => {
        await ask(page(), 'settings.write', { textSize: 2 })
        await desk().goTo(place)
        await page().waitForTimeout(600)
        const wide = await page().evaluate(() =>
          [document.documentElement, document.querySelector('#page')!].map(
            (part) => part.scrollWidth - part.clientWidth,
          ),
        )
        expect(wide).toEqual([0, 0])
      },
    )
  })
}
