import { describe, it } from 'vitest'
import { enrol, s } from '../../tools/tour/scenes.ts'
import { PhoneDesk } from './support/phone-desk.ts'
import { PhoneUser } from './support/phone-user.ts'
import { sceneOf } from './support/ward.ts'

/** The SDK gives up after 300 s, and can't be told to do so sooner. It looks every five. */
const SDK_GIVES_UP_MS = 330_000
/** Longer than any case here: what gives up is not the app. */
const ANSWER_SECONDS = 600

describe.runIf(process.env.MEDICAL_CHAIN_FULL === '1')('what nobody answers in five minutes', () => {
  /** Both cases wait for the same five minutes, each in a clinic of its own. */
  async function inClinic(run: (clinic: PhoneUser) => Promise<void>): Promise<void> {
    const clinic = new PhoneUser()
    try {
      await clinic.open()
      await clinic.start(ANSWER_SECONDS)
      await run(clinic)
    } finally {
      await clinic.close()
    }
  }

  it.concurrent('is a code: it says that it has run out, and another one works', { timeout: 500_000 }, () =>
    inClinic(async (clinic) => {
      const { desk, page } = clinic
      await desk.button(s('phones.show')).click()
      const link = await clinic.link()
      await page.getByText(s('phones.over')).waitFor({ timeout: SDK_GIVES_UP_MS })
      // The SDK says so a little later than the clock on the screen.
      await page.waitForTimeout(15_000)
      await page.getByText(s('phones.over')).waitFor()
      await clinic.phone.pair(link).then(
        () => Promise.reject(new Error('the old code was taken')),
        () => undefined,
      )
      await desk.button(s('phones.renew')).click()
      await clinic.scanShown()
      await desk.heading(s('onboarding.needs-key.title')).waitFor()
    }),
  )

  it.concurrent(
    'is an act: a late yes counts for nothing, and asked again it is signed',
    { timeout: 500_000 },
    () =>
      inClinic(async (clinic) => {
        const desk = new PhoneDesk(clinic)
        await enrol(sceneOf(desk), 'Marta Keller')
        await clinic.fill('doctor', 'Nisha Rao')
        await desk.button(s('register.sign')).click()
        await clinic.sheet().waitFor()
        await clinic.sheet().waitFor({ state: 'detached', timeout: SDK_GIVES_UP_MS })
        await clinic.says('E_WALLET_NO_REPLY')
        // Whoever says yes now says it to nobody.
        await desk.sign()
        await desk.button(s('register.sign')).click()
        await desk.sign()
        await desk.button(s('registered.again.doctor')).waitFor()
      }),
  )
})
