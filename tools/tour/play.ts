import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDocuments } from '../demo/documents.ts'
import { Desk } from './desk.ts'
import { launchApp } from './launch.ts'
import { STORY } from './story.ts'

/** Where the screenshots go: outside what git knows. */
const PICTURES = join(import.meta.dirname, '../../tools/.cache/tour')

/** Plays the main job in a clinic of its own, without a display. Returns the exit code. */
export async function playTour(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-tour-'))
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  await makeDocuments(join(folder, 'documents'))
  const launched = await launchApp({ folder })
  const desk = new Desk(launched.app, launched.page)
  desk.page.setDefaultTimeout(20_000)
  desk.page.on('console', (message) => {
    if (message.type() === 'error') console.error(`page: ${message.text()}`)
  })
  let picture = 0
  const look = async (name: string): Promise<void> => {
    picture += 1
    await desk.page.screenshot({ path: join(PICTURES, `${String(picture).padStart(2, '0')} ${name}.png`) })
  }
  try {
    for (const { title, run } of STORY) {
      const started = performance.now()
      await run({ desk, documents: join(folder, 'documents'), look })
      console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${title}`)
    }
    console.log(`\n${picture} screenshots in ${PICTURES}`)
    return 0
  } catch (error) {
    await look('failed')
    console.error(error)
    return 1
  } finally {
    await launched.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
