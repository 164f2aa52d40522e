import { type Element, parseXml } from '../../electron/main/formats/xml.ts'
import { cdaCopyOf } from '../../electron/main/research/cda/copy.ts'
import type { CopyTerms } from '../../electron/main/research/copying.ts'
import { copyTerms } from './copy-terms.ts'

export const copyOf = (document: string, more?: Partial<CopyTerms>): string =>
  cdaCopyOf(document, copyTerms(more))!
export const XSI_TYPE = 'http://www.w3.org/2001/XMLSchema-instance type'
export const MASKED = { nullFlavor: 'MSK' }

const elementsIn = (element: Element): Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]))
/** Every value that stands in it: of attributes, and texts. */
export const valuesOf = (document: string): string[] => {
  const root = parseXml(document)
  const values = [root, ...elementsIn(root)].flatMap(({ attributes, children }) => [
    ...attributes.values(),
    ...children.filter((child) => typeof child === 'string').map((text) => text.trim()),
  ])
  return [...new Set(values)].filter((value) => value !== '')
}
/** Those elements of a document that stand at the end of this path. */
export const at = (document: string, path: string): Record<string, string>[] =>
  path
    .split('/')
    .reduce<Element[]>(
      (found, name) =>
        found.flatMap(({ children }) =>
          children.filter((child) => typeof child !== 'string').filter((child) => child.name === name),
        ),
      [parseXml(document)],
    )
    .map(({ attributes }) => Object.fromEntries(attributes))
export const HEAD = 'xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
export const document = (entry: string, header = '', head = HEAD): string =>
  `<ClinicalDocument ${head}>${header}<component><structuredBody><component><section><entry><observation classCode="OBS" moodCode="EVN">${entry}</observation></entry></section></component></structuredBody></component></ClinicalDocument>`
export const IN_ENTRY = 'component/structuredBody/component/section/entry/observation'
/** What is left of one element of an entry, without the copy's own section. */
export const one = (entry: string, more?: Partial<CopyTerms>): string =>
  copyOf(document(`<code code="1-8" codeSystem="2.16.840.1.113883.6.1"/>${entry}`), more)
    .split('<observation classCode="OBS" moodCode="EVN">')
    .at(-1)!
    .split('</observation>')[0]!
    .replace(/\n\s*/g, '')
    .replace('<code code="1-8" codeSystem="2.16.840.1.113883.6.1"/>', '')
