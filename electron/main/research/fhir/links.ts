import { newIds } from '../copying.ts'
import type { Json } from './keep-element.ts'

/** A reference to a resource by kind and id, alone, behind a server, or to one version of it. */
const BY_ID = /([A-Z][A-Za-z]{2,40}\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]*)?$/

/**
 * What things are called in one copy. The same thing has the same name wherever it is referred to, in the copy and nowhere
 * else.
 * @see https://hl7.org/fhir/R4/bundle.html#references
 */
export class Links {
  readonly idOf: (key: string) => string
  readonly #keys = new Map<unknown, string>()
  readonly #urls = new Map<string, string>()

  constructor(idOf: (place: number) => string) {
    this.idOf = newIds(idOf)
  }

  /** Takes a resource in, so that what refers to it finds it. */
  know(resource: unknown, fullUrl: unknown): void {
    const { resourceType, id } = (resource ?? {}) as Json
    const url = typeof fullUrl === 'string' ? fullUrl : `#${this.#keys.size}`
    const key = typeof id === 'string' ? `${resourceType}/${id}` : url
    this.#keys.set(resource, key)
    this.#urls.set(url, key)
  }

  keyOf(resource: Json): string {
    return this.#keys.get(resource)!
  }

  /** Names inside one resource, where `#id` leads to what it contains. */
  inside(resource: Json, contained: readonly Json[]) {
    const held = new Map(contained.map(({ id }) => [`#${id}`, `${this.keyOf(resource)}#${id}`]))
    return {
      idOf: ({ id }: Json): string => this.idOf(held.get(`#${id}`)!),
      /** Null for what the resource contains and the copy does not. */
      linked: (reference: string): string | null => {
        const key = held.get(reference)
        if (key !== undefined) return `#${this.idOf(key)}`
        if (reference.startsWith('#')) return null
        const found = this.#urls.get(reference) ?? BY_ID.exec(reference)?.[1] ?? reference
        return `urn:uuid:${this.idOf(found)}`
      },
    }
  }
}
