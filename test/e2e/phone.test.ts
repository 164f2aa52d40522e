import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { s } from '../../tools/tour/scenes.ts'
import { words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { PhoneUser } from './support/phone-user.ts'
import { restartCases } from './support/restart-cases.ts'

/** Long enough for a phone that has to be woken, short enough for one that never answers. */
const ANSWER_SECONDS = 20

const clinic = new PhoneUser()
beforeAll(async () => {
  await clinic.open()
  await clinic.start(ANSWER_SECONDS)
})
afterAll(() => clinic.close())
afterEach(() => clinic.phone.behave({ proposal: 'approve', request: 'approve', without: [] }))

describe('a phone is paired by a code', () => {
  it('which is not shown while the relay can’t be reached, and the screen says so before long', async () => {
    await clinic.relayDown()
    await clinic.desk.button(s('phones.show')).click()
    await clinic.desk.page.getByText(s('phones.asking')).waitFor()
    await clinic.says('E_WALLET_RELAY')
    await clinic.relayUp()
  })

  it('that can be renewed and taken back', async () => {
    const { desk } = clinic
    await desk.button(s('phones.show')).click()
    const first = await clinic.link()
    await desk.page
      .getByRole('timer')
      .getByText(/^[45]:\d\d$/)
      .waitFor()
    await desk.button(s('phones.renew')).click()
    await expect.poll(() => clinic.link()).not.toBe(first)
    expect(await violationsOf(desk.page)).toEqual([])
    await desk.button(s('phones.cancel')).click()
    await desk.button(s('phones.show')).waitFor()
  })

  it('and may say no to it', async () => {
    await clinic.phone.behave({ proposal: 'reject' })
    await clinic.pair()
    await clinic.says('E_WALLET_REJECTED')
    expect(await clinic.signIn().count()).toBe(0)
  })
})

describe('the phone signs in (EIP-4361)', () => {
  it('unless its person says no, with WalletConnect’s code', async () => {
    await clinic.phone.behave({ request: 5000 })
    await clinic.pair()
    await clinic.says('E_WALLET_REJECTED')
    expect(clinic.phone.requests.at(-1)?.method).toBe('personal_sign')
  })

  it('or with EIP-1193’s', async () => {
    await clinic.phone.behave({ request: 4001 })
    await clinic.signIn().click()
    await clinic.phone.asked('personal_sign', 2)
    await clinic.says('E_WALLET_REJECTED')
  })

  it('or with another person’s key, which is found out', async () => {
    await clinic.phone.behave({ request: 'forge' })
    await clinic.signIn().click()
    await clinic.says('E_SIGNATURE_FOREIGN')
  })

  it('or not at all: it is asked again on request, and given up when the time is over', async () => {
    const { desk, phone } = clinic
    await phone.behave({ request: 'ignore' })
    await clinic.signIn().click()
    await clinic.sheet().waitFor()
    await phone.asked('personal_sign', 4)
    const sent = (): number => clinic.relay.calls.filter((method) => method === 'irn_publish').length
    const before = sent()
    await desk.button(words('signing', 'phone.again')).click()
    await expect.poll(sent).toBe(before + 1)
    expect(await violationsOf(desk.page)).toEqual([])
    await clinic.says('E_WALLET_NO_REPLY')
    expect(await clinic.sheet().count()).toBe(0)
  })

  it('or does not while nobody wants to wait any longer', async () => {
    await clinic.phone.behave({ request: 'ignore' })
    await clinic.signIn().click()
    await clinic
      .sheet()
      .getByRole('button', { name: words('signing', 'phone.cancel'), exact: true })
      .click()
    await clinic.says('E_CANCELLED')
  })

  it('and then creates and publishes a key, and is in', async () => {
    const { desk } = clinic
    await clinic.signIn().click()
    await desk.heading(s('onboarding.needs-key.title')).waitFor()
    await desk.createKey()
    await desk.confirmed(() => desk.button(s('onboarding.needs-publish.publish')).click())
    await desk.nav().waitFor()
    expect(clinic.phone.requests.at(-1)?.method).toBe('eth_signTypedData_v4')
  })
})

describe('a paired phone signs acts', () => {
  it('that are registered on the chain', () => clinic.register('doctor', 'Nisha Rao'))

  it('also when it was switched off and on in between', async () => {
    await clinic.phone.kill()
    const registered = clinic.register('doctor', 'Hana Sato')
    await clinic.sheet().waitFor()
    await clinic.phone.start()
    await registered
  })

  it('and keeps nothing of its session in the page, nor in clear on the disk', async () => {
    const { desk } = clinic
    const left = await desk.page.evaluate(async () => [
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...Object.keys(localStorage),
    ])
    expect(left).toEqual([])
    const file = clinic.remembered()
    expect(file).toMatch(/^\{"v":1,"backend":"gnome_libsecret","sealed":"[\w+/=]+"\}$/)
    expect(Buffer.from(file!).includes('wc@2')).toBe(false)
  })
})

restartCases(clinic)

describe('a phone on another network', () => {
  it('is shown as such, is told about the clinic’s network, and goes there', async () => {
    const { desk, phone } = clinic
    await desk.leave()
    await phone.behave({ chain: 1 })
    await clinic.pair()
    await clinic.rowButton(s('phones.switch')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await clinic.rowButton(s('phones.switch')).click()
    await clinic.signIn().waitFor()
    expect(phone.requests.slice(-2).map(({ method }) => method)).toEqual([
      'wallet_switchEthereumChain',
      'wallet_addEthereumChain',
    ])
    await phone.behave({ chain: 31337 })
  })

  it('is forgotten when it is disconnected, to the last file', async () => {
    await clinic.desk.page.getByRole('button', { name: /^Disconnect Pocket Wallet/ }).click()
    await clinic.signIn().waitFor({ state: 'detached' })
    await expect.poll(() => clinic.remembered() === null).toBe(true)
  })
})

describe('a session that has expired', () => {
  it('is found at the next start, though WalletConnect says nothing', async () => {
    await clinic.pair()
    await clinic.desk.heading(s('locked.title')).waitFor()
    await clinic.end()
    await clinic.start(ANSWER_SECONDS, 8)
    await clinic.desk.page.getByText(s('phones.ended')).waitFor()
    await expect.poll(() => clinic.storedKeys()).toEqual(['medical-chain:phones'])
  })
})
