import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { fromBase64, toBase64 } from '../crypto/hex.ts'
import { Failure } from '../domain/failure.ts'
import type { Keychain } from '../ports/keychain.ts'
import type { SealedStore } from '../ports/sealed-store.ts'

/** WalletConnect itself needs some 10 kB; a page gone wild must not fill the disk. */
const MAX_CHARACTERS = 1024 * 1024

const stored = z.strictObject({ v: z.literal(1), backend: z.string(), sealed: z.base64() })
const entries = z.record(z.string(), z.string())

/**
 * One file under the OS keychain.
 * @param unreadable what can't be read is dropped where nothing hangs on it: a session that is lost is paired again
 */
export function createSealedStore(
  file: string,
  keychain: Keychain,
  unreadable: 'drop' | 'fail' = 'drop',
): SealedStore {
  let loading: Promise<Map<string, string>> | null = null
  let writing: Promise<void> = Promise.resolve()

  const load = (): Promise<Map<string, string>> => {
    loading ??= read(file, keychain).catch((error) => {
      if (unreadable === 'drop' || error.code === 'ENOENT') return new Map()
      loading = null
      throw error
    })
    return loading
  }

  /** One write after the other, each of what is true by then. */
  function save(all: ReadonlyMap<string, string>): Promise<void> {
    const saved = writing.then(() => write(file, keychain, all))
    writing = saved.catch(() => undefined)
    return saved
  }

  return {
    keys: async () => [...(await load()).keys()],
    get: async (key) => (await load()).get(key) ?? null,
    set: async (key, value) => {
      const all = await load()
      const size = [...all].reduce(
        (sum, [name, text]) => sum + (name === key ? 0 : text.length),
        value.length,
      )
      if (size > MAX_CHARACTERS)
        throw new Failure('E_INPUT', { field: 'sealed store', limit: MAX_CHARACTERS })
      all.set(key, value)
      await save(all)
    },
    remove: async (key) => {
      const all = await load()
      if (all.delete(key)) await save(all)
    },
  }
}

async function read(file: string, keychain: Keychain): Promise<Map<string, string>> {
  const { backend, sealed } = stored.parse(JSON.parse(await readFile(file, 'utf8')))
  const text = await keychain.open(fromBase64(sealed), backend)
  return new Map(Object.entries(entries.parse(JSON.parse(text))))
}

/** Never half a file; and no file where there is nothing to remember. */
async function write(file: string, keychain: Keychain, all: ReadonlyMap<string, string>): Promise<void> {
  if (all.size === 0) return rm(file, { force: true })
  const sealed = toBase64(await keychain.seal(JSON.stringify(Object.fromEntries(all))))
  const text = JSON.stringify({ v: 1, backend: await keychain.backend(), sealed })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.partial`, text, { mode: 0o600, flush: true })
  await rename(`${file}.partial`, file)
}
