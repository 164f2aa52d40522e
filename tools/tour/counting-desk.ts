import type { ElectronApplication, Page } from 'playwright-core'
import { Desk } from './desk.ts'

/** What something asks of a person: consents in the wallet and in main's own window, and clicks beside those. */
export type Effort = { readonly prompts: number; readonly windows: number; readonly clicks: number }

const NOTHING: Effort = { prompts: 0, windows: 0, clicks: 0 }

/** The window as somebody uses it who counts what they have to do. */
export class CountingDesk extends Desk {
  #effort = { ...NOTHING }

  static async open(app: ElectronApplication, page: Page): Promise<CountingDesk> {
    const desk = new CountingDesk(app, page)
    await page.exposeFunction('countClick', () => {
      desk.#effort.clicks += 1
    })
    const listen = (): void => {
      const { countClick } = window as never as { countClick: () => void }
      addEventListener('click', ({ isTrusted }) => isTrusted && countClick(), true)
    }
    await page.addInitScript(listen)
    // For the page that is there already.
    await page.evaluate(listen)
    return desk
  }

  override async sign(): Promise<void> {
    await super.sign()
    this.#effort.prompts += 1
    // Where a phone is the wallet, it is touched and not the page.
    this.#effort.clicks -= 1
  }

  override async confirmed(...asked: Parameters<Desk['confirmed']>): Promise<void> {
    await super.confirmed(...asked)
    this.#effort.windows += 1
  }

  /** What has been counted since the last time. */
  counted(): Effort {
    const effort = this.#effort
    this.#effort = { ...NOTHING }
    return effort
  }
}
