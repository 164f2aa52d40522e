import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announceReady, app, describeApp } from './app.ts'
import { events, startBrowser } from './browser.ts'
import { readSwitches } from './command-line.ts'
import { watchDownloads } from './downloads.ts'
import { host, say } from './host.ts'
import { startServer } from './server.ts'

const electronVersion = '45.4.1'

interface CommandLine {
  /** Modules to load before the app, as Playwright's loader is. */
  required: string[]
  entry: string
}

/** `electron [-r module] [--switch …] folder [arguments]`: the first argument that is not a switch is the app. */
function readCommandLine(args: readonly string[]): CommandLine {
  const required: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at]!
    if (argument === '-r' || argument === '--require') required.push(args[++at] ?? '')
    else if (!argument.startsWith('-')) return { required, entry: resolve(argument) }
  }
  throw new Error('electron-host: no app given, try `electron .`')
}

/** Finds what to import for a folder with a package.json, or a script named outright. */
function readApp(entry: string): string {
  if (statSync(entry).isFile()) {
    describeApp('Electron', electronVersion, dirname(entry))
    return entry
  }
  const about = JSON.parse(readFileSync(join(entry, 'package.json'), 'utf8')) as Record<string, string>
  describeApp(about.productName ?? about.name ?? 'Electron', about.version ?? '', entry)
  return join(entry, about.main ?? 'index.js')
}

/** Makes the process look like Electron's main process to the app. */
function dressProcess(args: readonly string[]): void {
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: dirname(args[0] ?? '') })
  process.argv = [...args]
  Object.defineProperty(process, 'versions', {
    value: Object.freeze({
      ...process.versions,
      electron: electronVersion,
      // What tells a run here from a run on Electron, for the app's About.
      'chromium-host': electronVersion,
      get chrome() {
        return host.chromiumVersion
      },
    }),
  })
}

const args = process.argv.slice(2)
const { required, entry } = readCommandLine(args.slice(1))
readSwitches(args.slice(1))
dressProcess(args)
const main = readApp(entry)
const require = createRequire(join(process.cwd(), 'electron-host.cjs'))
for (const module of required) require(resolve(module))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
events.gone = () => {
  say('Chromium ended unexpectedly')
  process.exit(1)
}

// Electron emits `ready` only after the entry has run; a top-level `await app.whenReady()` hangs there as well.
await import(pathToFileURL(main).href)
// Not before the app: a second instance, which quits at once, must not touch the first one's profile.
if (!host.quitting) {
  watchDownloads()
  await startServer()
  await startBrowser(app.getPath('userData'))
  say(`this is not Electron but Node ${process.versions.node} with Chromium ${host.chromiumVersion}`)
  announceReady()
}
