import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../electron/ipc/kit.ts'
import { startAnvil } from '../../../tools/chain/anvil.ts'
import { drawEcg } from '../../../tools/demo/drawings.ts'
import { DEMO_PHRASE } from '../../../tools/demo/people.ts'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s, some } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { pdfOf } from '../../support/pdf-files.ts'
import { callMain } from './bridge.ts'
import { addStaged, dragFile, giveFiles, recordLink, type Ward } from './ward.ts'

const text = (content: string): string => Buffer.from(content).toString('base64')
const job = (key: string, title: string): string => words('common', `jobs.${key}`).replace('{{title}}', title)

type Here = {
  readonly ward: Ward
  /** The computer's name, and its window with a patient in. */
  readonly computer: string
  readonly desk: () => Desk
}

/** Ways into the app for a file, and what may happen to it before it is a record. */
export function addingCases({ ward, computer, desk }: Here): void {
  const page = () => desk().page
  const staged = () => page().getByRole('list', { name: s('add.staged') })
  const adding = () => page().getByRole('list', { name: words('common', 'jobs.adding') })
  const failure = (code: string) => page().getByRole('alert').filter({ hasText: code })
  const address = (): string => page().url()

  /** A file on this machine's disk. */
  function onDisk(name: string, content: string): string {
    const path = join(ward.folder, name)
    writeFileSync(path, content)
    return path
  }

  /** Pushes a file that has no path, and asks where it belongs. */
  const suggested = (name: string, content: string): Promise<Reply<unknown>> =>
    page().evaluate(
      async ([named, base64]) => {
        const { call } = window.medicalChain
        const chunk = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const begun = await call('files.begin', { name: named, byteLength: chunk.length })
        if (!begun.ok) return begun
        const { token } = begun.value as { token: string }
        await call('files.push', { token, chunk })
        const answer = await call('files.suggest', { token })
        await call('files.forget', { token })
        return answer
      },
      [name, content] as const,
    )

  describe('where a file belongs', () => {
    it('is proposed from its own words, or from what it is coded as', async () => {
      const letter =
        'Retinal detachment of the left eye. Visual acuity 6/60, vitrectomy within 24 hours. Eye clinic.'
      expect(await suggested('Letter.txt', text(letter))).toMatchObject({
        ok: true,
        value: { kind: 'text', proposals: [{ code: '394594003' }] },
      })
      const pdf = await pdfOf([letter])
      expect(await suggested('Letter.pdf', Buffer.from(pdf).toString('base64'))).toMatchObject({
        value: { kind: 'text', proposals: [{ code: '394594003' }] },
      })
      expect(await suggested('Lab.hl7', text('MSH|^~\\&|LAB\rPV1|1|O||||||||URO'))).toMatchObject({
        value: { kind: 'coded', source: 'PV1-10', proposals: [{ code: '394612005', confidence: 1 }] },
      })
    })

    it('is asked of the person where a picture says nothing, and of nobody where there is no such file', async () => {
      expect(await suggested('ECG.png', Buffer.from(drawEcg()).toString('base64'))).toMatchObject({
        value: { kind: 'no-text', proposals: [] },
      })
      expect(await callMain(page(), 'files.suggest', { token: 'none' })).toMatchObject({
        code: 'E_FILE_GONE',
      })
    })
  })

  describe('files that are let go over the window', () => {
    it('lead nowhere beside a place for files', async () => {
      await desk().goTo('key')
      await desk().heading(s('key.title')).waitFor()
      const before = address()
      await dragFile(desk(), onDisk('stray.html', '<h1>Elsewhere</h1>'))
      await page().waitForTimeout(500)
      expect(address()).toBe(before)
      expect(await desk().heading(s('key.title')).isVisible()).toBe(true)
      expect(desk().app.windows()).toHaveLength(1)
    })

    it('become a record where records are', async () => {
      await desk().goTo('records')
      await page()
        .getByRole('region', { name: s('add.label') })
        .waitFor()
      await dragFile(desk(), onDisk('Blood group.txt', 'A positive'))
      await staged().getByText('Blood group.txt').waitFor()
      await addStaged(desk(), 'Blood group')
    })

    it('are taken one by one: an empty one does not keep the others out', async () => {
      await giveFiles(desk(), 'drop', [
        { name: 'nothing.txt', type: 'text/plain', base64: '' },
        { name: 'Allergies.txt', type: 'text/plain', base64: text('None known') },
      ])
      await failure('E_FILE_EMPTY').waitFor()
      await staged().getByText('Allergies.txt').waitFor()
      await addStaged(desk(), 'Allergies')
    })

    it('stay chosen when the page is left and the app locks, and one that is gone meanwhile is told', async () => {
      const path = onDisk('Vaccines.txt', 'Tetanus, 2019')
      const title = () => page().getByLabel(s('add.title').replace('{{name}}', 'Vaccines.txt'))
      await desk().chooseNext([path])
      await desk().button(s('add.choose')).click()
      await title().fill('All vaccines')
      await desk().goTo('key')
      await desk().goTo('records')
      await expect.poll(() => title().inputValue()).toBe('All vaccines')
      await page().keyboard.press('Control+l')
      await desk().unlock()
      await expect.poll(() => title().inputValue()).toBe('All vaccines')
      rmSync(path)
      await desk().goTo('key')
      await desk().goTo('records')
      await staged().getByText('E_FILE_GONE').waitFor()
      await desk().button(s('add.leave').replace('{{name}}', 'All vaccines')).click()
      await staged().waitFor({ state: 'detached' })
    })

    it('may be pasted, as a picture from the clipboard is', async () => {
      const base64 = Buffer.from(drawEcg()).toString('base64')
      await giveFiles(desk(), 'paste', [{ name: 'image.png', type: 'image/png', base64 }])
      await page().getByLabel(s('add.title').replace('{{name}}', 'image.png')).fill('ECG from the clipboard')
      await addStaged(desk(), 'ECG from the clipboard')
    })
  })

  describe('a record on its way', () => {
    it('is called off while it is being locked, and leaves nothing behind', async () => {
      const large = onDisk('Long letter.txt', 'Dear colleague')
      truncateSync(large, 1_500_000_000)
      writeFileSync(large, ' '.repeat(4096), { flag: 'r+' })
      await desk().chooseNext([large])
      await desk().button(s('add.choose')).click()
      await desk().button(some('add.confirm_one')).click()
      await desk().button(job('cancel', 'Long letter')).waitFor()
      await desk().button(job('cancel', 'Long letter')).click()
      await adding().waitFor({ state: 'detached' })
      await page().keyboard.press('Control+j')
      await page().getByRole('dialog').getByText(words('common', 'jobs.cancelled')).waitFor()
      await page().keyboard.press('Escape')
      await expect
        .poll(() => ward.filesOf(computer, 'profiles').filter((path) => path.includes('spool')))
        .toEqual([])
    })

    it('is tried again after it has failed', async () => {
      await giveFiles(desk(), 'drop', [{ name: 'Vision.txt', type: 'text/plain', base64: text('20/20') }])
      await desk().button(some('add.confirm_one')).click()
      await desk().decline()
      await desk().button(job('retry', 'Vision')).click()
      await desk().sign()
      await recordLink(desk(), 'Vision').waitFor()
    })

    it('asks again by itself after the page was loaded anew', async () => {
      await giveFiles(desk(), 'drop', [{ name: 'Hearing.txt', type: 'text/plain', base64: text('Good') }])
      await desk().button(some('add.confirm_one')).click()
      await page().getByRole('dialog').waitFor()
      // What comes late keeps a page from being loaded while it is at work already.
      await page().route('**/late.png', (route) => delay(2_000).then(() => route.abort()))
      await page().addInitScript(() => {
        addEventListener('DOMContentLoaded', () => Object.assign(new Image(), { src: '/late.png' }))
      })
      await page().reload({ waitUntil: 'load' })
      await desk().sign()
      await recordLink(desk(), 'Hearing').waitFor()
    })

    it('waits while the chain is away, says since when, and goes on when it is back', async () => {
      const { chain, network } = ward.clinic
      await chain.stop()
      const banner = page()
        .getByRole('status')
        .filter({ hasText: words('common', 'banner.unreachable') })
      await banner.waitFor()
      await giveFiles(desk(), 'drop', [{ name: 'Weight.txt', type: 'text/plain', base64: text('64 kg') }])
      await desk().button(some('add.confirm_one')).click()
      await adding().getByText(words('common', 'jobs.goesOn')).waitFor()
      const again = await startAnvil({
        state: join(ward.folder, 'chain/chain.json'),
        port: Number(new URL(network.rpc).port),
        phrase: DEMO_PHRASE,
      })
      ward.clinic = { ...ward.clinic, chain: again, stop: again.stop }
      await desk().sign()
      await recordLink(desk(), 'Weight').waitFor()
      await banner.waitFor({ state: 'detached' })
    })
  })
}
