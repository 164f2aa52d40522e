// Plain JavaScript without dependencies, because set-up uses it before there are any.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

// `cat` waits for the end of our stdin: when this process ends, however it ends, the keyring and the bus end too.
const script = `
gnome-keyring-daemon --foreground $2 --components=secrets < "$1" > /dev/null 2>&1 &
keyring=$!
owned() {
  dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets | grep -q true
}
until owned; do kill -0 $keyring || exit 1; sleep 0.05; done
echo "$DBUS_SESSION_BUS_ADDRESS"
cat > /dev/null
kill $keyring
wait $keyring
`

/**
 * Starts a private D-Bus session with an unlocked GNOME keyring that keeps its secrets in `folder`, for a machine
 * without a desktop. Its password lies in the same folder, readable by this user alone: enough for tests and for a
 * demonstration, but no protection from whoever can read the folder.
 *
 * @param {string} folder made when missing; the same folder has the same secrets again
 * @param {{ locked?: boolean }} [options] a locked one has nobody here who could unlock it
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} the environment a program needs to
 *   reach this keyring, and the way to end it
 */
export async function startKeyring(folder, { locked = false } = {}) {
  const env = {
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  }
  for (const path of Object.values(env)) mkdirSync(path, { recursive: true, mode: 0o700 })
  const password = join(folder, 'password')
  if (!existsSync(password)) writeFileSync(password, randomBytes(24).toString('base64'), { mode: 0o600 })

  const session = spawn(
    'dbus-run-session',
    ['--', 'sh', '-c', script, 'keyring', password, locked ? '' : '--unlock'],
    {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  const ended = new Promise((resolve) => {
    session.once('exit', resolve)
    session.once('error', resolve)
  })
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: session.stdout }).once('line', resolve)
    void ended.then(() =>
      reject(new Error('The keyring did not start: are dbus and gnome-keyring installed?')),
    )
  })
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
    stop: async () => {
      session.stdin.end()
      await ended
    },
  }
}
