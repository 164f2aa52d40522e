import { randomUUID } from 'node:crypto'
import type { OpenedRecord } from './domain/record.ts'
import { type Opened, readRange } from './flows/open-record.ts'
import type { World } from './flows/world.ts'
import type { ContentOf } from './protocol.ts'

/** Records that are open in the viewer. A ticket is worth nothing once the record is closed or the vault locked. */
export class Tickets {
  readonly #open = new Map<string, { readonly world: World; readonly opened: Opened }>()

  issue(world: World, opened: Opened): OpenedRecord {
    const ticket = randomUUID()
    this.#open.set(ticket, { world, opened })
    return { ...opened.view, ticket }
  }

  close(ticket: string): void {
    this.#open.delete(ticket)
  }

  clear(): void {
    this.#open.clear()
  }

  readonly contentOf: ContentOf = (ticket) => {
    const found = this.#open.get(ticket)
    if (found === undefined) return null
    const { world, opened } = found
    const { mediaType, byteLength } = opened.view
    return { mediaType, byteLength, read: (from, to) => readRange(world, opened, from, to) }
  }
}
