import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { locateElectron } from '../chromium-host/locate.mjs'
import { buildAll } from './build.ts'
import { openDemoClinic } from './clinic.ts'
import { startDisplay } from './display.ts'
import { makeDocuments } from './documents.ts'
import { prepareSurroundings } from './surroundings.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The app ends so when somebody asked for an empty clinic. */
const RESET = 75
/** Long enough for waiting to be seen. */
const BLOCK_SECONDS = 2

const folder = process.env.MEDICAL_CHAIN_DEMO ?? join(dataHome(), 'medical-chain-demo')

function dataHome(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? homedir()
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share')
}

/** Opens the clinic once. Returns the app's exit code. */
async function openOnce(): Promise<number> {
  const clinic = await openDemoClinic(join(folder, 'chain'), BLOCK_SECONDS)
  const surroundings = await prepareSurroundings(folder)
  const display = needsDisplay() ? await startDisplay() : null
  if (display !== null) {
    console.log(`There is no display here: the window opens on ${display.name}, where nobody sees it.`)
    console.log('To see the app at work without one: npm start -- --tour')
  }
  try {
    const args = ['.', `--user-data-dir=${join(folder, 'app')}`, `--network=${clinic.networkFile}`]
    const env = { ...surroundings.env, ...(display === null ? {} : { DISPLAY: display.name }) }
    return await run(locateElectron().executable, [...args, ...surroundings.flags], env)
  } finally {
    display?.stop()
    await surroundings.stop()
    await clinic.stop()
  }
}

const needsDisplay = (): boolean =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

function run(program: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit' })
    // Ctrl+C reaches the app too; it ends by itself, and then so do we.
    process.on('SIGINT', () => undefined)
    process.once('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', failed)
    child.once('exit', (code) => done(code ?? 1))
  })
}

buildAll()
if (process.argv.includes('--tour')) {
  const { playTour } = await import('../tour/play.ts')
  process.exitCode = await playTour()
} else {
  if (process.argv.includes('--reset')) rmSync(folder, { recursive: true, force: true })
  let code = RESET
  while (code === RESET) {
    const documents = join(folder, 'documents')
    if (!existsSync(documents)) await makeDocuments(documents)
    console.log(
      `Riverside Clinic, a demonstration: everybody in it is invented. Documents to add: ${documents}`,
    )
    code = await openOnce()
    if (code === RESET) rmSync(folder, { recursive: true, force: true })
  }
  process.exitCode = code
}
