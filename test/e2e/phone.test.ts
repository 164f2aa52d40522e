// Over 250 lines because all of it shares one clinic and one phone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import errors from '../../resources/locales/en/errors.json' with { type: 'json' }
import { PhoneClinic } from '../../tools/tour/phone-clinic.ts'
import { pattern, words } from '../../tools/tour/words.ts'
import { violationsOf } from './support/accessible.ts'
import { ask } from './support/bridge.ts'

const s = (key: string): string => words('screens', key)
const some = (key: string): RegExp => pattern('screens', key)
const asked = words('signing', 'phone.title')

/** Long enough for a phone that has to be woken, short enough for one that never answers. */
const ANSWER_SECONDS = 10

/** How long the relay is gone: long enough to see it, and half a minute in the full run. */
const OUTAGE_MS = process.env.MEDICAL_CHAIN_FULL === '1' ? 30_000 : 500

const clinic = new PhoneClinic()
beforeAll(async () => {
  await clinic.open()
  await clinic.start(ANSWER_SECONDS)
})
afterAll(() => clinic.close())
afterEach(() => clinic.phone.behave({ proposal: 'approve', request: 'approve', without: [] }))

/** What the screen says of a failure, with its code where it is not the person's own no. */
const says = (code: keyof typeof errors): Promise<void> =>
  clinic.desk.page.getByText(errors[code].title, { exact: true }).first().waitFor()

/** Shows a code and lets the phone scan it. */
async function pair(): Promise<void> {
  const { desk, phone } = clinic
  await desk.button(s('phones.show')).click()
  await desk.page.getByRole('img', { name: s('phones.qr') }).waitFor()
  await phone.pair(await clinic.link())
}

/** The button in the row of a paired phone. */
const rowButton = (verb: string) =>
  clinic.desk.page.getByRole('button', { name: new RegExp(`^${verb}: Pocket Wallet`) })
const signIn = () => rowButton(s('phones.signIn'))

/** Names of what the app's store holds. */
const storedKeys = () => ask<string[]>(clinic.desk.page, 'wallet.store.getKeys')
const sheet = () => clinic.desk.page.getByRole('dialog', { name: asked })

describe('a phone is paired by a code', () => {
  it('which is not shown while the relay can’t be reached, and the screen says so after three seconds', async () => {
    await clinic.relayDown()
    await clinic.desk.button(s('phones.show')).click()
    await clinic.desk.page.getByText(s('phones.asking')).waitFor()
    await says('E_WALLET_RELAY')
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
    await pair()
    await says('E_WALLET_REJECTED')
    expect(await signIn().count()).toBe(0)
  })
})

describe('the phone signs in (EIP-4361)', () => {
  it('unless its person says no, with WalletConnect’s code', async () => {
    await clinic.phone.behave({ request: 5000 })
    await pair()
    await says('E_WALLET_REJECTED')
    expect(clinic.phone.requests.at(-1)?.method).toBe('personal_sign')
  })

  it('or with EIP-1193’s', async () => {
    await clinic.phone.behave({ request: 4001 })
    await signIn().click()
    await clinic.phone.asked('personal_sign', 2)
    await says('E_WALLET_REJECTED')
  })

  it('or with another person’s key, which is found out', async () => {
    await clinic.phone.behave({ request: 'forge' })
    await signIn().click()
    await says('E_SIGNATURE_FOREIGN')
  })

  it('or not at all: it is asked again on request, and given up when the time is over', async () => {
    const { desk, phone } = clinic
    await phone.behave({ request: 'ignore' })
    await signIn().click()
    await sheet().waitFor()
    await phone.asked('personal_sign', 4)
    const sent = (): number => clinic.relay.calls.filter((method) => method === 'irn_publish').length
    const before = sent()
    await desk.button(words('signing', 'phone.again')).click()
    await expect.poll(sent).toBe(before + 1)
    expect(await violationsOf(desk.page)).toEqual([])
    await says('E_WALLET_NO_REPLY')
    expect(await sheet().count()).toBe(0)
  })

  it('or does not while nobody wants to wait any longer', async () => {
    await clinic.phone.behave({ request: 'ignore' })
    await signIn().click()
    await sheet()
      .getByRole('button', { name: words('signing', 'phone.cancel'), exact: true })
      .click()
    await says('E_CANCELLED')
  })

  it('and then creates and publishes a key, and is in', async () => {
    const { desk } = clinic
    await signIn().click()
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
    await sheet().waitFor()
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

describe('after a restart of the app', () => {
  beforeAll(async () => {
    await clinic.end()
    await clinic.start(120)
  })

  it('the phone is still paired, and signs', async () => {
    await clinic.desk.button(some('connect.unlock')).click()
    await clinic.desk.unlock()
    await clinic.desk.nav().waitFor()
    await clinic.register('patient', 'Amara Osei')
  })

  it('a request outlives the relay’s loss of all its lines', async () => {
    const { phone } = clinic
    await phone.behave({ request: 'ignore' })
    const before = phone.count('eth_signTypedData_v4')
    const registered = clinic.register('doctor', 'Luis Correia')
    await phone.asked('eth_signTypedData_v4', before + 1)
    await clinic.relayDown()
    await sheet().getByText(words('signing', 'phone.offline')).waitFor()
    await phone.behave({ request: 'approve' })
    await new Promise((done) => setTimeout(done, OUTAGE_MS))
    await clinic.relayUp()
    await registered
  })

  it('another account in the wallet signs nothing for this one', async () => {
    const { desk, phone } = clinic
    await phone.choose(2)
    await desk.goTo('settings')
    await desk.page
      .getByRole('region', { name: s('phones.panel') })
      .getByText(/0x3c44/)
      .waitFor()
    await clinic.fill('patient', 'Jonas Weber')
    await desk.button(s('register.sign')).click()
    await says('E_WALLET_OTHER_ACCOUNT')
  })

  it('a wallet that does not allow a method is not asked for it, nor is anybody else', async () => {
    const { desk, phone } = clinic
    await phone.behave({ without: ['eth_signTypedData_v4'] })
    await phone.choose(0)
    const before = phone.requests.length
    await desk.button(s('register.sign')).click()
    await says('E_WALLET_UNSUPPORTED')
    expect(phone.requests.length).toBe(before)
    await phone.behave({ without: [] })
    await phone.choose(0)
  })

  it('a session that the phone ends is shown as ended, and nothing of it is kept', async () => {
    const { desk, phone } = clinic
    await desk.goTo('settings')
    await phone.hangUp()
    await desk.page.getByText(s('phones.ended')).waitFor()
    await expect.poll(storedKeys).toEqual(['medical-chain:phones'])
  })
})

describe('a phone on another network', () => {
  it('is shown as such, is told about the clinic’s network, and goes there', async () => {
    const { desk, phone } = clinic
    await desk.leave()
    await phone.behave({ chain: 1 })
    await pair()
    await rowButton(s('phones.switch')).waitFor()
    expect(await violationsOf(desk.page)).toEqual([])
    await rowButton(s('phones.switch')).click()
    await signIn().waitFor()
    expect(phone.requests.slice(-2).map(({ method }) => method)).toEqual([
      'wallet_switchEthereumChain',
      'wallet_addEthereumChain',
    ])
    await phone.behave({ chain: 31337 })
  })

  it('is forgotten when it is disconnected, to the last file', async () => {
    await clinic.desk.page.getByRole('button', { name: /^Disconnect Pocket Wallet/ }).click()
    await signIn().waitFor({ state: 'detached' })
    await expect.poll(() => clinic.remembered() === null).toBe(true)
  })
})

describe('a session that has expired', () => {
  it('is found at the next start, though WalletConnect says nothing', async () => {
    await pair()
    await clinic.desk.heading(s('locked.title')).waitFor()
    await clinic.end()
    await clinic.start(ANSWER_SECONDS, 8)
    await clinic.desk.page.getByText(s('phones.ended')).waitFor()
    await expect.poll(storedKeys).toEqual(['medical-chain:phones'])
  })
})
