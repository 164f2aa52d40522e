import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Accessibility rules that what is shown now breaks, with the elements that do.
 * @param rules only these; else all that WCAG 2.2 AA and good practice ask
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // Colours fade for a moment; what is measured is what stays.
  await page.waitForTimeout(300)
  // The older mode stays in the page; the other one would open a tab, which the app refuses.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules === undefined ? axe.withTags(TAGS) : axe.withRules(rules)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' · ')}`)
}
