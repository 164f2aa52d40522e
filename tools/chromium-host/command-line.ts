import type { CommandLine } from 'electron'
import { supplied } from './supplied.ts'

const switches = new Map<string, string>()

/** Chromium switches an app may append and the host hands on; the rest concern the host alone. */
const handedOn = [
  'lang',
  'force-device-scale-factor',
  'force-color-profile',
  'force-prefers-reduced-motion',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-renderer-backgrounding',
  'remote-debugging-port',
]

/** Reads `--name` and `--name=value`, as Chromium does: anything after a bare `--` is not a switch. */
export function readSwitches(args: readonly string[]): void {
  const end = args.indexOf('--')
  for (const argument of end < 0 ? args : args.slice(0, end)) {
    const match = /^--([^=]+)(?:=(.*))?$/.exec(argument)
    if (match?.[1]) switches.set(match[1], match[2] ?? '')
  }
}

/** The switches of the app's own making or of the tests' that Chromium gets to see. */
export const chromiumSwitches = (): string[] =>
  handedOn.flatMap((name) => {
    const value = switches.get(name)
    if (value === undefined) return []
    return value === '' ? [`--${name}`] : [`--${name}=${value}`]
  })

export const hasSwitch = (name: string): boolean => switches.has(name.toLowerCase())
export const switchValue = (name: string): string => switches.get(name.toLowerCase()) ?? ''

/** `app.commandLine` */
export const commandLine = supplied('app.commandLine', {
  appendSwitch: (name, value = '') => void switches.set(name.toLowerCase(), value),
  appendArgument: () => undefined,
  hasSwitch,
  getSwitchValue: switchValue,
  removeSwitch: (name) => void switches.delete(name.toLowerCase()),
} satisfies CommandLine)
