import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSealedStore } from '../../electron/main/adapters/sealed-store-disk.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import type { Keychain } from '../../electron/main/ports/keychain.ts'

/** Turns letters round, which is enough to see what lies in clear. */
const keychain = (name = 'test'): Keychain => ({
  backend: async () => name,
  seal: async (secret) => Uint8Array.from(Buffer.from([...secret].reverse().join(''))),
  open: async (sealed, writtenBy) => {
    if (writtenBy !== name) throw new Failure('E_BACKEND_CHANGED', { before: writtenBy, now: name })
    return [...Buffer.from(sealed).toString()].reverse().join('')
  },
})

const noKeychain: Keychain = {
  backend: async () => 'basic_text',
  seal: () => Promise.reject(new Failure('E_BACKEND_UNSAFE')),
  open: () => Promise.reject(new Failure('E_BACKEND_UNSAFE')),
}

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'medical-chain-sealed-store-'))
  file = join(folder, 'phone-wallets.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the sessions of phone wallets', () => {
  it('are there after a restart, and nowhere in clear', async () => {
    const store = createSealedStore(file, keychain())
    await Promise.all(['a', 'b', 'c'].map((name) => store.set(`wc@2:${name}`, `secret ${name}`)))
    await store.remove('wc@2:b')
    const again = createSealedStore(file, keychain())
    expect(await again.keys()).toEqual(['wc@2:a', 'wc@2:c'])
    expect(await again.get('wc@2:a')).toBe('secret a')
    expect(await again.get('wc@2:b')).toBeNull()
    expect(readFileSync(file, 'utf8')).not.toContain('secret')
    expect(readdirSync(folder)).toEqual(['phone-wallets.json'])
  })

  it('leave no file behind once all are gone', async () => {
    const store = createSealedStore(file, keychain())
    await store.set('wc@2:a', '1')
    await store.remove('wc@2:a')
    expect(readdirSync(folder)).toEqual([])
  })

  it('are forgotten when the file is damaged or another keychain wrote it, so that a phone is paired again', async () => {
    writeFileSync(file, '{"v":1,"backend":"test","sealed":"!')
    const store = createSealedStore(file, keychain())
    expect(await store.keys()).toEqual([])
    await store.set('wc@2:a', '1')
    expect(await createSealedStore(file, keychain('another')).keys()).toEqual([])
  })

  it('are not written where no keychain protects them', async () => {
    const store = createSealedStore(file, noKeychain)
    await expect(store.set('wc@2:a', '1')).rejects.toMatchObject({ code: 'E_BACKEND_UNSAFE' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('may not fill the disk', async () => {
    const store = createSealedStore(file, keychain())
    await store.set('wc@2:a', 'x'.repeat(500_000))
    await store.set('wc@2:b', 'x'.repeat(500_000))
    await expect(store.set('wc@2:c', 'x'.repeat(500_000))).rejects.toMatchObject({ code: 'E_INPUT' })
    await store.set('wc@2:a', 'y'.repeat(500_000))
    expect(await store.keys()).toEqual(['wc@2:a', 'wc@2:b'])
  })
})
