import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../tools/tour/desk.ts'
import { s, some } from '../../tools/tour/scenes.ts'
import { pattern } from '../../tools/tour/words.ts'
import { addingCases } from './support/adding-cases.ts'
import { BACKUP_PASSPHRASE, backupCases, saveBackup } from './support/backup-cases.ts'
import { copyCases } from './support/copy-cases.ts'
import { damageCases } from './support/damage-cases.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { kitCases, saveKit } from './support/kit-cases.ts'
import { listCases } from './support/list-cases.ts'
import { recordLink, Ward } from './support/ward.ts'

const PATIENT = 'Amara Osei'
const FIRST = 'first'

const ward = new Ward()
const OWN = join(ward.folder, 'own.p12')
const FOREIGN = join(ward.folder, 'foreign.p12')
const KIT = join(ward.folder, 'kit.pdf')
let desk: Desk

beforeAll(async () => {
  await ward.open({ joined: true })
  desk = await ward.computer(FIRST)
  await desk.comeIn('Marta Keller')
  await saveBackup(desk, FOREIGN)
  await saveKit(desk, KIT)
  await desk.leave()
  await desk.comeIn(PATIENT)
  await desk.nav().waitFor()
}, JOINING_MS)
afterAll(() => ward.close())

addingCases({ ward, computer: FIRST, desk: () => desk })

describe('from one record to the next', () => {
  it('leads a link or a key, in the order of the list', async () => {
    await recordLink(desk, 'Vision').click()
    await desk.page.getByText(some('verify.verified')).waitFor()
    await desk.page.getByRole('link', { name: new RegExp(`^${s('viewer.newer')}.*Hearing`) }).click()
    await desk.heading('Hearing').waitFor()
    await desk.page.keyboard.press('Alt+ArrowUp')
    await desk.heading('Weight').waitFor()
    await desk.page.getByText(s('viewer.newest')).waitFor()
    await desk.page.keyboard.press('Alt+ArrowDown')
    await desk.heading('Hearing').waitFor()
  })
})

copyCases({ ward, desk: () => desk })

damageCases({ ward, computer: FIRST, desk: () => desk })

describe('the lock that comes by itself', () => {
  const idle = (seconds: number): Promise<void> =>
    desk.app.evaluate(({ powerMonitor }, idleFor) => {
      powerMonitor.getSystemIdleTime = () => idleFor
    }, seconds)
  const warning = () => desk.page.getByRole('alert').filter({ hasText: pattern('common', 'lockSoon_other') })

  it('is announced, put off by whoever is there, and comes when nobody is', async () => {
    const minutes = 10 * 60
    await idle(minutes - 45)
    await warning().waitFor()
    // In another window.
    await idle(0)
    await warning().waitFor({ state: 'detached' })
    await idle(minutes - 45)
    await warning().waitFor()
    await idle(0)
    // A hand on the mouse is enough: the button is for those who have none.
    await desk.page.mouse.move(300, 300)
    await desk.page.mouse.move(310, 310)
    await warning().waitFor({ state: 'detached' })
    await idle(minutes)
    await desk.heading(s('locked.title')).waitFor()
    await idle(0)
    await desk.unlock()
    await desk.heading(s('records.yours')).waitFor()
  })
})

describe('a backup of the key', () => {
  it('is written where the person says, for the person alone', async () => {
    await saveBackup(desk, OWN)
    expect(statSync(OWN).mode & 0o777).toBe(0o600)
    const told = execFileSync('openssl', [
      'pkcs12',
      '-in',
      OWN,
      '-info',
      '-nokeys',
      '-passin',
      `pass:${BACKUP_PASSPHRASE}`,
    ])
    expect(told.toString()).toContain('Medical-Chain')
  })
})

let second: Desk
backupCases({
  ward,
  patient: PATIENT,
  from: FIRST,
  own: OWN,
  foreign: FOREIGN,
  settled: (there) => {
    second = there
  },
})
listCases({ ward, desk: () => second, patient: PATIENT, own: OWN, foreign: FOREIGN })

kitCases({ ward, desk: () => second, name: 'Marta Keller', sheet: KIT })
