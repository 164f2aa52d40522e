import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { s } from '../../tools/tour/scenes.ts'
import { pattern } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { p, Reception } from './support/reception.ts'
import { visitCases } from './support/visit-cases.ts'

const reception = new Reception()
beforeAll(() => reception.staff())
afterAll(() => reception.close())
afterEach(() => reception.phone.behave({ proposal: 'approve', request: 'approve', chain: 31337 }))

describe('a person is enrolled by scanning', () => {
  it('unless the code has run out', async () => {
    await reception.toForm()
    await reception.desk.button(s('scan.scan')).click()
    await reception.link()
    await reception.page.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 301_000
      Object.assign(window, { backToNow: () => Object.assign(Date, { now }) })
    })
    await reception.page.getByText(s('phones.over')).waitFor()
    await reception.page.evaluate(() => (window as never as { backToNow: () => void }).backToNow())
    await reception.desk.button(s('phones.cancel')).click()
  })

  it('or they say no to the connection', async () => {
    await reception.phone.behave({ proposal: 'reject' })
    await reception.scan()
    await reception.says('E_WALLET_REJECTED')
  })

  it('or to the signature, which ends the session', async () => {
    await reception.phone.behave({ request: 4001 })
    await reception.scan()
    await reception.says('E_WALLET_REJECTED')
    await reception.forgotten()
  })

  it('or somebody else’s key signs', async () => {
    await reception.phone.behave({ request: 'forge' })
    await reception.scan()
    await reception.says('E_SIGNATURE_FOREIGN')
    expect(await reception.account().inputValue()).toBe('')
  })

  it('or their wallet is on another network, from where it is asked to come', async () => {
    await reception.phone.behave({ chain: 1 })
    await reception.scan()
    await reception.desk.button(s('scan.switch')).click()
    await reception.proven()
    await reception.desk.button(s('scan.clear')).click()
    expect(await reception.account().inputValue()).toBe('')
    await reception.forgotten()
  })
})

describe('the window that faces the person', () => {
  let person: Page

  it('shows them the code and nothing of the clinic, and can ask main for nothing else', async () => {
    person = await reception.face()
    await person.getByRole('heading', { name: p('wait.title') }).waitFor()
    const bridges = await person.evaluate(() => ({
      names: Object.keys(globalThis).filter((name) => name.startsWith('medicalChain')),
      person: Object.keys((window as never as { medicalChainPerson: object }).medicalChainPerson).sort(),
      node: 'require' in globalThis || 'process' in globalThis,
    }))
    expect(bridges).toEqual({
      names: ['medicalChainPerson'],
      person: ['answer', 'changed', 'shown'],
      node: false,
    })
    expect(await reception.brokenIn(person)).toEqual([])
    expect(await person.title()).toBe('Medical-Chain')
  })

  it('has the same three words as the desk and the phone, and a neighbour’s session has others', async () => {
    const { desk, phone } = reception
    await phone.behave({ request: 'ignore' })
    const before = phone.requests.length
    await reception.scan()
    await person.getByRole('heading', { name: p('sign.title') }).waitFor()
    const first = await reception.wordsOn(person)
    expect(first).toHaveLength(3)
    expect(await reception.wordsOn(reception.page)).toEqual(first)
    await expect.poll(() => phone.requests.length).toBe(before + 1)
    expect(reception.shownOnPhone()).toContain(first.join(' '))
    expect(await reception.brokenIn(person)).toEqual([])
    expect(await violationsOf(reception.page)).toEqual([])
    await reception.page
      .getByRole('region', { name: s('scan.title') })
      .getByRole('button', { name: s('phones.cancel') })
      .click()
    await reception.forgotten()
    await phone.behave({ request: 'approve' })
    await reception.scan()
    await reception.proven()
    expect(await reception.wordsOn(reception.page)).not.toEqual(first)
    expect(await desk.button(s('scan.scan')).count()).toBe(0)
    expect(await reception.account().getAttribute('readonly')).not.toBeNull()
  })

  it('asks them whether what is written down is right, and tells the desk', async () => {
    await reception.write('Amara Osei')
    await person.getByText('Amara Osei').waitFor()
    await person.getByText('2 February 1979').waitFor()
    expect(await reception.brokenIn(person)).toEqual([])
    await person.getByRole('button', { name: p('check.wrong') }).click()
    await reception.page.getByText(s('desk.said.wrong')).waitFor()
    await reception.page.getByLabel(s('register.email'), { exact: true }).fill('amara@osei.example')
    await reception.page.getByLabel(s('register.name'), { exact: true }).fill('Amara E. Osei')
    await person.getByText('Amara E. Osei').waitFor()
    await person.getByRole('button', { name: p('check.right') }).click()
    await reception.page.getByText(s('desk.said.right')).waitFor()
    expect(await reception.page.getByText(s('desk.said.wrong')).count()).toBe(0)
  })

  it('does not replace the admin’s own look, which is asked for; then the person is registered', async () => {
    const { desk, phone } = reception
    const before = phone.requests.length
    await desk.button(s('register.sign')).click()
    await reception.page.getByText(s('register.missing.check')).waitFor()
    expect(await violationsOf(reception.page)).toEqual([])
    await reception.checkAndSign()
    await person.getByRole('heading', { name: p('registered.title') }).waitFor()
    // One prompt to connect, one to sign: registering is the admin's.
    expect(phone.requests.length).toBe(before)
    await reception.toForm()
    await reception.forgotten()
  })

  it('says that a wallet is known already, as the desk does', async () => {
    await reception.scan()
    await reception.page.getByText(pattern('screens', 'scan.registered')).waitFor()
    await person.getByRole('heading', { name: p('stopped.registered.title') }).waitFor()
    await reception.forgotten()
  })

  it('goes when the desk closes it', async () => {
    await Promise.all([person.waitForEvent('close'), reception.desk.button(s('desk.close')).click()])
    await reception.desk.button(s('desk.open')).waitFor()
  })
})

visitCases(reception)
