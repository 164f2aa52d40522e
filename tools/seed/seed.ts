import { join } from 'node:path'
import { locateElectron } from '../chromium-host/locate.mjs'
import { openDemoClinic } from '../demo/clinic.ts'
import { startDisplay } from '../demo/display.ts'
import { DEMO_PASSPHRASE } from '../demo/people.ts'
import type { Surroundings } from '../demo/surroundings.ts'
import { Desk } from '../tour/desk.ts'
import { launchApp } from '../tour/launch.ts'
import type { Step } from '../tour/story.ts'
import { SEEDS } from './story.ts'

export type SeedOptions = {
  /** The demo's, with its documents: app and chain keep their things where they will be opened next. */
  readonly folder: string
  readonly surroundings: Surroundings
  readonly tell: (line: string) => void
  /** Which of the steps, in a folder where those before them have been taken; else all. */
  readonly steps?: readonly Step[]
}

/** Brings the demo's people in through the app itself, as they would. A picture of the window is kept when that fails. */
export async function seedClinic(options: SeedOptions): Promise<void> {
  const { folder, surroundings, tell, steps = SEEDS } = options
  await using rooms = new AsyncDisposableStack()
  // Without block time: nobody is there who would want to see the waiting.
  const clinic = await openDemoClinic(join(folder, 'chain'))
  rooms.defer(clinic.stop)
  const env = await hiddenDisplay(rooms)
  const launched = await launchApp({ folder, clinic, surroundings, env })
  rooms.defer(launched.close)
  const desk = new Desk(launched.app, launched.page, DEMO_PASSPHRASE)
  const scene = { desk, documents: join(folder, 'documents'), look: async () => undefined }
  for (const step of steps) {
    const { title, run } = step
    tell(`Preparing the clinic … ${SEEDS.indexOf(step) + 1} of ${SEEDS.length}: ${title}`)
    try {
      await run(scene)
    } catch (cause) {
      const path = join(folder, 'seeding failed.png')
      await desk.page.screenshot({ path }).catch(() => undefined)
      const seen = await desk.page.locator('body').innerText().catch(String)
      throw new Error(`“${title}” came to no end; ${path} shows the window.\n${cause}\n${seen}`, { cause })
    }
  }
}

/** A screen of its own for Electron where there is Xvfb; elsewhere the window is seen at work. The host needs none. */
async function hiddenDisplay(rooms: AsyncDisposableStack): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || !locateElectron().real) return {}
  const display = await startDisplay().catch(() => null)
  if (display === null) return {}
  rooms.defer(display.stop)
  return { DISPLAY: display.name, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }
}
