import { beforeAll, describe, expect, it } from 'vitest'
import { s, some } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import type { PhoneUser } from './phone-user.ts'

/** How long the relay is gone: long enough to see it, and half a minute in the full run. */
const OUTAGE_MS = process.env.MEDICAL_CHAIN_FULL === '1' ? 30_000 : 500

/** The admin has paired a phone and is in; then the app ends and starts again. */
export function restartCases(clinic: PhoneUser): void {
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
      await clinic.sheet().getByText(words('signing', 'phone.offline')).waitFor()
      await phone.behave({ request: 'approve' })
      await new Promise((done) => setTimeout(done, OUTAGE_MS))
      await clinic.relayUp()
      await registered
    })

    it('another account in the wallet signs nothing for this one', async () => {
      const { desk } = clinic
      await clinic.choose(2)
      await desk.goTo('settings')
      await desk.page
        .getByRole('region', { name: s('phones.panel') })
        .getByText(/0x3c44/)
        .waitFor()
      await clinic.fill('patient', 'Jonas Weber')
      await desk.button(s('register.sign')).click()
      await clinic.says('E_WALLET_OTHER_ACCOUNT')
    })

    it('a wallet that does not allow a method is not asked for it, nor is anybody else', async () => {
      const { desk, phone } = clinic
      await phone.behave({ without: ['eth_signTypedData_v4'] })
      await clinic.choose(0)
      const before = phone.requests.length
      await desk.button(s('register.sign')).click()
      await clinic.says('E_WALLET_UNSUPPORTED')
      expect(phone.requests.length).toBe(before)
      await phone.behave({ without: [] })
      await phone.choose(0)
    })

    it('a session that the phone ends is shown as ended, and nothing of it is kept', async () => {
      const { desk, phone } = clinic
      await desk.goTo('settings')
      await phone.hangUp()
      await desk.page.getByText(s('phones.ended')).waitFor()
      await expect.poll(() => clinic.storedKeys()).toEqual(['medical-chain:phones'])
    })
  })
}
