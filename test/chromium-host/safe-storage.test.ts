import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withKeyring, withoutKeyring } from '../support/keyring.ts'
import { type Fixture, freshFolder, launchFixture } from './launch.ts'

const args = ['--password-store=gnome-libsecret']

const encrypt = ({ app }: Fixture, text: string) =>
  app.evaluate(async ({ safeStorage }, plain) => {
    const sealed = await safeStorage.encryptStringAsync(plain)
    return { base64: sealed.toString('base64'), version: sealed.subarray(0, 3).toString() }
  }, text)
const decrypt = ({ app }: Fixture, base64: string) =>
  app.evaluate(
    ({ safeStorage }, sealed) => safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64')),
    base64,
  )

describe('safeStorage with a keyring', () => {
  const folder = freshFolder()
  let keyring: Awaited<ReturnType<typeof withKeyring>>
  let fixture: Fixture
  const start = () =>
    launchFixture({
      folder,
      args,
      bare: true,
      env: { ...(process.env as Record<string, string>), ...keyring.env },
    })
  beforeAll(async () => {
    keyring = await withKeyring(join(folder, 'keyring'))
    fixture = await start()
  })
  afterAll(async () => {
    await fixture.close()
    await keyring.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test('encryption is there, and names the keyring', async () => {
    expect(
      await fixture.app.evaluate(async ({ safeStorage }) => [
        await safeStorage.isAsyncEncryptionAvailable(),
        safeStorage.getSelectedStorageBackend(),
      ]),
    ).toEqual([true, 'gnome_libsecret'])
  })

  test('what was encrypted is read again, by a later run and a later keyring session as well', async () => {
    const { base64, version } = await encrypt(fixture, 'the secret of Dr Grün')
    expect(version).toBe('v11')
    expect((await decrypt(fixture, base64)).result).toBe('the secret of Dr Grün')
    await fixture.close()
    await keyring.stop()
    keyring = await withKeyring(join(folder, 'keyring'))
    fixture = await start()
    expect(await decrypt(fixture, base64)).toEqual({
      result: 'the secret of Dr Grün',
      shouldReEncrypt: false,
    })
  })

  test('lines and quotes come back as they were', async () => {
    const text = 'one line\nand \'another\'\r\n"quoted" \\ $HOME\n'
    const { base64 } = await encrypt(fixture, text)
    expect((await decrypt(fixture, base64)).result).toBe(text)
  })

  test('damaged data is refused', async () => {
    await expect(decrypt(fixture, Buffer.from('v11 not a ciphertext').toString('base64'))).rejects.toThrow(
      /decrypt/,
    )
  })

  test('the keyring keeps nothing in clear text', async () => {
    const files = readdirSync(join(folder, 'keyring'), { recursive: true, withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile() && file.name.endsWith('.keyring'))
      .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.join('')).not.toContain('Dr Gr')
  })
})

describe('safeStorage without a keyring', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await launchFixture({ args, bare: true, env: withoutKeyring() })
  })
  afterAll(() => fixture.close())

  test('encryption is not available, and nothing is encrypted', async () => {
    expect(await fixture.app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())).toBe(
      false,
    )
    await expect(encrypt(fixture, 'x')).rejects.toThrow(/not available/)
  })
})
