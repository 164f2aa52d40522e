import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HDNodeWallet, JsonRpcProvider, Mnemonic } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../tools/tour/desk.ts'
import { addRecords, type Scene, s } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { JOINING_MS } from './support/joined-clinic.ts'
import { sceneOf, Ward } from './support/ward.ts'

const ADMIN = 'Marta Keller'
const PATIENT = 'Amara Osei'
const c = (key: string): string => words('common', key)

describe('a clinic whose account pays', () => {
  const ward = new Ward()
  let chain: JsonRpcProvider
  let account: HDNodeWallet
  let desk: Desk
  let scene: Scene

  beforeAll(async () => {
    await ward.open({ joined: true })
    writeFileSync(join(ward.folder, 'Letter.txt'), 'a letter')
    writeFileSync(join(ward.folder, 'Second.txt'), 'another letter')
    const { networkFile } = ward.clinic
    const network = JSON.parse(readFileSync(networkFile, 'utf8'))
    chain = new JsonRpcProvider(network.rpc, 31337, { staticNetwork: true })
    account = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(network.demo.phrase), "m/44'/60'/0'/0/18")
    network.payer = { kind: 'relayer', account: account.address, confirmations: 2 }
    writeFileSync(networkFile, JSON.stringify(network))
    desk = await ward.computer('desk', { MEDICAL_CHAIN_SLOW_SECONDS: '1' })
    scene = sceneOf(desk, ward.folder)
  }, JOINING_MS)
  afterAll(async () => {
    await ward.close()
    chain?.destroy()
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
    expect(readFileSync(ward.dataOf('desk', 'relayer-keys.json'), 'utf8')).not.toContain(
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
