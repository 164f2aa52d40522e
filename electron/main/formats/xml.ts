/**
 * A strict and small reader of XML 1.0. It knows elements, attributes, text, CDATA, comments and instructions; the five
 * entities that XML names itself, and numbered ones. A document type, and so every entity that a document could define or fetch, is
 * refused.
 * @see https://www.w3.org/TR/xml/, https://www.w3.org/TR/xml-names/
 */
export type Element = {
  /** Without its prefix. */
  readonly name: string
  /** Empty where the document names none. */
  readonly namespace: string
  /** Those that have a prefix stand as `namespace name`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}

const DEPTH = 200
const ELEMENTS = 200_000
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
/** What no document may have, written or numbered (XML 1.0 §2.2). */
const NO_LETTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export class XmlError extends Error {}

function decode(text: string): string {
  return text.replace(/&([^;&\s]{0,12});?/g, (whole, name: string) => {
    const named = NAMED[name]
    if (named !== undefined && whole.endsWith(';')) return named
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const point =
      number === null ? -1 : Number.parseInt(number[1] ?? number[2]!, number[1] === undefined ? 10 : 16)
    const letter = point < 0 || point > 0x10ffff ? '' : String.fromCodePoint(point)
    if (!whole.endsWith(';') || letter === '' || NO_LETTER.test(letter)) throw new XmlError(`entity ${whole}`)
    return letter
  })
}

/** Namespaces by prefix; an empty one is what names without a prefix have. */
type Scope = ReadonlyMap<string, string>
const OUTERMOST: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
])

/** A name as it is written, in two: what it belongs to, and what it is called there. */
function resolve(tag: string, scope: Scope): { readonly namespace: string; readonly name: string } {
  const colon = tag.indexOf(':')
  const namespace = scope.get(tag.slice(0, Math.max(0, colon)))
  if (namespace === undefined) throw new XmlError(`prefix of ${tag}`)
  return { namespace, name: tag.slice(colon + 1) }
}

function scopeOf(written: ReadonlyMap<string, string>, outer: Scope): Scope {
  const named = [...written].filter(([name]) => /^xmlns(?::|$)/.test(name))
  return named.length === 0
    ? outer
    : new Map([...outer, ...named.map(([name, uri]): [string, string] => [name.slice(6), uri])])
}

/** But for those that name namespaces. */
const attributesOf = (written: ReadonlyMap<string, string>, scope: Scope): Map<string, string> =>
  new Map(
    [...written]
      .filter(([name]) => !/^xmlns(?::|$)/.test(name))
      .map(([tag, value]) => {
        const { namespace, name } = resolve(tag, scope)
        return [tag.includes(':') ? `${namespace} ${name}` : name, value]
      }),
  )

type Open = Element & {
  readonly children: (Element | string)[]
  readonly tag: string
  readonly scope: Scope
}

/** @returns the outermost element @throws XmlError when it is not well formed, or asks for more than this reads */
export function parseXml(written: string): Element {
  if (NO_LETTER.test(written)) throw new XmlError('a letter that no document may have')
  // §2.11: every line end is one.
  const text = written.replace(/\r\n?/g, '\n')
  const open: Open[] = []
  let root: Element | null = null
  let count = 0
  let at = text.startsWith('\ufeff') ? 1 : 0

  const skipTo = (end: string, from: number): number => {
    const found = text.indexOf(end, from)
    if (found === -1) throw new XmlError(`${end} is missing`)
    return found
  }
  const add = (content: string): void => {
    const parent = open.at(-1)
    if (parent !== undefined) parent.children.push(content)
    else if (content.trim() !== '') throw new XmlError('text outside of the document')
  }
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  const start = (): void => {
    at += 1
    const tag = match(NAME)?.[0]
    if (tag === undefined) throw new XmlError(`no name at ${at}`)
    const said = new Map<string, string>()
    for (let found = match(ATTRIBUTE); found !== null; found = match(ATTRIBUTE)) {
      if (said.has(found[1]!)) throw new XmlError(`${found[1]} twice`)
      // §3.3.3: what ends a line in an attribute is a space.
      said.set(found[1]!, decode((found[2] ?? found[3]!).replace(/[\t\n]/g, ' ')))
    }
    const closing = match(/\s*(\/?)>/y)
    count += 1
    if (closing === null || count > ELEMENTS || open.length > DEPTH || (root !== null && open.length === 0))
      throw new XmlError(`element ${tag}`)
    const scope = scopeOf(said, open.at(-1)?.scope ?? OUTERMOST)
    const attributes = attributesOf(said, scope)
    const element: Open = { ...resolve(tag, scope), tag, scope, attributes, children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    if (closing[1] === '') open.push(element)
  }

  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (next !== at) {
      add(decode(text.slice(at, next === -1 ? text.length : next)))
      at = next === -1 ? text.length : next
    } else if (text.startsWith('<!--', at)) at = skipTo('-->', at + 4) + 3
    else if (text.startsWith('<![CDATA[', at)) {
      const end = skipTo(']]>', at)
      add(text.slice(at + 9, end))
      at = end + 3
    } else if (text.startsWith('<?', at)) at = skipTo('?>', at) + 2
    else if (text.startsWith('</', at)) {
      const end = skipTo('>', at)
      if (open.pop()?.tag !== text.slice(at + 2, end).trimEnd()) throw new XmlError(`end at ${at}`)
      at = end + 1
    } else if (text.startsWith('<!', at)) throw new XmlError('a document type')
    else start()
  }
  if (root === null || open.length > 0) throw new XmlError('not whole')
  return root
}
