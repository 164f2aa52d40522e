import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { switchValue } from './command-line.ts'

const names = [
  ...(['home', 'appData', 'userData', 'sessionData', 'temp', 'logs', 'desktop', 'documents'] as const),
  ...(['downloads', 'exe', 'module'] as const),
]
export type PathName = (typeof names)[number]

const set = new Map<PathName, string>()

function standard(name: PathName, appName: string): string {
  switch (name) {
    case 'home':
      return homedir()
    case 'temp':
      return tmpdir()
    case 'appData':
      return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    case 'userData':
      return switchValue('user-data-dir') || join(getPath('appData', appName), appName)
    case 'sessionData':
      return getPath('userData', appName)
    case 'logs':
      return join(getPath('userData', appName), 'logs')
    case 'exe':
    case 'module':
      return process.argv[0] ?? process.execPath
    default:
      return join(homedir(), `${name[0]?.toUpperCase()}${name.slice(1)}`)
  }
}

/** `app.getPath` on Linux. */
export function getPath(name: PathName, appName: string): string {
  if (!names.includes(name)) throw new Error(`Failed to get '${name}' path`)
  return set.get(name) ?? standard(name, appName)
}

export function setPath(name: PathName, path: string): void {
  if (!names.includes(name)) throw new Error(`Failed to set path '${name}'`)
  set.set(name, path)
}
