import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { drawn } from './drawn.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Accessibility rules that what is shown now breaks, with the elements that do.
 * @param rules only these; else all that WCAG 2.2 AA and good practice ask
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  await settled(page)
  // Not by Playwright's builder for it: that brings axe into the page anew each time, which takes ten times as long as the rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (window as never as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' · ')}`)
    },
    rules === undefined ? { type: 'tag' as const, values: TAGS } : { type: 'rule' as const, values: rules },
  )
}

/** Colours fade for a moment, longer on a busy machine; what is measured is what stays. */
async function settled(page: Page): Promise<void> {
  // Styles that have just changed begin their transitions with the next frame.
  await drawn(page)
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
