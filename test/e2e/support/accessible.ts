import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Accessibility rules that what is shown now breaks, with the elements that do. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Colours fade for a moment; what is measured is what stays.
  await page.waitForTimeout(300)
  // The older mode stays in the page; the other one would open a tab, which the app refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' · ')}`)
}
