import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'

/** Which of these texts stand in a file under this folder, as `text in file`, in ASCII or as SQLite and Chromium may write them. */
export function onDisk(folder: string, texts: readonly string[]): string[] {
  return filesUnder(folder).flatMap(({ path, bytes }) =>
    texts
      .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map((text) => `${text} in ${path.slice(folder.length + 1)}`),
  )
}

/** Every file under a folder. One that goes before it is read, like a journal of SQLite's, holds nothing any more. */
export function filesUnder(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, bytes: readIfThere(path) }))
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** Which of these texts are still held in main's memory, once what nothing holds has been collected. */
export async function inMemory(app: ElectronApplication, texts: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-heap-'))
  try {
    const file = join(folder, 'main.heapsnapshot')
    await app.evaluate((_, path) => {
      // The snapshot collects garbage first (nodejs.org/api/v8.html).
      process.getBuiltinModule('node:v8').writeHeapSnapshot(path)
    }, file)
    return await found(file, texts)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function found(file: string, texts: readonly string[]): Promise<string[]> {
  const seen = new Set<string>()
  const overlap = Math.max(...texts.map((text) => text.length))
  let last = ''
  for await (const piece of createReadStream(file, { encoding: 'latin1', highWaterMark: 2 ** 22 })) {
    const window = last + piece
    for (const text of texts) if (window.includes(text)) seen.add(text)
    last = window.slice(-overlap)
  }
  return [...seen].sort()
}
