import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocuments } from '../../tools/demo/documents.ts'
import { CountingDesk, type Effort } from '../../tools/tour/counting-desk.ts'
import { type Launched, launchApp } from '../../tools/tour/launch.ts'
import { STORY } from '../../tools/tour/story.ts'
import { violationsOf } from './support/accessible.ts'
import { filesUnder } from './support/traces.ts'

/** Words of the demo's documents and people that must stand nowhere in clear, and one that must. */
const MARKERS = ['Amara Osei', 'Troponin', 'Mrs Osei', '1979-02-02']
const PUBLIC = 'Nisha Rao'

const EFFORTS = join(import.meta.dirname, 'efforts.json')

describe('the main job in the window, by its own words', () => {
  let launched: Launched
  let desk: CountingDesk
  let folder: string
  let dark = false

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'medical-chain-story-'))
    await makeDocuments(join(folder, 'documents'))
    launched = await launchApp({ folder })
    desk = await CountingDesk.open(launched.app, launched.page)
  })
  afterAll(async () => {
    await launched.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const seen = new Set<string>()

  /** Every screen once: no accessibility rule is broken, and its colours can be read in light and dark. */
  async function look(name: string): Promise<void> {
    if (seen.has(name)) return
    seen.add(name)
    await check(name)
    dark = !dark
    await check(name, ['color-contrast'])
  }

  async function check(name: string, rules?: string[]): Promise<void> {
    const scheme = dark ? 'dark' : 'light'
    await desk.page.evaluate(
      (appearance) => window.medicalChain.call('settings.write', { appearance }),
      scheme,
    )
    await desk.page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
    expect.soft(await violationsOf(desk.page, rules), `${name}, ${scheme}`).toEqual([])
  }

  const efforts: Record<string, Effort> = {}
  it.each(STORY)('$title', async ({ title, run }) => {
    await run({ desk, documents: join(folder, 'documents'), look })
    efforts[title] = desk.counted()
  })

  /** To accept other numbers, run this file with MEDICAL_CHAIN_EFFORTS=write and commit efforts.json with the reason. */
  it('asks for what the committed table says, neither more nor less', async () => {
    if (process.env.MEDICAL_CHAIN_EFFORTS === 'write')
      writeFileSync(EFFORTS, `${JSON.stringify(efforts, null, 2)}\n`)
    expect(efforts).toEqual(JSON.parse(readFileSync(EFFORTS, 'utf8')))
  })

  it('no readable word of it is left on the disk, in the store, in the chain or in a log', () => {
    const files = ['app', 'chain']
      .flatMap((part) => filesUnder(join(folder, part)))
      // The network file names the demo's invented people, so that one can choose among them.
      .filter(({ path }) => !path.endsWith('network.json'))
    const holding = (marker: string): string[] =>
      files.filter(({ bytes }) => bytes.includes(marker)).map(({ path }) => path)
    expect(files.length).toBeGreaterThan(50)
    expect(holding(PUBLIC).length).toBeGreaterThan(0)
    for (const marker of MARKERS) expect(holding(marker), marker).toEqual([])
  })
})
