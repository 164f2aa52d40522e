import { execFile, spawn } from 'node:child_process'
import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { SafeStorage } from 'electron'
import { app } from './app.ts'
import { switchValue } from './command-line.ts'
import { host } from './host.ts'
import { supplied } from './supplied.ts'

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>

const run = promisify(execFile)
const gnomeDesktops = ['X-Cinnamon', 'Deepin', 'GNOME', 'Pantheon', 'XFCE', 'UKUI', 'Unity']
const byFlag: Record<string, Backend> = {
  basic: 'basic_text',
  'gnome-libsecret': 'gnome_libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
}

/** The rule of electron.d.ts: the flag, else the desktop's name, else a fixed key that protects nothing. */
function selectedBackend(): Backend {
  if (!host.ready) return 'unknown'
  const flag = byFlag[switchValue('password-store')]
  if (flag) return flag
  const desktops = (process.env.XDG_CURRENT_DESKTOP ?? '').toLowerCase().split(':')
  if (gnomeDesktops.some((name) => desktops.includes(name.toLowerCase()))) return 'gnome_libsecret'
  if (!desktops.includes('kde')) return 'basic_text'
  const version = process.env.KDE_SESSION_VERSION
  return version === '6' ? 'kwallet6' : version === '5' ? 'kwallet5' : 'kwallet'
}

// Chromium's OSCrypt on Linux: the password lies in the keyring, the key is derived from it, the blob carries a version.
const schema = ['xdg:schema', 'chrome_libsecret_os_crypt_password_v2']
const versions = { keyring: 'v11', plain: 'v10' } as const
type Version = (typeof versions)[keyof typeof versions]
const iv = Buffer.alloc(16, ' ')
const deriveKey = (password: string): Buffer => pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1')

let plainTextAllowed = false
let keyring: Promise<Buffer | undefined> | undefined

const attributes = (): string[] => [...schema, 'application', app.getName()]

async function storePassword(password: string): Promise<void> {
  const child = spawn('secret-tool', ['store', `--label=${app.getName()} Safe Storage`, ...attributes()], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.end(password)
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('secret-tool store failed'))))
  })
}

/** The key from the Secret Service, made on first use; nothing without a bus, a keyring or `secret-tool`. */
async function openKeyring(): Promise<Buffer | undefined> {
  const lookup = () => run('secret-tool', ['lookup', ...attributes()]).then(({ stdout }) => stdout.trim())
  const found = await lookup().catch(() => '')
  if (found) return deriveKey(found)
  const password = randomBytes(16).toString('base64')
  const stored = await storePassword(password)
    .then(lookup)
    .catch(() => '')
  return stored === password ? deriveKey(password) : undefined
}

async function keyOf(version: Version): Promise<Buffer | undefined> {
  if (version === versions.plain) return plainTextAllowed ? deriveKey('peanuts') : undefined
  if (selectedBackend() !== 'gnome_libsecret') return undefined
  keyring ??= openKeyring()
  return keyring
}

async function current(): Promise<{ version: Version; key: Buffer } | undefined> {
  for (const version of [versions.keyring, versions.plain]) {
    const key = await keyOf(version)
    if (key) return { version, key }
  }
  return undefined
}

/** Encryption bound to the user's login, as far as Linux offers it. Only the calls that are not deprecated. */
export const safeStorage = supplied('safeStorage', {
  getSelectedStorageBackend: selectedBackend,
  setUsePlainTextEncryption: (use) => {
    plainTextAllowed = use
  },
  isAsyncEncryptionAvailable: async () => (await current()) !== undefined,
  encryptStringAsync: async (plainText) => {
    const found = await current()
    if (!found)
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptStringAsync. Encryption is not available.',
      )
    const cipher = createCipheriv('aes-128-cbc', found.key, iv)
    return Buffer.concat([Buffer.from(found.version), cipher.update(plainText, 'utf8'), cipher.final()])
  },
  decryptStringAsync: async (encrypted) => {
    const failed = new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
    )
    const version = encrypted.subarray(0, 3).toString() as Version
    const key = Object.values(versions).includes(version) ? await keyOf(version) : undefined
    if (!key) throw failed
    try {
      const decipher = createDecipheriv('aes-128-cbc', key, iv)
      const result = Buffer.concat([decipher.update(encrypted.subarray(3)), decipher.final()]).toString(
        'utf8',
      )
      return { result, shouldReEncrypt: version !== (await current())?.version }
    } catch {
      throw failed
    }
  },
} satisfies Pick<
  SafeStorage,
  | 'getSelectedStorageBackend'
  | 'setUsePlainTextEncryption'
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
>)
