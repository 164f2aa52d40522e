import type { PhoneClinic } from './phone-clinic.ts'
import { s } from './scenes.ts'
import { pattern, words } from './words.ts'

export type PhoneStep = {
  readonly title: string
  readonly run: (clinic: PhoneClinic, look: (name: string) => Promise<void>) => Promise<void>
}

/** The same clinic with a wallet on a phone: a real WalletKit in its own process, over a relay on this machine. */
export const PHONE_STORY: readonly PhoneStep[] = [
  {
    title: 'The admin pairs a phone by its code, signs in on it and publishes a key',
    run: async (clinic, look) => {
      const { desk, phone } = clinic
      await desk.button(s('phones.show')).click()
      await desk.page.getByRole('img', { name: s('phones.qr') }).waitFor()
      await look('phone-code')
      await phone.pair(await clinic.link())
      await desk.heading(s('onboarding.needs-key.title')).waitFor()
      await desk.createKey()
      await desk.confirmed(() => desk.button(s('onboarding.needs-publish.publish')).click())
      await desk.nav().waitFor()
    },
  },
  {
    title: 'The admin registers a doctor; the phone shows what it signs',
    run: async (clinic, look) => {
      const { desk, phone } = clinic
      await clinic.fill('doctor', 'Nisha Rao')
      // Long enough to be looked at.
      await phone.behave({ request: 'ignore' })
      await desk.button(s('register.sign')).click()
      await desk.page.getByRole('dialog', { name: words('signing', 'phone.title') }).waitFor()
      await look('phone-sheet')
      await phone.behave({ request: 'approve' })
      await desk.button(s('registered.again.doctor')).waitFor()
    },
  },
  {
    title: 'The phone is disconnected, and nothing of it is left',
    run: async ({ desk }, look) => {
      const row = desk.page.getByRole('button', { name: pattern('screens', 'phones.disconnect') })
      await desk.goTo('settings')
      await row.waitFor()
      await look('phone-settings')
      await row.click()
      await row.waitFor({ state: 'detached' })
    },
  },
]
