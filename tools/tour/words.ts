import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Tree = { readonly [key: string]: string | Tree }

const LOCALE = join(import.meta.dirname, '../../resources/locales/en')
const files = new Map<string, Tree>()

/**
 * What the interface says, by namespace and key, so that routes find things as a person does: by their words.
 * @throws Error when there is no such word
 */
export function words(
  namespace:
    | 'common'
    | 'screens'
    | 'signing'
    | 'commands'
    | 'person'
    | 'performance'
    | 'compliance'
    | 'errors',
  key: string,
): string {
  const tree =
    files.get(namespace) ?? (JSON.parse(readFileSync(join(LOCALE, `${namespace}.json`), 'utf8')) as Tree)
  files.set(namespace, tree)
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree)
  if (typeof found !== 'string') throw new Error(`the interface has no word ${namespace}:${key}`)
  return found
}

/** A word with blanks, as a pattern: `Unlock {{name}}` finds "Unlock Amara Osei". */
export const pattern = (namespace: Parameters<typeof words>[0], key: string): RegExp => {
  const parts = words(namespace, key).split(/\{\{[^}]*\}\}/)
  return new RegExp(parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))
}
