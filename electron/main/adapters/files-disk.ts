import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from '../domain/failure.ts'
import type { Source, Sources } from '../ports/files.ts'

const PIECE_BYTES = 1024 * 1024

const gone = (path: string, cause?: unknown): Failure =>
  new Failure('E_FILE_GONE', { name: basename(path) }, { cause })

/** Reads a file in pieces that own their memory, so that they can move to another thread. */
export async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  await using file = await open(path, 'r')
  for (;;) {
    const piece = new Uint8Array(PIECE_BYTES)
    const { bytesRead } = await file.read(piece, 0, PIECE_BYTES)
    if (bytesRead === 0) return
    yield bytesRead === PIECE_BYTES ? piece : piece.slice(0, bytesRead)
  }
}

export const diskSources: Sources = {
  at: async (path) => {
    const before = await stat(path).catch((cause) => {
      throw gone(path, cause)
    })
    if (!before.isFile()) throw new Failure('E_FILE_TYPE', { name: basename(path) })
    return {
      name: basename(path),
      byteLength: before.size,
      path,
      read: async function* () {
        const now = await stat(path).catch((cause) => {
          throw gone(path, cause)
        })
        // What was offered is what gets signed: a file that changed meanwhile is another one.
        if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) throw gone(path)
        yield* readPieces(path)
      },
    }
  },
}

/** Bytes that came without a path. They stay in memory and are never written down unsealed. */
export const memorySource = (name: string, pieces: readonly Uint8Array[]): Source => ({
  name,
  byteLength: pieces.reduce((total, piece) => total + piece.length, 0),
  path: null,
  // Copies, since a piece that moves to another thread is gone here, and the file may be read again.
  read: async function* () {
    for (const piece of pieces) yield piece.slice()
  },
})
