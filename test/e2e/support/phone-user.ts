import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import errors from '../../../resources/locales/en/errors.json' with { type: 'json' }
import { PEOPLE } from '../../../tools/demo/people.ts'
import { PhoneClinic } from '../../../tools/tour/phone-clinic.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { ask } from './bridge.ts'

/** A clinic with a phone, and what somebody who holds it sees on the screen. */
export class PhoneUser extends PhoneClinic {
  get page(): Page {
    return this.desk.page
  }

  /** What the screen says of a failure, with its code where it is not the person's own no. */
  says(code: keyof typeof errors): Promise<void> {
    return this.page.getByText(errors[code].title, { exact: true }).first().waitFor()
  }

  /** Shows a code on the first page and lets the phone scan it. */
  async pair(): Promise<void> {
    await this.desk.button(s('phones.show')).click()
    await this.scanShown()
  }

  /** Lets the phone scan the code that is on the screen. */
  async scanShown(): Promise<void> {
    await this.page.getByRole('img', { name: s('phones.qr') }).waitFor()
    await this.phone.pair(await this.link())
  }

  /** The button in the row of a paired phone. */
  rowButton(verb: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${verb}: Pocket Wallet`) })
  }

  signIn(): Locator {
    return this.rowButton(s('phones.signIn'))
  }

  /** What is shown while the phone is asked. */
  sheet(): Locator {
    return this.page.getByRole('dialog', { name: words('signing', 'phone.title') })
  }

  /** The person chooses another account in the wallet; done when the app has heard of it, which the relay may bring later. */
  async choose(account: number): Promise<void> {
    await this.phone.choose(account)
    const remembered = () => ask<string>(this.page, 'wallet.store.getItem', { key: 'medical-chain:phones' })
    await expect.poll(remembered).toContain(PEOPLE[account]!.address)
  }

  /** Names of what the app's store holds of sessions. */
  storedKeys(): Promise<string[]> {
    return ask(this.page, 'wallet.store.getKeys')
  }
}
