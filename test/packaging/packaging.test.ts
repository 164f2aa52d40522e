import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../tools/demo/build.ts'
import { launchApp, ROOT } from '../e2e/support/launch.ts'
import { writeDummyElectron } from './dummy-electron.ts'

const folder = mkdtempSync(join(tmpdir(), 'medical-chain-packaging-'))
const packed = join(folder, 'release/linux-unpacked')
const extracted = join(folder, 'extracted')
const [OFF, ON] = ['0', '1'].map((sign) => sign.charCodeAt(0)) as [number, number]

/** Every file of the archive, by its path in it. */
const names = (): string[] =>
  readdirSync(extracted, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(extracted.length + 1))

describe('the packaged app', () => {
  beforeAll(() => {
    if (!existsSync(join(ROOT, 'out/main/index.js'))) buildAll()
    writeDummyElectron(join(folder, 'electron'))
    const options = [
      `-c.electronDist=${join(folder, 'electron')}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ]
    execFileSync(
      join(ROOT, 'node_modules/.bin/electron-builder'),
      ['--linux', 'dir', '--publish', 'never', ...options],
      {
        cwd: ROOT,
        stdio: 'pipe',
      },
    )
    extractAll(join(packed, 'resources/app.asar'), extracted)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

  it('holds what the build wrote, and nothing else', () => {
    const outside = names().filter((name) => name !== 'package.json' && !name.startsWith('out/'))
    expect(outside).toEqual([])
    expect(names()).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/main/classifier-worker.js',
        'out/main/specialty-model.bin',
        'out/main/vault-worker.js',
        'out/main/wallet-worker.js',
        'out/preload/index.cjs',
        'out/preload/confirm.cjs',
        'out/preload/paper.cjs',
        'out/renderer/index.html',
        'out/renderer/confirm.html',
        'out/renderer/paper.html',
      ]),
    )
  })

  it('holds no source map and no package of others', () => {
    expect(names().filter((name) => name.endsWith('.map') || name.includes('node_modules'))).toEqual([])
  })

  it('holds no code of the Chromium host', () => {
    expect(readFileSync(join(packed, 'resources/app.asar')).includes('electron-host')).toBe(false)
  })

  it('has the fuses as configured', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'medical-chain'))
    const { version, resetAdHocDarwinSignature: _unset, strictlyRequireAllFuses: _all, ...fuses } = wire
    expect(version).toBe('1')
    expect(fuses).toEqual({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
      // A ninth that this builder does not know keeps what Electron was built with.
      8: OFF,
    })
  })

  it('starts from what is in the archive and shows its window', async () => {
    const { app, page, close } = await launchApp({ app: extracted })
    try {
      expect(await app.evaluate(({ app: electron }) => electron.getAppPath())).toBe(extracted)
      await page.waitForSelector('#root > :not(style)')
      expect(await page.title()).toContain('Medical-Chain')
    } finally {
      await close()
    }
  })
})
