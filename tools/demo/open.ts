import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { locateElectron } from '../chromium-host/locate.mjs'
import { tellPassphrases } from '../seed/tell-passphrases.ts'
import { openDemoClinic } from './clinic.ts'
import { startDisplay } from './display.ts'
import { prepareSurroundings } from './surroundings.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Long enough for waiting to be seen. */
const BLOCK_SECONDS = 2

/** Opens the clinic once. Returns the app's exit code. */
export async function openOnce(folder: string, seeded: boolean): Promise<number> {
  const clinic = await openDemoClinic(join(folder, 'chain'), BLOCK_SECONDS)
  if (seeded) tellPassphrases(clinic)
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
