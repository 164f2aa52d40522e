import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { VisitState } from '../../../electron/main/domain/desk.ts'
import { s } from '../../../tools/tour/scenes.ts'
import { words } from '../../../tools/tour/words.ts'
import { violationsOf } from './accessible.ts'
import { ask } from './bridge.ts'
import { nextWindow } from './launch.ts'
import { PhoneUser } from './phone-user.ts'

export const p = (key: string): string => words('person', key)

/** Places of these people in the demo's phrase. */
export const AMARA = 4
export const JONAS = 5
export const MEI = 6

/** The front desk of a clinic: an admin at the computer, and somebody with a phone before it. */
export class Reception extends PhoneUser {
  /** The admin comes in, with a wallet of their own. */
  async staff(): Promise<void> {
    await this.open()
    await this.start(60)
    await this.phone.behave({ account: AMARA })
    await this.desk.comeIn('Marta Keller')
    await this.desk.createKey()
    await this.desk.publishKey()
  }

  account() {
    return this.page.getByLabel(s('register.account'), { exact: true })
  }

  async toForm(): Promise<void> {
    await this.desk.goTo('registerPatient')
    const another = this.desk.button(s('registered.again.patient'))
    await this.account().or(another).first().waitFor()
    if (await another.isVisible()) await another.click()
  }

  /** Shows the code on the registration form and lets the phone scan it. */
  async scan(): Promise<void> {
    const again = this.desk.button(s('scan.again'))
    await this.desk.button(s('scan.scan')).or(again).first().click()
    await this.scanShown()
  }

  proven(): Promise<void> {
    return this.page.getByText(s('register.proven')).waitFor()
  }

  /** Takes an invented person's particulars for the phone's address, under another name where one is given. */
  async write(name: string, as = name): Promise<void> {
    await this.desk.button(s('register.fill')).click()
    await this.page.getByRole('menuitem', { name }).click()
    await this.page.getByLabel(s('register.name'), { exact: true }).fill(as)
  }

  async checkAndSign(): Promise<void> {
    await this.page.getByLabel(s('register.checked')).check()
    await this.desk.button(s('register.sign')).click()
    await this.desk.sign()
    await this.desk.button(s('registered.again.patient')).waitFor()
  }

  /** Opens the window that faces the person. */
  async face(): Promise<Page> {
    const [person] = await Promise.all([nextWindow(this.desk.app), this.desk.button(s('desk.open')).click()])
    return person
  }

  /** What is broken in a window that is behind another one; there it would be drawn too seldom to be looked at. */
  async brokenIn(person: Page): Promise<string[]> {
    await person.bringToFront()
    const broken = await violationsOf(person)
    await this.page.bringToFront()
    return broken
  }

  /** Registers whoever holds the phone, and leaves the computer to them. */
  async visit(name: string, as = name): Promise<void> {
    await this.toForm()
    await this.scan()
    await this.proven()
    const person = await this.face()
    await this.write(name, as)
    await person.getByText(as, { exact: true }).waitFor()
    await this.checkAndSign()
    await this.page.evaluate(() => Object.assign(window, { servedBefore: true }))
    await this.desk.button(s('registered.here').replace('{{name}}', as)).click()
    await this.desk.heading(s('onboarding.needs-key.title')).waitFor()
  }

  /** The visit has ended, and the page was loaded anew for whoever comes next. */
  async over(): Promise<Extract<VisitState, { stage: 'over' }>> {
    await this.page.waitForFunction(() => !('servedBefore' in window))
    await this.desk.heading(s('visit.over.title')).waitFor()
    return ask(this.page, 'visit.state')
  }

  /** Nothing of a session is left, neither the SDK's nor ours. */
  async forgotten(): Promise<void> {
    await expect.poll(() => this.storedKeys()).toEqual([])
  }

  /** The words that a screen shows of the session. */
  wordsOn(on: Page): Promise<string[]> {
    return on.locator('[data-colour] strong').allTextContents()
  }

  /** The message that the phone was shown last. */
  shownOnPhone(): string {
    const [hex] = this.phone.requests.at(-1)!.params as string[]
    return Buffer.from(String(hex).slice(2), 'hex').toString()
  }

  /** Where the app of this desk keeps its things. */
  dataOf(...parts: string[]): string {
    return join(this.folder, 'app', ...parts)
  }

  idleFor(seconds: number): Promise<void> {
    return this.desk.app.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle
    }, seconds)
  }
}
