import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from '../domain/failure.ts'

type FileToSave = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Writes a file to the place that somebody chose, and next to it one that belongs to it. What lay there stays until both
 * are whole on the disk; then they get their names. The dialog has asked about the first one alone, so the other replaces
 * nothing unless that one does.
 * @throws Failure E_DISK_FULL, E_FILE_UNSAVED; nothing is changed then, unless the second can be written and not renamed
 */
export async function saveFiles(first: FileToSave, beside?: FileToSave): Promise<void> {
  if (beside !== undefined && existsSync(beside.path) && !existsSync(first.path)) throw unsaved(beside)
  const files = beside === undefined ? [first] : [first, beside]
  try {
    for (const { path, bytes } of files) await writeFile(partial(path), bytes, { mode: 0o600, flush: true })
    for (const { path } of files) await rename(partial(path), path)
  } catch (cause) {
    await Promise.allSettled(files.map(({ path }) => rm(partial(path), { force: true })))
    if ((cause as { code?: string }).code === 'ENOSPC') throw new Failure('E_DISK_FULL', {}, { cause })
    throw unsaved(first, cause)
  }
}

const unsaved = ({ path }: FileToSave, cause?: unknown): Failure =>
  new Failure('E_FILE_UNSAVED', { name: basename(path) }, { cause })

const partial = (path: string): string => `${path}.partial`
