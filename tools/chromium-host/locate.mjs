// Plain JavaScript, because set-up asks before Node 24 and the dependencies are there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const hostFolder = join(import.meta.dirname, 'dist')

/**
 * Which executable runs the app: real Electron where its binary has been installed in the version package.json
 * asks for, else the host. Looks at files only; `require('electron')` would start a download.
 */
export function locateElectron(folder = join(root, 'node_modules', 'electron')) {
  const real = realExecutable(folder)
  return real ? { real: true, executable: real } : { real: false, executable: join(hostFolder, 'electron') }
}

function realExecutable(folder) {
  const read = (name) => readFileSync(join(folder, name), 'utf8').trim()
  try {
    const { version } = JSON.parse(read('package.json'))
    const executable = join(folder, 'dist', read('path.txt'))
    return read('dist/version').replace(/^v/, '') === version && existsSync(executable)
      ? executable
      : undefined
  } catch {
    return undefined
  }
}

/** Makes Playwright's `_electron.launch` and electron-vite, in this process and its children, start that executable. */
export function chooseElectron(env = process.env) {
  const found = locateElectron()
  if (!found.real) {
    env.ELECTRON_OVERRIDE_DIST_PATH = hostFolder
    env.ELECTRON_EXEC_PATH = found.executable
  }
  return found
}
