import { type Element, parseXml, XmlError } from '../formats/xml.ts'
import { type CodedField, NAME_LIMIT, type ReadText, TEXT_LIMIT } from './document.ts'

/**
 * HL7 CDA R2, and C-CDA with it. Nothing is transformed or fetched.
 * @see HL7 Clinical Document Architecture, Release 2.0
 */

const SYSTEMS: Readonly<Record<string, CodedField['system']>> = {
  '2.16.840.1.113883.6.1': 'loinc',
  '2.16.840.1.113883.6.96': 'snomed',
  '2.16.840.1.113883.6.101': 'nucc',
}

/** Coded elements, the surest first. */
const FIELDS: readonly string[] = [
  'documentationOf/serviceEvent/code',
  'componentOf/encompassingEncounter/code',
  'componentOf/encompassingEncounter/location/healthCareFacility/code',
  'author/assignedAuthor/code',
  'documentationOf/serviceEvent/performer/assignedEntity/code',
  'code',
]
/** What people read: sections' titles and narratives, and what codes are called. */
const WRITTEN = new Set(['title', 'text'])

const elementsOf = ({ children }: Element): Element[] => children.filter((child) => typeof child !== 'string')

const at = (element: Element, path: readonly string[]): Element[] =>
  path.reduce<Element[]>(
    (found, name) => found.flatMap((each) => elementsOf(each).filter((child) => child.name === name)),
    [element],
  )

const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(' ')

function codedIn(root: Element): CodedField[] {
  return FIELDS.flatMap((path) =>
    at(root, path.split('/'))
      .flatMap((element) => [element, ...at(element, ['translation'])])
      .flatMap(({ attributes }): CodedField[] => {
        const system = SYSTEMS[attributes.get('codeSystem') ?? '']
        const code = attributes.get('code')
        const field = `ClinicalDocument/${path}`
        const name = attributes.get('displayName')?.slice(0, NAME_LIMIT) ?? null
        return system === undefined || code === undefined ? [] : [{ field, system, code, name }]
      }),
  )
}

function writtenIn(element: Element, into: string[]): void {
  if (WRITTEN.has(element.name)) into.push(textOf(element).replace(/\s+/g, ' '))
  else for (const child of elementsOf(element)) writtenIn(child, into)
}

/** @returns null when it is no CDA, or not well formed */
export function readCda(text: string): ReadText | null {
  try {
    const root = parseXml(text)
    if (root.name !== 'ClinicalDocument') return null
    const written: string[] = []
    writtenIn(root, written)
    return { coded: codedIn(root), text: written.join('. ').slice(0, TEXT_LIMIT) }
  } catch (error) {
    if (error instanceof XmlError) return null
    throw error
  }
}
