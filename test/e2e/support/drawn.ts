import type { Page } from 'playwright-core'

/** Until what has just changed stands on the screen. A window that is covered draws nothing; it is given a moment. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = Promise.withResolvers<void>()
    requestAnimationFrame(() => requestAnimationFrame(() => frame.resolve()))
    await Promise.race([frame.promise, new Promise((done) => setTimeout(done, 300))])
  })
}
