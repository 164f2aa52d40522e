import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { spent } from '../crypto/spent.ts'
import type { Ciphertext } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Spool } from '../ports/files.ts'
import { readPieces } from './files-disk.ts'

/** A folder of sealed files. A file is whole or not there: it gets its name only when its last byte is on disk. */
export function createSpool(folder: string): Spool {
  const path = (name: string): string => join(folder, name)

  async function write(name: string, content: AsyncIterable<Ciphertext>): Promise<number> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const partial = path(`${name}.partial`)
    try {
      const written = await writeAll(partial, content)
      await rename(partial, path(name))
      return written
    } catch (cause) {
      await rm(partial, { force: true })
      if ((cause as { code?: string }).code === 'ENOSPC') throw new Failure('E_DISK_FULL', {}, { cause })
      throw cause
    }
  }

  return {
    write,
    read: (name) => readPieces(path(name)) as AsyncIterable<Ciphertext>,
    drop: (name) => rm(path(name), { force: true }),
    keepOnly: async (prefixes) => {
      const names = await readdir(folder).catch(() => [])
      const left = names.filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)))
      await Promise.all(left.map((name) => rm(path(name), { force: true })))
    },
  }
}

async function writeAll(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  await using file = await open(path, 'w', 0o600)
  let written = 0
  for await (const piece of spent(content)) {
    await file.writeFile(piece)
    written += piece.length
  }
  await file.sync()
  return written
}
