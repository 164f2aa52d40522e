import { randomUUID } from 'node:crypto'
import type { OfferedFile } from '../ipc/contract.ts'
import { Failure } from './domain/failure.ts'
import { RECORD_LIMIT } from './domain/record.ts'
import { type Offered, offerFile } from './flows/offer-file.ts'
import type { Source, Sources } from './ports/files.ts'

/** Bytes without a path are kept in memory until they are sealed, so they have a limit of their own. */
const MEMORY_LIMIT = 256 * 1024 * 1024

type Incoming = {
  readonly name: string
  readonly byteLength: number
  received: number
  readonly pieces: Uint8Array[]
}
type MemorySource = (name: string, pieces: readonly Uint8Array[]) => Source

/** Files that are on offer at this window. The page knows each by a token, never by its path. */
export class Offers {
  readonly #sources: Sources
  readonly #memory: MemorySource
  readonly #offered = new Map<string, Offered>()
  readonly #incoming = new Map<string, Incoming>()
  readonly #words = new Map<string, readonly string[]>()

  constructor(sources: Sources, memory: MemorySource) {
    this.#sources = sources
    this.#memory = memory
  }

  async offerPath(path: string): Promise<OfferedFile> {
    return this.#offer(randomUUID(), await offerFile(await this.#sources.at(path)))
  }

  /** The page is about to push a file that has no path. */
  begin(name: string, byteLength: number): OfferedFile {
    const token = randomUUID()
    const limit = Math.min(RECORD_LIMIT, MEMORY_LIMIT)
    if (byteLength > limit) throw new Failure('E_FILE_TOO_LARGE', { name, byteLength, limit })
    if (byteLength === 0) throw new Failure('E_FILE_EMPTY', { name })
    this.#incoming.set(token, { name, byteLength, received: 0, pieces: [] })
    return { token, name, byteLength, mediaType: null, refused: null }
  }

  async push(token: string, chunk: Uint8Array): Promise<OfferedFile> {
    const incoming = this.#incoming.get(token)
    if (incoming === undefined || incoming.received + chunk.length > incoming.byteLength) {
      throw new Failure('E_INPUT', { field: 'chunk' })
    }
    incoming.pieces.push(Uint8Array.from(chunk))
    incoming.received += chunk.length
    const { name, byteLength, received, pieces } = incoming
    if (received < byteLength) return { token, name, byteLength, mediaType: null, refused: null }
    this.#incoming.delete(token)
    return this.#offer(token, await offerFile(this.#memory(name, pieces)))
  }

  /** Where an offered file lies; null for one whose bytes came without a path, and for one that is gone. */
  pathOf(token: string): string | null {
    return this.#offered.get(token)?.source.path ?? null
  }

  /** An offered file, to be looked at. @throws Failure E_FILE_GONE */
  look(token: string): Offered {
    const offered = this.#offered.get(token)
    if (offered === undefined) throw new Failure('E_FILE_GONE', { name: '' })
    return offered
  }

  /** What of a file may be remembered once its specialty is confirmed. Of one that is gone, nothing. */
  note(token: string, words: readonly string[]): void {
    if (this.#offered.has(token)) this.#words.set(token, words)
  }

  /**
   * Takes an offered file to make a record of it, with what was noted of it.
   * @throws Failure E_FILE_GONE, or what it was refused for
   */
  take(token: string): {
    readonly source: Source
    readonly mediaType: string
    readonly words: readonly string[]
  } {
    const offered = this.look(token)
    if (offered.mediaType === null) throw new Failure('E_FILE_TYPE', { name: offered.source.name })
    const words = this.#words.get(token) ?? []
    this.forget(token)
    return { source: offered.source, mediaType: offered.mediaType, words }
  }

  forget(token: string): void {
    this.#offered.delete(token)
    this.#incoming.delete(token)
    this.#words.delete(token)
  }

  clear(): void {
    this.#offered.clear()
    this.#incoming.clear()
    this.#words.clear()
  }

  #offer(token: string, offered: Offered): OfferedFile {
    this.#offered.set(token, offered)
    const { source, mediaType, refused } = offered
    return { token, name: source.name, byteLength: source.byteLength, mediaType, refused }
  }
}
