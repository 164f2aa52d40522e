import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Effort } from '../tour/counting-desk.ts'
import { STORY } from '../tour/story.ts'
import { number, table } from './table.ts'

const COMMITTED = join(import.meta.dirname, '../../test/e2e/efforts.json')

/**
 * Wallet prompts of the seed for the same, in the order of the story, by its section 4.4: a signature for each digest, a
 * transaction for each pointer and for each key that is handed over, all of it again for each record when somebody is
 * removed. Null where it has nothing like it.
 */
const SEED: readonly (number | null)[] = [1, 3, 3, null, 4, null, 4, 2, 7, 0, null, null]

/** What the main job asks of people, as a section of the report. */
export function effortsOf(): string {
  const efforts = JSON.parse(readFileSync(COMMITTED, 'utf8')) as Record<string, Effort>
  const rows = STORY.map(({ title }, at) => {
    const { prompts, windows, clicks } = efforts[title]!
    const seed = SEED[at] ?? null
    return [
      title,
      ...[prompts, windows, clicks].map((value) => number(value)),
      seed === null ? '–' : `${seed}`,
    ]
  })
  return `## What it asks of people

Counted while the main job is played from the window (\`test/e2e/story.test.ts\`, which fails when one of these changes): consents in the wallet,
consents in the window of main's own, and clicks beside those, coming in and leaving included. The last column is the wallet prompts of
the seed for the same, by its own description: a signature for each digest, a transaction for each pointer and each key.

${table(['', 'wallet', 'window', 'clicks', 'seed: wallet'], rows)}`
}
