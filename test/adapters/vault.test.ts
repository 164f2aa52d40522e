import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProfiles } from '../../electron/main/adapters/profiles-disk.ts'
import { startVaultThread } from '../../electron/main/adapters/vault-thread.ts'
import type { Address, Fingerprint, Pointer } from '../../electron/main/domain/bytes.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'
import { bundled } from '../support/bundled.ts'

const OWNER = `0x${'aa'.repeat(20)}` as Address
const DEPLOYMENT = { chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address }
const SECRET = new Uint8Array(32).fill(3)
const PASSPHRASE = 'correct horse battery'
const start = () => startVaultThread(bundled('vault-worker'), DEPLOYMENT, { N: 2 ** 10, r: 8, p: 1 })

describe('the vault', () => {
  let thread: ReturnType<typeof start>
  beforeEach(() => {
    thread = start()
  })
  afterEach(() => thread.end())

  it('opens with passphrase and keychain secret, and holds the same key', async () => {
    const file = await thread.vault.create(OWNER, PASSPHRASE, SECRET)
    const { fingerprint } = await thread.vault.self()
    const again = start()
    await again.vault.open(file, PASSPHRASE, SECRET)
    expect((await again.vault.self()).fingerprint).toBe(fingerprint)
    await again.end()
  })

  it('refuses a wrong passphrase, and the right one without the keychain', async () => {
    const file = await thread.vault.create(OWNER, PASSPHRASE, SECRET)
    await expect(thread.vault.open(file, 'another passphrase', SECRET)).rejects.toMatchObject({
      code: 'E_PASSPHRASE_WRONG',
    })
    await expect(thread.vault.open(file, PASSPHRASE, new Uint8Array(32))).rejects.toMatchObject({
      code: 'E_PASSPHRASE_WRONG',
    })
  })

  it('refuses a passphrase that is easy to guess', async () => {
    for (const weak of ['', 'short', 'aaaaaaaaaaaaaa']) {
      await expect(thread.vault.create(OWNER, weak, SECRET)).rejects.toMatchObject({
        code: 'E_PASSPHRASE_WEAK',
      })
    }
  })

  it('says that a damaged file is damaged', async () => {
    await expect(
      thread.vault.open(new TextEncoder().encode('{"v":1}'), PASSPHRASE, SECRET),
    ).rejects.toMatchObject({ code: 'E_VAULT_DAMAGED' })
  })

  it('holds nothing any more when its thread has ended, and what waited fails as locked', async () => {
    await thread.vault.create(OWNER, PASSPHRASE, SECRET)
    const waiting = thread.vault.backup(PASSPHRASE)
    await thread.end()
    await expect(waiting).rejects.toMatchObject({ code: 'E_LOCKED' })
    const empty = start()
    await expect(empty.vault.self()).rejects.toMatchObject({ code: 'E_LOCKED' })
    await empty.end()
  })

  describe('as a backup', () => {
    it('is a PKCS#12 file that openssl reads, and restores the same key', async () => {
      await thread.vault.create(OWNER, PASSPHRASE, SECRET)
      const { fingerprint } = await thread.vault.self()
      const backup = await thread.vault.backup('a passphrase on paper')
      const folder = mkdtempSync(join(tmpdir(), 'medical-chain-p12-'))
      const path = join(folder, 'backup.p12')
      writeFileSync(path, backup)
      const read = spawnSync(
        'openssl',
        ['pkcs12', '-in', path, '-passin', 'pass:a passphrase on paper', '-noenc', '-info'],
        { encoding: 'utf8' },
      )
      rmSync(folder, { recursive: true })
      expect(read.status, read.stderr).toBe(0)
      expect(read.stderr + read.stdout).toContain('Iteration 600000')
      expect(read.stdout).toContain(OWNER)

      const other = start()
      const given = { file: backup, passphrase: 'a passphrase on paper', expected: fingerprint }
      await other.vault.restore(OWNER, given, PASSPHRASE, SECRET)
      expect((await other.vault.self()).fingerprint).toBe(fingerprint)
      expect(await other.vault.dateShift()).toBe(await thread.vault.dateShift())
      await expect(
        other.vault.restore(OWNER, { ...given, passphrase: 'not the right one' }, PASSPHRASE, SECRET),
      ).rejects.toMatchObject({ code: 'E_PASSPHRASE_WRONG' })
      const foreign = { ...given, expected: `0x${'00'.repeat(32)}` as Fingerprint }
      await expect(other.vault.restore(OWNER, foreign, PASSPHRASE, SECRET)).rejects.toMatchObject({
        code: 'E_BACKUP_OTHER_KEY',
      })
      const garbage = { ...given, file: new TextEncoder().encode('no backup') }
      await expect(other.vault.restore(OWNER, garbage, PASSPHRASE, SECRET)).rejects.toMatchObject({
        code: 'E_BACKUP_DAMAGED',
      })
      await other.end()
    })
  })
})

/** A keychain that says which store it is, like the system's. */
function keychain(backend = 'gnome_libsecret'): Keychain & { now: string } {
  const chain = {
    now: backend,
    backend: async () => chain.now,
    seal: async (secret: string) => {
      if (chain.now === 'basic_text') throw new Failure('E_BACKEND_UNSAFE', { backend: chain.now })
      return new TextEncoder().encode(Buffer.from(secret).toString('base64'))
    },
    open: async (sealed: Uint8Array, writtenBy: string) => {
      if (writtenBy !== chain.now)
        throw new Failure('E_BACKEND_CHANGED', { before: writtenBy, now: chain.now })
      return Buffer.from(Buffer.from(sealed).toString(), 'base64').toString()
    },
  }
  return chain
}

describe('profiles on this machine', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'medical-chain-profiles-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))
  const vault = {
    file: Uint8Array.of(1, 2),
    secret: SECRET,
    roles: ['patient'] as const,
    backedUp: false,
    replaces: null,
  }

  it('several people share it, each named under the keychain', async () => {
    const profiles = createProfiles(root, keychain())
    const second = `0x${'bb'.repeat(20)}` as Address
    for (const address of [OWNER, second]) await profiles.write(address, vault)
    await profiles.note(OWNER, { name: 'Amara Osei' })
    expect((await profiles.list()).map(({ name }) => name).sort()).toEqual(['Amara Osei', null].sort())
    const text = await readFile(join(root, OWNER, 'vault.json'), 'utf8')
    expect(text).not.toContain('Amara')
  })

  it('says that a vault is missing or damaged, and lists the damaged one so that it can be put away', async () => {
    const profiles = createProfiles(root, keychain())
    profiles.desk(OWNER).close()
    expect(await profiles.list()).toEqual([])
    await expect(profiles.read(OWNER)).rejects.toMatchObject({ code: 'E_VAULT_MISSING' })
    await profiles.write(OWNER, vault)
    await writeFile(join(root, OWNER, 'vault.json'), '{"v":1')
    await expect(profiles.read(OWNER)).rejects.toMatchObject({ code: 'E_VAULT_DAMAGED' })
    expect(await profiles.list()).toMatchObject([{ address: OWNER, name: null, roles: [] }])
  })

  it('remembers which published key a vault was made to take the place of', async () => {
    const profiles = createProfiles(root, keychain())
    const replaces = `0x${'01'.repeat(32)}` as Pointer
    await profiles.write(OWNER, { ...vault, replaces })
    await profiles.note(OWNER, { backedUp: true })
    expect(await profiles.read(OWNER)).toMatchObject({ replaces, backedUp: true })
    await profiles.write(OWNER, vault)
    expect((await profiles.read(OWNER)).replaces).toBeNull()
  })

  it.each([
    ['other bytes', (secret: string) => `${secret.slice(0, 32)}\u{fffd}\u0007~${secret.slice(35)}`],
    ['fewer bytes', (secret: string) => secret.slice(0, 32)],
  ])('says that a secret is damaged that the system’s store opens to %s', async (_, damage) => {
    const chain = keychain()
    const profiles = createProfiles(root, chain)
    await profiles.write(OWNER, vault)
    const damaging: Keychain = {
      ...chain,
      open: async (sealed, writtenBy) => damage(await chain.open(sealed, writtenBy)),
    }
    await expect(createProfiles(root, damaging).read(OWNER)).rejects.toMatchObject({
      code: 'E_VAULT_DAMAGED',
    })
  })

  it('keeps what confirmations have taught beside the vault, sealed, until its person is removed', async () => {
    const profiles = createProfiles(root, keychain())
    await profiles.write(OWNER, vault)
    const desk = profiles.desk(OWNER)
    await desk.learned.set('specialties', '{"394579002":{"confirmed":1,"counts":{}}}')
    desk.close()
    const text = await readFile(join(root, OWNER, 'learned.json'), 'utf8')
    expect(text).not.toContain('394579002')
    const again = profiles.desk(OWNER)
    expect(await again.learned.get('specialties')).toContain('394579002')
    again.close()
    await profiles.remove(OWNER)
    expect(readdirSync(root)).toEqual([])
  })

  it('puts away what nobody can open, and keeps it until its person is removed', async () => {
    const profiles = createProfiles(root, keychain())
    await profiles.write(OWNER, vault)
    const before = readdirSync(root).length
    await profiles.setAside(OWNER)
    expect([await profiles.has(OWNER), readdirSync(root).length]).toEqual([false, before])
    await profiles.write(OWNER, vault)
    await profiles.remove(OWNER)
    expect(readdirSync(root).filter((name) => name.includes(OWNER))).toEqual([])
  })

  it('refuses when another store of the system answers than the one that wrote', async () => {
    const chain = keychain()
    const profiles = createProfiles(root, chain)
    await profiles.write(OWNER, vault)
    chain.now = 'kwallet6'
    await expect(profiles.read(OWNER)).rejects.toMatchObject({
      code: 'E_BACKEND_CHANGED',
      detail: { before: 'gnome_libsecret', now: 'kwallet6' },
    })
  })

  it('makes no key where the system protects nothing', async () => {
    await expect(createProfiles(root, keychain('basic_text')).newSecret()).rejects.toMatchObject({
      code: 'E_BACKEND_UNSAFE',
    })
  })
})
