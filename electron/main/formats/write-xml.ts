/** An element to be written: `tag` and the names of attributes as they shall stand. */
export type Written = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Written | string)[]
}

const ENTITIES: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '&': 'amp', '"': 'quot' }
/** Line ends and tabs are numbered, since readers make spaces of them in attributes and of `\r` everywhere (§2.11, §3.3.3). */
const encode = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (letter) => `&${ENTITIES[letter] ?? `#${letter.codePointAt(0)}`};`)

/** A document, one element a line but for what stands among text. */
export const writeXml = (root: Written): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '\n')}\n`

/** @param line what begins a new line; null among text */
function written({ tag, attributes, children }: Written, line: string | null): string {
  const start = [tag, ...Object.entries(attributes).map(([name, value]) => attribute(name, value))].join(' ')
  if (children.length === 0) return `<${start}/>`
  const isText = line === null || children.some((child) => typeof child === 'string')
  const inner = isText ? null : `${line} `
  const content = children.map((child) =>
    typeof child === 'string' ? encode(child, /[<>&\r]/g) : `${inner ?? ''}${written(child, inner)}`,
  )
  return `<${start}>${content.join('')}${isText ? '' : line}</${tag}>`
}

const attribute = (name: string, value: string): string => `${name}="${encode(value, /[<>&"\t\n\r]/g)}"`
