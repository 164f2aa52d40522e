import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildAll } from '../../tools/demo/build.ts'
import { ROOT } from './support/launch.ts'

/** What BoringSSL, and so Electron, offers as OpenSSL does (electron-host guard rails). */
const CRYPTO = new Set([
  ...['createCipheriv', 'createDecipheriv', 'createHash', 'createHmac', 'hash', 'timingSafeEqual'],
  ...['createPrivateKey', 'createPublicKey', 'generateKeyPair', 'KeyObject', 'constants'],
  ...['privateDecrypt', 'publicEncrypt', 'randomBytes', 'randomUUID'],
  ...['hkdfSync', 'pbkdf2', 'scrypt', 'ScryptOptions'],
])
const ALGORITHMS = new Set(['sha256', 'sha1', 'aes-256-gcm', 'aes-128-gcm', 'aes-256-cbc', 'rsa'])
const MAIN = join(ROOT, 'electron/main')

/** Bytes; what a part is to grow to for good reason is written here with the commit that has the reason. */
const BUDGETS = {
  'main process': 2_650_000,
  'thread of keys': 745_000,
  'thread of the classifier': 3_130_000,
  'all scripts of the page': 4_460_000,
  'all styles of the page': 470_000,
}

const filesUnder = (folder: string, kind: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name))

const read = (path: string): string => readFileSync(path, 'utf8')

/** The names that sources import from a module, types among them. */
const importedFrom = (module: string, files: readonly string[]): string[] =>
  files.flatMap((file) =>
    [
      ...read(file).matchAll(new RegExp(`import\\s+(?:type\\s+)?\\{([^}]*)\\}\\s+from '${module}'`, 'g')),
    ].flatMap(([, names]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  )

beforeAll(() => {
  if (!existsSync(join(ROOT, 'out/main/index.js'))) buildAll()
})

describe('the page', () => {
  it('starts with less than 600 kB of script; wallets and viewers come when they are needed', () => {
    const page = read(join(ROOT, 'out/renderer/index.html'))
    const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name!)
    const bytes = scripts.reduce((sum, name) => sum + statSync(join(ROOT, 'out/renderer', name)).size, 0)
    expect(scripts.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(600_000)
    expect(
      scripts.filter((name) => read(join(ROOT, 'out/renderer', name)).includes('walletconnect.org')),
    ).toEqual([])
  })
})

describe('what is installed and read at a start', () => {
  const isScript = /\.m?js$/
  const sizes: Record<string, () => number> = {
    'main process': () => size('main/index.js'),
    'thread of keys': () => size('main/vault-worker.js'),
    'thread of the classifier': () => size('main/classifier-worker.js'),
    'all scripts of the page': () => allOf(isScript),
    'all styles of the page': () => allOf(/\.css$/),
  }
  const size = (path: string): number => statSync(join(ROOT, 'out', path)).size
  const allOf = (kind: RegExp): number =>
    filesUnder(join(ROOT, 'out/renderer'), kind).reduce((sum, path) => sum + statSync(path).size, 0)

  it.each(Object.entries(BUDGETS))('%s keeps within a tenth of its budget', (part, budget) => {
    expect(sizes[part]!()).toBeLessThan(1.1 * budget)
  })
})

describe('what the host can’t prove is read from the code', () => {
  it.each(['index.cjs', 'confirm.cjs', 'paper.cjs'])(
    'the preload script %s needs nothing but electron',
    (name) => {
      const script = read(join(ROOT, 'out/preload', name))
      const required = [...script.matchAll(/require\(([^)]*)\)/g)].map(([, what]) =>
        what!.replaceAll(/["'`]/g, ''),
      )
      expect(required).toEqual(['electron'])
      expect(script).not.toMatch(/\bBuffer\b|\bprocess\.|\bimport\s*\(/)
    },
  )

  it('our cryptography asks node:crypto for what BoringSSL has too', () => {
    const names = importedFrom('node:crypto', filesUnder(MAIN, /\.ts$/))
    const plain = names.map((name) => name.replace(/^type /, ''))
    expect(plain.length).toBeGreaterThan(20)
    expect(plain.filter((name) => !CRYPTO.has(name))).toEqual([])
  })

  it('and names no algorithm beyond SHA-2, AES and RSA', () => {
    const named = filesUnder(MAIN, /\.ts$/).flatMap((file) =>
      [
        ...read(file).matchAll(
          /(?:createHash|createHmac|createCipheriv|createDecipheriv|hash|hkdfSync|generateKeyPair\))\(\s*'([^']+)'/g,
        ),
      ].map(([, algorithm]) => algorithm!),
    )
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !ALGORITHMS.has(name))).toEqual([])
  })

  it('main imports from electron only what the host supplies', () => {
    const source = read(join(ROOT, 'tools/chromium-host/electron.ts'))
    const supplied = /^export \{([^}]*)\}$/m
      .exec(source)![1]!
      .split(',')
      .map((name) => name.trim())
    const values = importedFrom('electron', filesUnder(MAIN, /\.ts$/)).filter(
      (name) => !name.startsWith('type '),
    )
    const typeOnly = new Set(['BrowserWindow'])
    expect(values.filter((name) => !supplied.includes(name) && !typeOnly.has(name))).toEqual([])
  })

  it('nothing but electron/main and the preload scripts imports electron', () => {
    const outside = [
      ...filesUnder(join(ROOT, 'renderer'), /\.tsx?$/),
      ...filesUnder(join(ROOT, 'electron/ipc'), /\.ts$/),
    ]
    expect(outside.filter((file) => /from 'electron'/.test(read(file)))).toEqual([])
  })
})
