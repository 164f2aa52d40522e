// Over 250 lines because all of it shares one launch of the app, which takes longer than any case here.
import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAnvil } from '../../tools/chain/anvil.ts'
import { drawEcg } from '../../tools/demo/drawings.ts'
import { DEMO_PHRASE } from '../../tools/demo/people.ts'
import type { Desk } from '../../tools/tour/desk.ts'
import { enrol, register, s, some } from '../../tools/tour/scenes.ts'
import { pattern, words } from '../../tools/tour/words.ts'
import { BACKUP_PASSPHRASE, backupCases, saveBackup } from './support/backup-cases.ts'
import { kitCases, saveKit } from './support/kit-cases.ts'
import { listCases } from './support/list-cases.ts'
import { addStaged, dragFile, giveFiles, recordLink, sceneOf, Ward } from './support/ward.ts'

const PATIENT = 'Amara Osei'
const FIRST = 'first'
const text = (content: string): string => Buffer.from(content).toString('base64')
const job = (key: string, title: string): string => words('common', `jobs.${key}`).replace('{{title}}', title)

const ward = new Ward()
const OWN = join(ward.folder, 'own.p12')
const FOREIGN = join(ward.folder, 'foreign.p12')
const KIT = join(ward.folder, 'kit.pdf')
let desk: Desk

/** A file on this machine's disk. */
function onDisk(name: string, content: string): string {
  const path = join(ward.folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(async () => {
  await ward.open()
  desk = await ward.computer(FIRST)
  await enrol(sceneOf(desk), 'Marta Keller')
  await saveBackup(desk, FOREIGN)
  await saveKit(desk, KIT)
  await register(sceneOf(desk), 'patient', PATIENT)
  await desk.leave()
  await enrol(sceneOf(desk), PATIENT)
})
afterAll(() => ward.close())

const staged = () => desk.page.getByRole('list', { name: s('add.staged') })
const adding = () => desk.page.getByRole('list', { name: words('common', 'jobs.adding') })
const failure = (code: string) => desk.page.getByRole('alert').filter({ hasText: code })
const address = (): string => desk.page.url()

describe('files that are let go over the window', () => {
  it('lead nowhere beside a place for files', async () => {
    await desk.goTo('key')
    await desk.heading(s('key.title')).waitFor()
    const before = address()
    await dragFile(desk, onDisk('stray.html', '<h1>Elsewhere</h1>'))
    await desk.page.waitForTimeout(500)
    expect(address()).toBe(before)
    expect(await desk.heading(s('key.title')).isVisible()).toBe(true)
    expect(desk.app.windows()).toHaveLength(1)
  })

  it('become a record where records are', async () => {
    await desk.goTo('records')
    await desk.page.getByRole('region', { name: s('add.label') }).waitFor()
    await dragFile(desk, onDisk('Blood group.txt', 'A positive'))
    await staged().getByText('Blood group.txt').waitFor()
    await addStaged(desk, 'Blood group')
  })

  it('are taken one by one: an empty one does not keep the others out', async () => {
    await giveFiles(desk, 'drop', [
      { name: 'nothing.txt', type: 'text/plain', base64: '' },
      { name: 'Allergies.txt', type: 'text/plain', base64: text('None known') },
    ])
    await failure('E_FILE_EMPTY').waitFor()
    await staged().getByText('Allergies.txt').waitFor()
    await addStaged(desk, 'Allergies')
  })

  it('may be pasted, as a picture from the clipboard is', async () => {
    const base64 = Buffer.from(drawEcg()).toString('base64')
    await giveFiles(desk, 'paste', [{ name: 'image.png', type: 'image/png', base64 }])
    await desk.page.getByLabel(s('add.title').replace('{{name}}', 'image.png')).fill('ECG from the clipboard')
    await addStaged(desk, 'ECG from the clipboard')
  })
})

describe('a record on its way', () => {
  it('is called off while it is being locked, and leaves nothing behind', async () => {
    const large = onDisk('Long letter.txt', 'Dear colleague')
    truncateSync(large, 1_500_000_000)
    writeFileSync(large, ' '.repeat(4096), { flag: 'r+' })
    await desk.chooseNext([large])
    await desk.button(s('add.choose')).click()
    await desk.button(some('add.confirm_one')).click()
    await desk.button(job('cancel', 'Long letter')).waitFor()
    await desk.button(job('cancel', 'Long letter')).click()
    await adding().waitFor({ state: 'detached' })
    await desk.page.keyboard.press('Control+j')
    await desk.page.getByRole('dialog').getByText(words('common', 'jobs.cancelled')).waitFor()
    await desk.page.keyboard.press('Escape')
    await expect
      .poll(() => ward.filesOf(FIRST, 'profiles').filter((path) => path.includes('spool')))
      .toEqual([])
  })

  it('is tried again after it has failed', async () => {
    await giveFiles(desk, 'drop', [{ name: 'Vision.txt', type: 'text/plain', base64: text('20/20') }])
    await desk.button(some('add.confirm_one')).click()
    await desk.decline()
    await desk.button(job('retry', 'Vision')).click()
    await desk.sign()
    await recordLink(desk, 'Vision').waitFor()
  })

  it('asks again by itself after the page was loaded anew', async () => {
    await giveFiles(desk, 'drop', [{ name: 'Hearing.txt', type: 'text/plain', base64: text('Good') }])
    await desk.button(some('add.confirm_one')).click()
    await desk.page.getByRole('dialog').waitFor()
    // What comes late keeps a page from being loaded while it is at work already.
    await desk.page.route('**/late.png', (route) => delay(2_000).then(() => route.abort()))
    await desk.page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => Object.assign(new Image(), { src: '/late.png' }))
    })
    await desk.page.reload({ waitUntil: 'load' })
    await desk.sign()
    await recordLink(desk, 'Hearing').waitFor()
  })

  it('waits while the chain is away, says since when, and goes on when it is back', async () => {
    const { chain, network } = ward.clinic
    await chain.stop()
    const banner = desk.page.getByRole('status').filter({ hasText: words('common', 'banner.unreachable') })
    await banner.waitFor()
    await giveFiles(desk, 'drop', [{ name: 'Weight.txt', type: 'text/plain', base64: text('64 kg') }])
    await desk.button(some('add.confirm_one')).click()
    await adding().getByText(words('common', 'jobs.goesOn')).waitFor()
    const again = await startAnvil({
      state: join(ward.folder, 'chain/chain.json'),
      port: Number(new URL(network.rpc).port),
      phrase: DEMO_PHRASE,
    })
    ward.clinic = { ...ward.clinic, chain: again, stop: again.stop }
    await desk.sign()
    await recordLink(desk, 'Weight').waitFor()
    await banner.waitFor({ state: 'detached' })
  })
})

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

describe('a record whose block is not as it was', () => {
  const blocks = (): string[] => ward.filesOf(FIRST, 'ipfs/blocks')
  let block: string

  beforeAll(async () => {
    await desk.goTo('records')
    await recordLink(desk, 'Vision').waitFor()
    const before = new Set(blocks())
    const base64 = Buffer.from(drawEcg()).toString('base64')
    await giveFiles(desk, 'drop', [{ name: 'Scan.png', type: 'image/png', base64 }])
    await addStaged(desk, 'Scan')
    const added = blocks().filter((path) => !before.has(path))
    block = added.toSorted((a, b) => statSync(b).size - statSync(a).size)[0]!
  })

  const refused = async (code: string): Promise<void> => {
    await recordLink(desk, 'Scan').click()
    await failure(code).waitFor()
    const check = s('verify.failed').replace('{{check}}', '1').replace('{{of}}', '5')
    await failure(code)
      .getByText(check.replace('{{what}}', s('verify.names.content')))
      .waitFor()
    expect(await desk.page.locator('main img, .pdfViewer').count()).toBe(0)
    expect(await desk.page.getByText(some('verify.verified')).count()).toBe(0)
  }

  it('is not shown when the block is missing; it is when the block is back', async () => {
    renameSync(block, `${block}.away`)
    await refused('E_BLOCK_MISSING')
    renameSync(`${block}.away`, block)
    const verified = desk.page.getByText(some('verify.verified'))
    const again = desk.button(words('common', 'tryAgain'))
    // With each block of the chain it is tried again anyway: then there is nothing left to press.
    await again.click({ timeout: 2_000 }).catch(() => verified.waitFor())
    await verified.waitFor()
    await desk.goTo('records')
  })

  it('is not shown when one bit differs, and the way leads back', async () => {
    const bytes = readFileSync(block)
    bytes[40]! ^= 1
    writeFileSync(block, bytes)
    await refused('E_BLOCK_DAMAGED')
    await desk.button(s('viewer.back')).click()
    await desk.heading(s('records.yours')).waitFor()
  })
})

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
