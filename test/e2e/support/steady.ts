import type { Page } from 'playwright-core'

/** A page is full once nothing has moved for so long. */
const QUIET_MS = 500
/** Less is not noticed. */
const FEW_PIXELS = 4

type Shift = PerformanceEntry & {
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

/**
 * What can be pressed on a page and moves by itself while that fills: a hand that reaches for it misses it.
 * @param open leads to the page
 * @returns the beginning of its text and how far it moved
 */
export async function movedOn(page: Page, open: () => Promise<void>): Promise<string[]> {
  const watched = await page.evaluateHandle(
    ([few]) => {
      const moved: string[] = []
      const watch = { moved, last: performance.now() }
      const observer = new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries() as Shift[]) {
          for (const { node, previousRect: before, currentRect: now } of sources) {
            const by = Math.max(Math.abs(now.x - before.x), Math.abs(now.y - before.y))
            const part = node instanceof Element ? node : node?.parentElement
            if (by < few || before.width === 0 || now.width === 0 || part?.closest('#page') == null) continue
            watch.last = performance.now()
            const pressed = 'a, button, input, select, textarea'
            if (part.matches(pressed) || part.querySelector(pressed) !== null)
              moved.push(`${(part.textContent ?? '').slice(0, 40)}: ${Math.round(by)} px`)
          }
        }
      })
      observer.observe({ type: 'layout-shift' })
      return Object.assign(watch, { observer })
    },
    [FEW_PIXELS] as const,
  )
  await open()
  await page.waitForFunction(([watch, quiet]) => performance.now() - watch.last > quiet, [
    watched,
    QUIET_MS,
  ] as const)
  return watched.evaluate(({ moved, observer }) => {
    observer.disconnect()
    return moved
  })
}
