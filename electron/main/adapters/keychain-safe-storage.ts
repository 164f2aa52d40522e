import { safeStorage } from 'electron'
import { Failure } from '../domain/failure.ts'
import type { Keychain } from '../ports/keychain.ts'

/** Backends that encrypt with a key anyone can look up, or don't say what they do. */
const UNSAFE = new Set(['basic_text', 'unknown'])
/**
 * On Linux the asynchronous API falls back without a word; its ciphertext says so: `v11` is the Secret Service,
 * `v10` a fixed key, `v12` a portal key that other programs share.
 */
const LINUX_PREFIX = 'v11'

const backend = async (): Promise<string> => {
  if (process.platform === 'linux') return safeStorage.getSelectedStorageBackend()
  return process.platform === 'darwin' ? 'keychain' : 'dpapi'
}

/** Whether it keeps anything from anybody: one without a password of its own does not. */
export const isKeychainSafe = async (): Promise<boolean> =>
  !UNSAFE.has(await backend()) && (await safeStorage.isAsyncEncryptionAvailable())

async function assertSafe(): Promise<string> {
  const name = await backend()
  if (!(await isKeychainSafe())) throw new Failure('E_BACKEND_UNSAFE', { backend: name })
  return name
}

/** Electron's asynchronous safeStorage, refused where it would protect nothing. */
export const safeStorageKeychain: Keychain = {
  backend,
  seal: async (secret) => {
    const name = await assertSafe()
    const sealed = await safeStorage.encryptStringAsync(secret)
    if (process.platform === 'linux' && sealed.subarray(0, 3).toString() !== LINUX_PREFIX) {
      throw new Failure('E_BACKEND_UNSAFE', { backend: name })
    }
    return Uint8Array.from(sealed)
  },
  open: async (sealed, writtenBy) => {
    const name = await assertSafe()
    if (name !== writtenBy) throw new Failure('E_BACKEND_CHANGED', { before: writtenBy, now: name })
    try {
      return (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result
    } catch (cause) {
      throw new Failure('E_VAULT_DAMAGED', { what: 'keychain' }, { cause })
    }
  },
}
