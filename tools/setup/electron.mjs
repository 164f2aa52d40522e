import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { locateElectron } from '../chromium-host/locate.mjs'
import { ensureHostPackages } from './host-packages.mjs'
import { CACHE, ROOT, SetupError, say } from './tell.mjs'

const PATIENCE_MS = 60_000
const failedBefore = join(CACHE, 'electron-failed')
const version = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).devDependencies.electron

/** Electron's binary by its own installer; where that can't be had, on Linux, what the Chromium host needs. */
export async function ensureElectron(env) {
  if (locateElectron().real) return
  const known = existsSync(failedBefore) && readFileSync(failedBefore, 'utf8') === version()
  if (!known) {
    say("asking Electron's own installer for its binary")
    if (await install(env)) return
    writeFileSync(failedBefore, version())
  }
  if (process.platform !== 'linux') {
    throw new SetupError(
      `Electron ${version()} could not be downloaded. Behind a proxy or a mirror, set ELECTRON_MIRROR or HTTPS_PROXY, ` +
        `remove ${failedBefore}, and run this again.`,
    )
  }
  if (!known) say("Electron's binary can't be had here: the app runs on Node and Debian's Chromium instead")
  await ensureHostPackages()
}

/** False when the installer fails, or says nothing for a minute. */
function install(env) {
  return new Promise((done) => {
    const child = spawn('node', [join(ROOT, 'node_modules/electron/install.js')], { env, stdio: 'pipe' })
    let timer
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => child.kill(), PATIENCE_MS)
    }
    wait()
    child.stdout.on('data', wait)
    child.stderr.on('data', wait)
    child.on('exit', (code) => {
      clearTimeout(timer)
      done(code === 0 && locateElectron().real)
    })
  })
}
