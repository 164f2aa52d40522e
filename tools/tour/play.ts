import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDocuments } from '../demo/documents.ts'
import { Desk } from './desk.ts'
import { launchApp } from './launch.ts'
import { PhoneClinic } from './phone-clinic.ts'
import { PHONE_STORY } from './phone-story.ts'
import { STORY } from './story.ts'

/** Where the screenshots go: outside what git knows. */
const PICTURES = join(import.meta.dirname, '../../tools/.cache/tour')

/** A phone answers within seconds, or something is wrong. */
const ANSWER_SECONDS = 20

/** Runs one step and says how long it took. */
async function timed(title: string, run: () => Promise<void>): Promise<void> {
  const started = performance.now()
  await run()
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${title}`)
}

/** Plays the main job in a clinic of its own, without a display. Returns the exit code. */
export async function playTour(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-tour-'))
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  await makeDocuments(join(folder, 'documents'))
  const launched = await launchApp({ folder })
  const desk = new Desk(launched.app, launched.page)
  desk.page.on('console', (message) => {
    if (message.type() === 'error') console.error(`page: ${message.text()}`)
  })
  const phones = new PhoneClinic()
  /** The window that pictures are taken of. */
  let shown = desk.page
  let picture = 0
  const look = async (name: string): Promise<void> => {
    picture += 1
    await shown.screenshot({ path: join(PICTURES, `${String(picture).padStart(2, '0')} ${name}.png`) })
  }
  try {
    for (const { title, run } of STORY)
      await timed(title, () => run({ desk, documents: join(folder, 'documents'), look }))
    await phones.open()
    await phones.start(ANSWER_SECONDS)
    shown = phones.desk.page
    for (const { title, run } of PHONE_STORY) await timed(title, () => run(phones, look))
    console.log(`\n${picture} screenshots in ${PICTURES}`)
    return 0
  } catch (error) {
    await look('failed')
    console.error(error)
    return 1
  } finally {
    await launched.close()
    await phones.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
