import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSPHRASE as CHOSEN } from '../../../tools/demo/people.ts'
import type { Desk } from '../../../tools/tour/desk.ts'
import { s, some } from '../../../tools/tour/scenes.ts'
import { recordLink, type Ward } from './ward.ts'

export const BACKUP_PASSPHRASE = 'five words for a backup'

/** Saves a backup of whoever is in. Returns the file. */
export async function saveBackup(desk: Desk, path: string): Promise<string> {
  await desk.goTo('key')
  await desk.button(s('backup.save')).click()
  await desk.page.getByLabel(s('backup.passphrase'), { exact: true }).fill(BACKUP_PASSPHRASE)
  await desk.page.getByLabel(s('backup.repeat'), { exact: true }).fill(BACKUP_PASSPHRASE)
  await desk.saveNext(path)
  await desk.button(s('backup.choose')).click()
  await desk.page.getByText(s('backup.saved'), { exact: true }).waitFor()
  return path
}

type Here = {
  readonly ward: Ward
  readonly patient: string
  readonly from: string
  /** Backup files: the patient's own and somebody else's. */
  readonly own: string
  readonly foreign: string
  readonly settled: (desk: Desk) => void
}

/** The patient at a new computer, whose store has the same blocks. */
export function backupCases({ ward, patient, from, own, foreign, settled }: Here): void {
  describe('a key on a computer that has never seen it', () => {
    let desk: Desk

    beforeAll(async () => {
      cpSync(ward.dataOf(from, 'ipfs', 'blocks'), ward.dataOf('second', 'ipfs', 'blocks'), {
        recursive: true,
      })
      desk = await ward.computer('second')
      settled(desk)
    })

    const restore = async (file: string, passphrase: string): Promise<void> => {
      await desk.chooseNext([file])
      await desk.page.getByLabel(s('onboarding.needs-restore.backup'), { exact: true }).fill(passphrase)
      await desk.button(s('onboarding.needs-restore.choose')).click()
    }
    const refused = async (code: string): Promise<void> => {
      await desk.page.getByRole('alert').filter({ hasText: code }).waitFor()
      expect(existsSync(ward.dataOf('second', 'profiles'))).toBe(false)
    }

    it('is promised on the first page, and asked for after the wallet has signed', async () => {
      await desk.page.getByText(s('connect.elsewhereNote')).waitFor()
      await desk.comeIn(patient)
      await desk.heading(s('onboarding.needs-restore.title')).waitFor()
      await desk.page.getByLabel(s('passphrase.choose'), { exact: true }).fill(CHOSEN)
      await desk.page.getByLabel(s('passphrase.repeat'), { exact: true }).fill(CHOSEN)
    })

    it('does not come with a wrong passphrase', async () => {
      await restore(own, 'another passphrase')
      await refused('E_PASSPHRASE_WRONG')
    })

    it('does not come from somebody else’s backup', async () => {
      await restore(foreign, BACKUP_PASSPHRASE)
      await refused('E_BACKUP_OTHER_KEY')
    })

    it('does not come from a file that is no backup', async () => {
      await restore(join(ward.folder, 'stray.html'), BACKUP_PASSPHRASE)
      await refused('E_BACKUP_DAMAGED')
    })

    it('comes with its own backup, and opens what was added before', async () => {
      await desk.confirmed(() => restore(own, BACKUP_PASSPHRASE))
      await desk.sign()
      await recordLink(desk, 'Vision').click()
      await desk.page.getByText(some('verify.verified')).waitFor()
      await desk.page.getByText('20/20').waitFor()
    })

    it('is under the passphrase that was chosen here', async () => {
      await desk.leave()
      await desk.comeIn(patient)
      await desk.goTo('records')
      await recordLink(desk, 'Vision').waitFor()
    })
  })
}

/** A key that does not open here any more is put aside, as if this were a new computer. */
export async function putAside(desk: Desk, name: string): Promise<void> {
  const unlock = desk.button(s('connect.unlock').replace('{{name}}', name))
  await unlock.click()
  await desk.unlock('a passphrase that is not it')
  await desk.confirmed(() => desk.button(s('unlock.lost')).click())
  // Until the page has heard of it, it would still offer to unlock.
  await unlock.waitFor({ state: 'detached' })
}
