import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { nextWindow } from './launch.ts'
import { words } from './words.ts'

const PASSPHRASE = 'four words for a tour'

/** The window as a person uses it: by what is written on it. */
export class Desk {
  readonly app: ElectronApplication
  readonly page: Page
  /** What everybody who comes in here has chosen. */
  readonly #passphrase: string

  constructor(app: ElectronApplication, page: Page, passphrase = PASSPHRASE) {
    this.app = app
    this.page = page
    this.#passphrase = passphrase
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name })
  }

  /** Agrees on the phone of the demo person. */
  async sign(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: words('signing', 'sign'), exact: true })
      .click()
  }

  async decline(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: words('signing', 'decline'), exact: true })
      .click()
  }

  /** Does something that main asks about in a window of its own, and answers there. */
  async confirmed(act: () => Promise<void>, seen?: (window: Page) => Promise<void>): Promise<void> {
    const [window] = await Promise.all([nextWindow(this.app), act()])
    const yes = window.locator('button').last()
    await yes.waitFor()
    await seen?.(window)
    await Promise.all([window.waitForEvent('close'), yes.click().catch(() => undefined)])
  }

  /** Does the same, and says no there. */
  async declined(act: () => Promise<void>): Promise<void> {
    const [window] = await Promise.all([nextWindow(this.app), act()])
    const no = window.locator('button').first()
    await no.waitFor()
    await Promise.all([window.waitForEvent('close'), no.click().catch(() => undefined)])
  }

  /** Chooses an invented person on the first page: unlocks whoever has a key here, signs in with the wallet otherwise. */
  async comeIn(name: string): Promise<void> {
    await this.heading(words('screens', 'connect.title')).waitFor()
    const here = this.button(words('screens', 'connect.unlock').replace('{{name}}', name))
    const invented = this.page
      .getByRole('region', { name: words('screens', 'connect.demo') })
      .getByRole('button', { name })
    await here.or(invented).waitFor()
    if (await here.isVisible()) {
      await here.click()
      return this.unlock()
    }
    await invented.click()
    const dialog = this.page.getByRole('dialog')
    const elsewhere = this.page.locator('h1', { hasText: words('screens', 'onboarding.unregistered.title') })
    await dialog.or(elsewhere).first().waitFor()
    if (await dialog.isVisible()) await this.sign()
  }

  async unlock(passphrase = this.#passphrase): Promise<void> {
    await this.page.getByLabel(words('screens', 'unlock.passphrase'), { exact: true }).fill(passphrase)
    await this.button(words('screens', 'unlock.unlock')).click()
  }

  async createKey(): Promise<void> {
    await this.page.getByLabel(words('screens', 'passphrase.choose'), { exact: true }).fill(this.#passphrase)
    await this.page.getByLabel(words('screens', 'passphrase.repeat'), { exact: true }).fill(this.#passphrase)
    await this.button(words('screens', 'onboarding.needs-key.create')).click()
    await this.heading(words('screens', 'onboarding.needs-publish.title')).waitFor()
  }

  async publishKey(seen?: (window: Page) => Promise<void>): Promise<void> {
    await this.confirmed(
      () => this.button(words('screens', 'onboarding.needs-publish.publish')).click(),
      seen,
    )
    await this.sign()
    await this.nav().waitFor()
  }

  nav(): Locator {
    return this.page.getByRole('navigation', { name: words('common', 'nav.label') })
  }

  async goTo(place: string): Promise<void> {
    await this.nav()
      .getByRole('link', { name: new RegExp(`^${words('common', `nav.${place}`)}`) })
      .click()
  }

  /** Locks and leaves the window to somebody else. */
  async leave(): Promise<void> {
    await this.button(words('common', 'lockNow')).click()
    await this.heading(words('screens', 'locked.title')).waitFor()
    await this.button(words('screens', 'locked.other')).click()
    await this.heading(words('screens', 'connect.title')).waitFor()
  }

  /** Lets the dialog that asks where to save answer with this path; null calls it off. */
  async saveNext(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
    }, path)
  }

  /** Lets the file dialog answer with these paths. */
  async chooseNext(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
    }, paths as string[])
  }
}
