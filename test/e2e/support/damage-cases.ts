import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawEcg } from '../../../tools/demo/drawings.ts'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s, some } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { addStaged, giveFiles, recordLink, type Ward } from './ward.ts'

type Here = {
  readonly ward: Ward
  /** The computer's name, and its window with a patient in who has a record called Vision. */
  readonly computer: string
  readonly desk: () => Desk
}

/** A store that has lost or changed what it was given. */
export function damageCases({ ward, computer, desk }: Here): void {
  const page = () => desk().page
  const failure = (code: string) => page().getByRole('alert').filter({ hasText: code })

  describe('a record whose block is not as it was', () => {
    const blocks = (): string[] => ward.filesOf(computer, 'ipfs/blocks')
    let block: string

    beforeAll(async () => {
      await desk().goTo('records')
      await recordLink(desk(), 'Vision').waitFor()
      const before = new Set(blocks())
      const base64 = Buffer.from(drawEcg()).toString('base64')
      await giveFiles(desk(), 'drop', [{ name: 'Scan.png', type: 'image/png', base64 }])
      await addStaged(desk(), 'Scan')
      const added = blocks().filter((path) => !before.has(path))
      block = added.toSorted((a, b) => statSync(b).size - statSync(a).size)[0]!
    })

    const refused = async (code: string): Promise<void> => {
      await recordLink(desk(), 'Scan').click()
      await failure(code).waitFor()
      const check = s('verify.failed').replace('{{check}}', '1').replace('{{of}}', '5')
      await failure(code)
        .getByText(check.replace('{{what}}', s('verify.names.content')))
        .waitFor()
      expect(await page().locator('main img, .pdfViewer').count()).toBe(0)
      expect(await page().getByText(some('verify.verified')).count()).toBe(0)
    }

    it('is not shown when the block is missing; it is when the block is back', async () => {
      renameSync(block, `${block}.away`)
      await refused('E_BLOCK_MISSING')
      renameSync(`${block}.away`, block)
      const verified = page().getByText(some('verify.verified'))
      const again = desk().button(words('common', 'tryAgain'))
      // With each block of the chain it is tried again anyway: then there is nothing left to press.
      await again.click({ timeout: 2_000 }).catch(() => verified.waitFor())
      await verified.waitFor()
      await desk().goTo('records')
    })

    it('is not shown when one bit differs, and the way leads back', async () => {
      const bytes = readFileSync(block)
      bytes[40]! ^= 1
      writeFileSync(block, bytes)
      await refused('E_BLOCK_DAMAGED')
      await desk().button(s('viewer.back')).click()
      await desk().heading(s('records.yours')).waitFor()
    })
  })
}
