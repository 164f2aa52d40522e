import { existsSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { prepareClinic } from '../seed/prepare.ts'
import { buildAll } from './build.ts'
import { makeDocuments } from './documents.ts'
import { openOnce } from './open.ts'
import { DEMO_PASSPHRASE } from './people.ts'
import { prepareSurroundings } from './surroundings.ts'

/** The app ends so when somebody asked for a new clinic. */
const RESET = 75

const folder = process.env.MEDICAL_CHAIN_DEMO ?? join(dataHome(), 'medical-chain-demo')

function dataHome(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir()
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share')
}

const tell = (line: string): void => console.log(line)

async function seed(): Promise<void> {
  // Loaded when it is needed: later starts do without what drives the window.
  const { seedClinic } = await import('../seed/seed.ts')
  const surroundings = await prepareSurroundings(folder)
  // At once: the step that is cut off would else look like one that failed, and the clinic open empty.
  const interrupted = (): void => process.exit(130)
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    await seedClinic({ folder, surroundings, tell })
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await surroundings.stop()
  }
}

/** Prepares the clinic where it is new, and opens it. Returns the app's exit code. */
async function openDemo(): Promise<number> {
  tell('Riverside Clinic, a demonstration: everybody in it is invented.')
  const documents = join(folder, 'documents')
  if (!existsSync(documents)) await makeDocuments(documents)
  const seeded = await prepareClinic({ folder, seed, tell })
  if (seeded) tell(`Passphrase of everybody who is in it already: ${DEMO_PASSPHRASE}`)
  tell(`Documents to add: ${documents}`)
  return openOnce(folder, seeded)
}

buildAll()
if (process.argv.includes('--tour')) {
  const { playTour } = await import('../tour/play.ts')
  process.exitCode = await playTour()
} else {
  if (process.argv.includes('--reset')) rmSync(folder, { recursive: true, force: true })
  let code = await openDemo()
  while (code === RESET) {
    rmSync(folder, { recursive: true, force: true })
    code = await openDemo()
  }
  process.exitCode = code
}
