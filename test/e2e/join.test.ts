import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JsonRpcProvider } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { enrol, s, some } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { type Launched, launchApp } from './support/launch.ts'

/** A picture without any code. */
const ICON = join(import.meta.dirname, '../../resources/icon.png')

describe('a fresh computer', () => {
  let folder: string
  let clinic: DemoClinic
  let keyring: Surroundings
  let first: Launched
  let fresh: Launched
  let desk: Desk
  let file: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-join-'))
    file = join(folder, 'riverside.medicalchain.json')
    keyring = await prepareKeyring(folder)
    clinic = await openDemoClinic(join(folder, 'chain'))
    first = await launchApp({ folder: join(folder, 'first'), clinic, surroundings: keyring })
    const scene = { desk: new Desk(first.app, first.page), documents: folder, look: async () => undefined }
    await enrol(scene, 'Marta Keller')
    fresh = await launchApp({ folder: join(folder, 'fresh'), clinic: null, surroundings: keyring })
    desk = new Desk(fresh.app, fresh.page)
  }, 120_000)
  afterAll(async () => {
    await fresh?.close()
    await first?.close()
    await clinic?.stop()
    await keyring?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const choose = async (path: string): Promise<void> => {
    await desk.chooseNext([path])
    if (await desk.button(s('join.other')).isVisible()) await desk.button(s('join.other')).click()
    await desk.button(s('join.choose')).click()
  }

  it('belongs to no clinic, says so, and answers nothing else', async () => {
    await desk.heading(s('firstRun.look.title')).waitFor()
    const reply = await desk.page.evaluate(() => window.medicalChain.call('people.list', undefined))
    expect(reply).toMatchObject({ ok: false, code: 'E_NO_CLINIC' })
  })

  it('is set up page by page, each seen at once and kept for the next start', async () => {
    const next = desk.button(s('firstRun.continue'))
    const seen = async (step: 'look' | 'place' | 'shield' | 'privacy'): Promise<void> => {
      await desk.heading(s(`firstRun.${step}.title`)).waitFor()
      expect(await violationsOf(desk.page)).toEqual([])
    }
    await seen('look')
    await desk.page.getByText(s('settings.appearances.dark')).click()
    await desk.page.locator('html[data-mantine-color-scheme=dark]').waitFor()
    await next.click()
    await seen('place')
    await desk.page.getByRole('radio', { name: s('firstRun.place.desk') }).click()
    await next.click()
    await seen('shield')
    const minutes = desk.page.getByLabel(s('settings.lockAfter'))
    await expect.poll(() => minutes.inputValue()).toMatch(/^5 /)
    await desk.page.getByText('gnome_libsecret').waitFor()
    await next.click()
    await seen('privacy')
    await desk.page.reload()
    await seen('privacy')
    await desk.button(s('firstRun.back')).click()
    await seen('shield')
    await desk.button(s('firstRun.skip')).click()
    await desk.heading(s('firstRun.clinic.title')).waitFor()
  })

  it('refuses a file that is none, and one whose chain is not the one it names', async () => {
    const other = join(folder, 'other.json')
    writeFileSync(other, '{}')
    await choose(other)
    await desk.page.getByText('E_INPUT').waitFor()

    const network = JSON.parse(readFileSync(clinic.networkFile, 'utf8'))
    writeFileSync(other, JSON.stringify({ ...network, contract: `0x${'12'.repeat(20)}` }))
    await choose(other)
    await desk.page.getByText(s('join.failed.contract')).waitFor()
    await desk.page.getByText(s('join.unsigned')).waitFor()
    expect(await desk.button(some('join.use')).isEnabled()).toBe(false)
  })

  it('refuses a contract that is not the one this version was made for', async () => {
    const other = `0x${'34'.repeat(20)}`
    const node = new JsonRpcProvider(clinic.network.rpc, clinic.network.chainId, { staticNetwork: true })
    await node.send('anvil_setCode', [other, '0x6001'])
    node.destroy()
    await desk.button(s('join.other')).click()
    await desk.button(s('join.by.address')).click()
    await desk.button(s('join.look')).click()
    await desk.page.getByText(s('join.address.noUrl')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.page.getByLabel(s('join.address.name')).fill('Hillside')
    await desk.page.getByLabel(s('join.address.rpc')).fill(clinic.network.rpc)
    await desk.page.getByLabel(s('join.address.contract')).fill(other)
    await desk.button(s('join.look')).click()
    await desk.page.getByText(s('join.failed.code')).waitFor()
    expect(await desk.button(some('join.use')).isEnabled()).toBe(false)
  })

  it('finds the rest out for somebody who knows where node and contract are', async () => {
    await desk.button(s('join.other')).click()
    await desk.page.getByLabel(s('join.address.name')).fill('Riverside')
    await desk.page.getByLabel(s('join.address.rpc')).fill(clinic.network.rpc)
    await desk.page.getByLabel(s('join.address.contract')).fill(clinic.network.contract)
    await desk.button(s('join.look')).click()
    await desk.page.getByText(s('join.passed.code')).waitFor()
    await desk.page.getByText(s('join.notShared')).waitFor()
    expect(await desk.button(some('join.use')).isEnabled()).toBe(true)
    expect(await violationsOf(desk.page)).toEqual([])
  })

  it('reads the code that an admin shows, from a photo of it and from its text', async () => {
    const admin = new Desk(first.app, first.page)
    await admin.goTo('settings')
    await admin.button(s('clinicFile.show')).click()
    await admin.sign()
    const code = admin.page.getByRole('img', { name: s('clinicFile.code') })
    const photo = join(folder, 'code.png')
    await code.locator('..').screenshot({ path: photo })
    await desk.button(s('join.other')).click()
    await desk.button(s('join.by.code')).click()
    const give = async (path: string): Promise<void> => {
      const [files] = await Promise.all([
        desk.page.waitForEvent('filechooser'),
        desk.button(s('join.code.picture')).click(),
      ])
      await files.setFiles(path)
    }
    await give(ICON)
    await desk.page.getByText('E_CODE_UNREADABLE').waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await give(photo)
    await desk.page.getByText(s('join.passed.admin')).waitFor()
    await desk.button(s('join.other')).click()
    await admin.page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text })
    })
    await admin.button(s('clinicFile.copy')).click()
    expect(await violationsOf(admin.page)).toEqual([])
    const line = await admin.page.evaluate(() => (window as never as { copied: string }).copied)
    await admin.button(words('common', 'close')).click()
    await desk.page.getByLabel(s('join.code.text')).fill('MCNET1:')
    await desk.button(s('join.look')).click()
    await desk.page.getByText('E_INPUT').waitFor()
    await desk.page.getByLabel(s('join.code.text')).fill(line)
    await desk.button(s('join.look')).click()
    await desk.page.getByText(s('join.passed.admin')).waitFor()
    await desk.button(s('join.other')).click()
    await desk.button(s('join.by.file')).click()
  })

  it('joins with the file that an admin has signed', async () => {
    const admin = new Desk(first.app, first.page)
    await admin.goTo('settings')
    await first.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await admin.button(s('clinicFile.save')).click()
    await admin.sign()
    await admin.page.getByText(s('clinicFile.saved')).waitFor()

    await choose(file)
    await desk.page.getByText(s('join.passed.admin')).waitFor()
    await desk.button(some('join.use')).click()
    await desk.heading(s('connect.title')).waitFor()
    await desk.page.getByText(words('common', 'network.storage')).waitFor()
    expect(readFileSync(join(folder, 'fresh/app/network.json'), 'utf8')).toBe(readFileSync(file, 'utf8'))
  })
})
