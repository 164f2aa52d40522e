import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HDNodeWallet, JsonRpcProvider, Mnemonic } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoClinic, openDemoClinic } from '../../tools/demo/clinic.ts'
import { prepareKeyring, type Surroundings } from '../../tools/demo/surroundings.ts'
import { Desk } from '../../tools/tour/desk.ts'
import { addRecords, enrol, register, type Scene, s } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { type Launched, launchApp } from './support/launch.ts'

const ADMIN = 'Marta Keller'
const PATIENT = 'Amara Osei'
const c = (key: string): string => words('common', key)

describe('a clinic whose account pays', () => {
  let folder: string
  let clinic: DemoClinic
  let keyring: Surroundings
  let chain: JsonRpcProvider
  let account: HDNodeWallet
  let launched: Launched
  let desk: Desk
  let scene: Scene

  async function start(): Promise<void> {
    launched = await launchApp({
      folder: join(folder, 'desk'),
      clinic,
      surroundings: keyring,
      env: { MEDICAL_CHAIN_SLOW_SECONDS: '1' },
    })
    desk = new Desk(launched.app, launched.page)
    scene = { desk, documents: folder, look: async () => undefined }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-payer-'))
    writeFileSync(join(folder, 'Letter.txt'), 'a letter')
    writeFileSync(join(folder, 'Second.txt'), 'another letter')
    keyring = await prepareKeyring(folder)
    clinic = await openDemoClinic(join(folder, 'chain'))
    const network = JSON.parse(readFileSync(clinic.networkFile, 'utf8'))
    await start()
    await enrol(scene, ADMIN)
    await register(scene, 'patient', PATIENT)
    await desk.leave()
    await enrol(scene, PATIENT)
    await launched.close()

    chain = new JsonRpcProvider(clinic.network.rpc, 31337, { staticNetwork: true })
    account = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(network.demo.phrase), "m/44'/60'/0'/0/18")
    network.payer = { kind: 'relayer', account: account.address, confirmations: 2 }
    writeFileSync(clinic.networkFile, JSON.stringify(network))
    await start()
  }, 180_000)
  afterAll(async () => {
    await launched?.close()
    chain?.destroy()
    await clinic?.stop()
    await keyring?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('an admin gives this computer the key; another account’s key is refused', async () => {
    await desk.comeIn(ADMIN)
    await desk.goTo('settings')
    const panel = desk.page.getByRole('region', { name: s('payer.title') })
    await panel.getByText(s('payer.noKey')).waitFor()
    await panel.getByRole('button', { name: s('payer.giveKey') }).click()
    const field = desk.page.getByLabel(s('payer.key'), { exact: true })
    await field.fill(`0x${'11'.repeat(32)}`)
    await desk.button(s('payer.keepKey')).click()
    await desk.page.getByText('This key is not the clinic account').waitFor()
    await field.fill(account.privateKey)
    await desk.button(s('payer.keepKey')).click()
    await panel.getByText(s('payer.paysHere')).waitFor()
    expect(readFileSync(join(folder, 'desk/app/relayer-keys.json'), 'utf8')).not.toContain(
      account.privateKey.slice(2),
    )
    await panel.getByRole('button', { name: s('payer.changeLimit') }).click()
    await desk.page.getByRole('dialog').getByLabel(s('payer.limit')).fill('0.25')
    await desk.button(s('payer.setLimit')).click()
    await panel.getByText('0.25', { exact: true }).waitFor()
    await desk.leave()
  })

  it('a patient sees what becomes of the transaction, speeds it up, and sees it recorded', async () => {
    await desk.comeIn(PATIENT)
    await desk.goTo('settings')
    const panel = desk.page.getByRole('region', { name: s('payer.title') })
    await panel.getByText(s('payer.paysHere')).waitFor()
    expect(await panel.getByRole('button', { name: s('payer.changeKey') }).count()).toBe(0)

    await desk.goTo('records')
    await chain.send('evm_setAutomine', [false])
    await addRecords(scene, ['Letter.txt'])
    await desk.page.keyboard.press('Control+J')
    const drawer = desk.page.getByRole('dialog', { name: c('jobs.heading') })
    await drawer.getByText(new RegExp(c('jobs.transaction.seen'))).waitFor()
    await drawer.getByRole('button', { name: /^Speed up/ }).click()
    await chain.send('anvil_mine', ['0x1'])
    await drawer.getByText('Recorded, 1 of 2').waitFor()
    await chain.send('anvil_mine', ['0x1'])
    await drawer.getByText(c('jobs.done.add'), { exact: true }).waitFor()
    expect(await chain.getTransactionCount(account.address)).toBe(1)
  })

  it('one that a block has not taken can be called off', async () => {
    await desk.page.keyboard.press('Escape')
    await addRecords(scene, ['Second.txt'])
    await desk.page.keyboard.press('Control+J')
    const drawer = desk.page.getByRole('dialog', { name: c('jobs.heading') })
    await drawer.getByRole('button', { name: /^Cancel the sending/ }).click()
    await drawer.getByText(new RegExp(c('jobs.transaction.cancelling'))).waitFor()
    await chain.send('anvil_mine', ['0x2'])
    await drawer.getByText(c('jobs.cancelled'), { exact: true }).waitFor()
  })
})
