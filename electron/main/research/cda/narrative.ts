import type { Written } from '../../formats/write-xml.ts'
import type { Element } from '../../formats/xml.ts'
import { anchorOf } from './keep-value.ts'
import { type CdaCopying, tagOf } from './structure.ts'

/** What a section's text is made of, but for pictures. @see HL7 CDA R2 §4.3.5 */
const ELEMENTS = new Set(
  'content linkHtml sub sup br footnote footnoteRef paragraph list item caption table thead tbody tfoot tr th td col colgroup'.split(
    ' ',
  ),
)
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  styleCode: /^[\w -]{1,80}$/,
  listType: /^(?:un)?ordered$/,
  align: /^(?:left|center|right|justify|char)$/,
  valign: /^(?:top|middle|bottom|baseline)$/,
  ...Object.fromEntries(['border', 'colspan', 'rowspan', 'span'].map((name) => [name, /^\d{1,3}$/])),
}

/** A section's text as it was written, with names of the copy's own for its places. Links out of it lead nowhere. */
export function narrativeOf(element: Element, tag: string, copying: CdaCopying): Written {
  const { idOf } = copying
  const attributes = [...element.attributes].flatMap(([name, value]): [string, string][] => {
    if (name === 'ID' || name === 'IDREF') return [[name, anchorOf(value, idOf)]]
    if (name === 'href' && value.startsWith('#')) return [[name, `#${anchorOf(value.slice(1), idOf)}`]]
    return Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]!.test(value) ? [[name, value]] : []
  })
  const children = element.children.flatMap((child): Written['children'] => {
    if (typeof child === 'string') return [child]
    const name = tagOf(child)
    return name !== null && ELEMENTS.has(name) ? [narrativeOf(child, name, copying)] : []
  })
  return { tag, attributes: Object.fromEntries(attributes), children }
}
