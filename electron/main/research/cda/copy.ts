import { type Written, writeXml } from '../../formats/write-xml.ts'
import { type Element, parseXml, XmlError } from '../../formats/xml.ts'
import { type CopyTerms, namesOf, newIds } from '../copying.ts'
import { keepElements } from './keep-element.ts'
import { documentElements } from './kept-elements.ts'
import { MARKS, markSection } from './marks.ts'
import { namedIn } from './named.ts'
import { type CdaCopying, NAMESPACES, tagOf } from './structure.ts'

/** The encodings that a document may say it is in when it has been read as UTF-8; others only with plain letters. */
const SAME = /^(?:utf-?8|us-ascii)$/i
const SAID = /^\ufeff?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const OTHER = /[^\u0000-\u007f]/

/** In what order a document's parts stand. @see HL7 CDA R2 §4.2 */
const ORDER =
  'typeId templateId id code title effectiveTime confidentialityCode languageCode recordTarget author custodian documentationOf relatedDocument componentOf component'.split(
    ' ',
  )

/**
 * A copy of a CDA document, and of C-CDA with it: the coded entries of its sections, with quantities and dates, and without
 * names, numbers, addresses, places and pictures. Comments and instructions go; a document type is refused.
 * @returns null when it is no CDA or not well formed, and where no entry would be left
 */
export function cdaCopyOf(text: string, terms: CopyTerms): string | null {
  const encoding = SAID.exec(text)?.[1] ?? 'UTF-8'
  const root = !SAME.test(encoding) && OTHER.test(text) ? null : rootOf(text)
  if (root === null || tagOf(root) !== 'ClinicalDocument') return null
  const idOf = newIds(terms.idOf)
  const id = idOf('')
  const copying: CdaCopying = { ...terms, idOf, names: namesOf(namedIn(root)) }
  const kept = keepElements(root, 'ClinicalDocument', documentElements(), copying)
  if (kept === null || !hasEntry(kept)) return null
  const children = [...kept.children, ...MARKS, { tag: 'id', attributes: { root: id }, children: [] }]
    .filter((child) => typeof child !== 'string')
    .map((child) => (child.tag === 'component' ? withFirst(child, markSection(copying)) : child))
    .sort((one, other) => ORDER.indexOf(one.tag) - ORDER.indexOf(other.tag))
  return writeXml({ tag: kept.tag, attributes: { ...NAMESPACES, ...kept.attributes }, children })
}

function rootOf(text: string): Element | null {
  try {
    return parseXml(text)
  } catch (error) {
    if (error instanceof XmlError) return null
    throw error
  }
}

const hasEntry = ({ tag, children }: Written): boolean =>
  tag === 'entry' || children.some((child) => typeof child !== 'string' && hasEntry(child))

/** The document's body with a section before its own. */
const withFirst = (component: Written, section: Written): Written => ({
  ...component,
  children: component.children.map((body) =>
    typeof body === 'string' ? body : { ...body, children: [section, ...body.children] },
  ),
})
