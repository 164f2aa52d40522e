import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const MANIFEST = join(import.meta.dirname, '../../package.json')
/** What `@electron/fuses` looks for in the binary; version, number of fuses and their signs follow it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const ZEROS = Buffer.alloc(4096)

/**
 * A distribution of Electron with nothing in it but what the packager touches, so that its real work can be watched
 * without the real binary: filters, archive, names, and fuses that are really flipped.
 */
export function writeDummyElectron(folder: string): void {
  const { devDependencies } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    devDependencies: { electron: string }
  }
  // Every fuse starts as the opposite of what the app asks for, so that none is right by accident.
  const wire = Buffer.from([1, 9, ...Buffer.from('101100110')])
  const files: Readonly<Record<string, string | Buffer>> = {
    electron: Buffer.concat([ZEROS, Buffer.from(SENTINEL), wire, ZEROS]),
    LICENSE: 'licence',
    'LICENSES.chromium.html': 'licences',
    version: devDependencies.electron,
    'icudtl.dat': ZEROS,
    'chrome-sandbox': ZEROS,
    'locales/en-US.pak': ZEROS,
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { mode: 0o755 })
  }
  mkdirSync(join(folder, 'resources'))
}
