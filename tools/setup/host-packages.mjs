import { existsSync } from 'node:fs'
import { run, SetupError, say } from './tell.mjs'

/** Debian packages by the file that shows that they are there. */
const PACKAGES = {
  chromium: '/usr/lib/chromium/chromium',
  'chromium-sandbox': '/usr/lib/chromium/chrome-sandbox',
  xvfb: '/usr/bin/Xvfb',
  'fonts-liberation': '/usr/share/fonts/truetype/liberation',
  dbus: '/usr/bin/dbus-run-session',
  'gnome-keyring': '/usr/bin/gnome-keyring-daemon',
  'libsecret-tools': '/usr/bin/secret-tool',
  // For tools/read-record, which opens a record without any code of ours.
  'python3-cryptography': '/usr/lib/python3/dist-packages/cryptography',
}

/** Chromium, a display without a screen and a keyring, for the host, and what tests compare with. As root they are installed, else named. */
export async function ensureHostPackages() {
  const missing = Object.entries(PACKAGES).flatMap(([name, file]) => (existsSync(file) ? [] : [name]))
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new SetupError(
      `These packages are needed: ${missing.join(', ')}. Install them, as root:\n\n  apt-get update && ${command}\n`,
    )
  }
  say(`installing ${missing.join(', ')} (about a minute)`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', command.split(' ').slice(1), { env })
}
