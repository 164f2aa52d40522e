import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fromBase64, toBase64 } from '../crypto/hex.ts'
import type { Address, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { ROLES } from '../domain/person.ts'
import type { LocalProfile } from '../domain/session.ts'
import type { Keychain } from '../ports/keychain.ts'
import type { Profiles } from '../ports/profiles.ts'
import { createJournal } from './journal-sqlite.ts'
import { createSealedStore } from './sealed-store-disk.ts'
import { createSpool } from './spool-disk.ts'

const stored = z.strictObject({
  v: z.literal(1),
  /** Which store of the system wrote `secret` and `name`. */
  backend: z.string(),
  secret: z.base64(),
  vault: z.base64(),
  name: z.base64().nullable(),
  roles: z.array(z.enum(ROLES)),
  backedUp: z.boolean(),
  replaces: (z.string() as unknown as z.ZodType<Pointer>).optional(),
  openedAt: z.iso.datetime(),
})
type Stored = z.infer<typeof stored>

const SECRET_BYTES = 32

/**
 * Chromium seals without authentication on Linux and macOS (AES-CBC, `components/os_crypt`): of what is damaged there,
 * one in 256 opens to something else, and every passphrase would be told wrong.
 */
function secretOf(opened: string, address: Address): Uint8Array {
  const secret = fromBase64(opened)
  if (secret.length !== SECRET_BYTES || toBase64(secret) !== opened)
    throw new Failure('E_VAULT_DAMAGED', { address })
  return secret
}

const isAddress = (name: string): name is Address => /^0x[0-9a-f]{40}$/.test(name)

/** One folder a person: the sealed vault, and beside it the work that waits. Names lie under the OS keychain. */
export function createProfiles(root: string, keychain: Keychain): Profiles {
  const folder = (address: Address): string => join(root, address)
  const file = (address: Address): string => join(folder(address), 'vault.json')

  async function load(address: Address): Promise<Stored> {
    const text = await readFile(file(address), 'utf8').catch((cause) => {
      throw new Failure('E_VAULT_MISSING', { address }, { cause })
    })
    try {
      return stored.parse(JSON.parse(text))
    } catch (cause) {
      throw new Failure('E_VAULT_DAMAGED', { address }, { cause })
    }
  }

  /** Never half a file: a vault that can't be read is a person locked out. */
  async function save(address: Address, value: Stored): Promise<void> {
    await mkdir(folder(address), { recursive: true, mode: 0o700 })
    const partial = `${file(address)}.partial`
    await writeFile(partial, JSON.stringify(value), { mode: 0o600, flush: true })
    await rename(partial, file(address))
  }

  const sealText = async (text: string): Promise<string> => toBase64(await keychain.seal(text))
  const openText = (sealed: string, backend: string): Promise<string> =>
    keychain.open(fromBase64(sealed), backend)

  async function addresses(): Promise<Address[]> {
    const names: string[] = await readdir(root).catch(() => [])
    return names.filter(isAddress)
  }

  /** A damaged vault has its line too: who does not see it can neither put it away nor bring a backup. */
  async function describe(address: Address): Promise<LocalProfile[]> {
    const written = await stat(file(address)).catch(() => null)
    if (written === null) return []
    const profile = await load(address).catch(() => null)
    if (profile === null) return [{ address, name: null, roles: [], openedAt: written.mtime.toISOString() }]
    const name =
      profile.name === null ? null : await openText(profile.name, profile.backend).catch(() => null)
    return [{ address, name, roles: profile.roles, openedAt: profile.openedAt }]
  }

  return {
    list: async () =>
      (await Promise.all((await addresses()).map(describe)))
        .flat()
        .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1)),
    has: async (address) => (await addresses()).includes(address),
    read: async (address) => {
      const profile = await load(address)
      const { vault, roles, backedUp, replaces = null } = profile
      const secret = secretOf(await openText(profile.secret, profile.backend), address)
      return { file: fromBase64(vault), secret, roles, backedUp, replaces }
    },
    newSecret: async () => {
      await keychain.seal('medical-chain')
      return Uint8Array.from(randomBytes(SECRET_BYTES))
    },
    write: async (address, vault) =>
      save(address, {
        v: 1,
        backend: await keychain.backend(),
        secret: await sealText(toBase64(vault.secret)),
        vault: toBase64(vault.file),
        name: null,
        roles: [...vault.roles],
        backedUp: vault.backedUp,
        ...(vault.replaces === null ? {} : { replaces: vault.replaces }),
        openedAt: new Date().toISOString(),
      }),
    note: async (address, seen) => {
      const profile = await load(address)
      const name = seen.name === undefined || seen.name === null ? profile.name : await sealText(seen.name)
      await save(address, {
        ...profile,
        name,
        roles: [...(seen.roles ?? profile.roles)],
        backedUp: seen.backedUp ?? profile.backedUp,
        openedAt: new Date().toISOString(),
      })
    },
    setAside: (address) =>
      rename(folder(address), `${folder(address)}.aside-${Date.now()}`).catch((cause) => {
        throw new Failure('E_VAULT_MISSING', { address }, { cause })
      }),
    remove: async (address) => {
      const names: string[] = await readdir(root).catch(() => [])
      for (const name of names.filter((each) => each === address || each.startsWith(`${address}.aside-`)))
        await rm(join(root, name), { recursive: true, force: true, maxRetries: 5 })
    },
    desk: (address) => {
      mkdirSync(folder(address), { recursive: true, mode: 0o700 })
      const journal = createJournal(join(folder(address), 'journal.sqlite'))
      return {
        journal,
        spool: createSpool(join(folder(address), 'spool')),
        learned: createSealedStore(join(folder(address), 'learned.json'), keychain),
        close: () => journal.close(),
      }
    },
  }
}
