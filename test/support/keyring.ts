import { type Keyring, startKeyring } from '../../tools/keyring/index.mjs'

/** A private, unlocked keyring in `folder`; give its `env` to the app under test, and `stop` it afterwards. */
export const withKeyring = (folder: string): Promise<Keyring> => startKeyring(folder)

/** The environment of a machine where no keyring can be reached. */
export function withoutKeyring(): Record<string, string> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = process.env
  return { ...env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' } as Record<string, string>
}
