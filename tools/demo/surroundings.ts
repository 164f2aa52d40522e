import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startKeyring } from '../keyring/index.mjs'

export type Surroundings = {
  readonly env: Record<string, string>
  /** Flags for the app: which keyring to use where the desktop's name says nothing. */
  readonly flags: readonly string[]
  readonly stop: () => Promise<void>
}

/** A place for keys: the system's own, or, where no Secret Service runs, a private keyring in the demo's folder. */
export async function prepareSurroundings(folder: string): Promise<Surroundings> {
  const stop = async (): Promise<void> => undefined
  if (process.platform !== 'linux') return { env: environment(), flags: [], stop }
  if (hasSecretService()) return { env: environment(), flags: LIBSECRET, stop }
  return prepareKeyring(folder)
}

/** A private keyring in `folder`, whatever else this machine has. */
export async function prepareKeyring(
  folder: string,
  options: { readonly locked?: boolean } = {},
): Promise<Surroundings> {
  const keyring = await startKeyring(join(folder, 'keyring'), options)
  return { env: { ...environment(), ...keyring.env }, flags: LIBSECRET, stop: keyring.stop }
}

const LIBSECRET = ['--password-store=gnome-libsecret']

/** This process's environment, with every value a string, as Playwright wants it. */
const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >

function hasSecretService(): boolean {
  if (process.env.DBUS_SESSION_BUS_ADDRESS === undefined) return false
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]
  return spawnSync('dbus-send', question, { encoding: 'utf8' }).stdout?.includes('true') === true
}
