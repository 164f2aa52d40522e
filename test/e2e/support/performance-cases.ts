import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Scene, s } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { scanPage } from '../../support/pdf.ts'
import { violationsOf } from './accessible.ts'
import { ask } from './bridge.ts'

const p = (key: string): string => words('performance', key)

/** What everybody else sees of it. */
export function shortPerformanceCases(scene: () => Scene): void {
  it('says in the settings how long things take here, and leaves the rest to admins', async () => {
    const { desk } = scene()
    await desk.comeIn('Hana Sato')
    await desk.goTo('settings')
    const panel = desk.page.getByRole('region', { name: p('short') })
    await panel.getByText(new RegExp(`^${p('acts.view')} took `)).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    for (const call of ['performance.network', 'performance.saveCsv'] as const)
      await expect(ask(desk.page, call)).rejects.toThrow('E_NOT_ALLOWED')
    const acts = ask(desk.page, 'performance.acts', { span: 'day', act: null })
    await expect(acts).rejects.toThrow('E_NOT_ALLOWED')
    await desk.leave()
  })
}

/** What an admin sees of how this computer and its network do, once people have worked here. */
export function performanceCases(scene: () => Scene): void {
  describe('how it performs', () => {
    const desk = () => scene().desk
    const main = () => desk().page.getByRole('main')
    const table = (title: string) =>
      main().getByRole('table', { name: p('tableOf').replace('{{title}}', p(title)) })

    it('is measured from what was done while the clinic was prepared, and says what charts show', async () => {
      await desk().page.keyboard.press('Control+8')
      await desk().heading(p('title')).waitFor()
      await main()
        .getByText(/ for half of \d+, and at most /)
        .waitFor()
      await main()
        .getByRole('img', { name: /half took at most/ })
        .waitFor()
      await main()
        .getByRole('img', { name: /\d+ done, \d+ failed/ })
        .waitFor()
      await main()
        .getByRole('img', { name: /of \d+ in the fullest span/ })
        .waitFor()
      await main()
        .getByRole('region', { name: p('stores.title') })
        .getByText(/^took half of \d+ pieces within /)
        .waitFor()
      const row = (act: string) => table('here').getByRole('row', { name: p(`acts.${act}`) })
      for (const act of ['add', 'view', 'give', 'remove', 'rekey', 'log']) await row(act).waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
    })

    it('has no figure of resistance on a development chain, and says so', async () => {
      await main().getByText(p('network.kinds.development'), { exact: true }).waitFor()
      await main().getByText(p('attack.development')).waitFor()
      expect(await main().getByText('⌊').count()).toBe(0)
    })

    it('is read by other programs of this computer for as long as somebody wants that', async () => {
      const panel = main().getByRole('region', { name: p('port.title') })
      await panel.getByText(s('settings.on'), { exact: true }).click()
      const page = await panel.getByText('/metrics').textContent()
      const read = async () => (await fetch(page!)).text()
      expect(await read()).toMatch(/^medical_chain_act_duration_seconds_count\{act="add"\} \d+$/m)
      expect(await violationsOf(desk().page)).toEqual([])
      await panel.getByText(s('settings.off'), { exact: true }).click()
      await panel.getByText('/metrics').waitFor({ state: 'detached' })
      await expect(read()).rejects.toThrow()
    })

    it('takes load on demand, rate by rate, until somebody stops it, and keeps what was measured', async () => {
      const panel = main().getByRole('region', { name: p('measure.title'), exact: true })
      const dialog = desk().page.getByRole('dialog')
      await desk().button(p('measure.open')).click()
      await dialog.getByText(/At most 630 acts/).waitFor()
      // Nobody works in a demo clinic, so there is nothing to confirm.
      expect(await dialog.getByRole('checkbox').count()).toBe(0)
      expect(await violationsOf(desk().page)).toEqual([])
      await dialog.getByRole('button', { name: p('measure.start'), exact: true }).click()
      await desk().sign()
      await panel.getByText(/^At 2 acts a second/).waitFor()
      await panel.getByRole('img').waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
      await panel.getByRole('button', { name: p('measure.stop'), exact: true }).click()
      await panel.getByText(/kept up with one act a second.*Then it was stopped/).waitFor()
      await panel.getByRole('img', { name: /Then it was stopped/ }).waitFor()
      expect(await violationsOf(desk().page)).toEqual([])
    })

    it('has a report of it, as PDF and CSV, with what it was made with and without anybody', async () => {
      await desk().saveNext(join(scene().documents, 'measurement.pdf'))
      await desk().button(p('measure.save')).click()
      await main().getByText(p('measure.saved')).waitFor()
      const { text } = await scanPage(readFileSync(join(scene().documents, 'measurement.pdf')))
      const pdf = text.join(' ')
      for (const part of ['Riverside Clinic', 'kept up with one act a second', 'Chain 31337', 'Processor'])
        expect(pdf).toContain(part)
      const csv = readFileSync(join(scene().documents, 'measurement.csv'), 'utf8')
      expect(csv).toMatch(/^ended,stopped\r$/m)
      expect(csv).toMatch(/^1,[\d.]+,10,10,0,/m)
      for (const file of [pdf, csv]) expect(file).not.toMatch(/0x|Jonas|Amara|Marta/)
    })

    it('has a table for each chart, and a file without anybody in it', async () => {
      await main().getByText(p('table'), { exact: true }).click()
      await table('time').waitFor()
      await table('counts').waitFor()
      await table('spread').waitFor()
      await table('measure.title').waitFor()
      expect(
        await main()
          .getByRole('img', { name: /took at most|done,|fullest/ })
          .count(),
      ).toBe(0)
      expect(await violationsOf(desk().page)).toEqual([])
      const file = join(scene().documents, 'performance.csv')
      await desk().saveNext(file)
      await desk().button(p('csvLabel')).click()
      await main().getByText(p('saved')).waitFor()
      const csv = readFileSync(file, 'utf8')
      expect(csv).toMatch(/^\uFEFFminute,act,code,milliseconds,bytes,gas,/)
      expect(csv.split('\r\n').length).toBeGreaterThan(10)
      expect(csv).not.toMatch(/0x|Jonas|Amara|Lipid/)
    })
  })
}
