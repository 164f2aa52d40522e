import { afterEach } from 'vitest'
import { running } from '../../../tools/tour/launch.ts'

/** Prints what stood on each screen when a case failed: an element that was waited for in vain does not say what was there. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of [...running].flatMap((app) => app.windows())) {
    const seen = await page.locator('body').innerText({ timeout: 5_000 }).catch(String)
    process.stderr.write(`── ${task.name}: ${page.url()}\n${seen}\n`)
  }
})
