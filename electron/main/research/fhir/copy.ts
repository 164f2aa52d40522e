import { type CopyTerms, MARK, namesOf, SHIFTED, TEXT_KEPT } from '../copying.ts'
import { type FhirCopying, isObject, type Json, keepElements } from './keep-element.ts'
import { elementsOf } from './kept-elements.ts'
import { Links } from './links.ts'

/** How deep a name may be nested; FHIR's own are at most some ten deep. */
const DEPTH = 60
/** A reference to somebody. */
const PERSON = /(?:Patient|Person|Practitioner)\//

/**
 * A copy of a FHIR resource, or of a Bundle of them, with codes, quantities and dates, and without names, numbers,
 * addresses, places and pictures. Every date moves by the same days; what is in it gets new names, and references lead
 * where they led.
 * @returns null where nothing would be left
 * @see 45 CFR 164.514(b)(2); docs/adr/0024-copies-for-research.md says where this differs
 */
export function fhirCopyOf(record: unknown, terms: CopyTerms): Json | null {
  if (!isObject(record)) return null
  const inBundle = record.resourceType === 'Bundle'
  const entries = inBundle ? listOf(record.entry) : [{ resource: record }]
  const links = new Links(terms.idOf)
  const names = namesOf(namedIn(record))
  const id = inBundle ? links.idOf('') : null
  for (const { fullUrl, resource } of entries) links.know(resource, fullUrl)
  const resources = entries
    .map(({ resource }) => copyOf(resource, { ...terms, names }, links))
    .filter((copy) => copy !== null)
  if (resources.length === 0) return null
  const meta = metaOf(terms.keepsText)
  if (id === null) return { ...resources[0]!, meta }
  const entry = resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource }))
  return { resourceType: 'Bundle', id, meta, type: 'collection', entry }
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

function copyOf(resource: unknown, terms: Omit<FhirCopying, 'linked'>, links: Links): Json | null {
  const elements = isObject(resource) ? elementsOf(resource.resourceType) : null
  if (!isObject(resource) || elements === null) return null
  const contained = listOf(resource.contained).filter((each) => elementsOf(each.resourceType) !== null)
  const inside = links.inside(resource, contained)
  const copying = { ...terms, linked: inside.linked }
  const copied = contained.map((each) => ({
    resourceType: each.resourceType,
    id: inside.idOf(each),
    ...keepElements(each, elementsOf(each.resourceType)!, copying),
  }))
  return {
    resourceType: resource.resourceType,
    id: links.idOf(links.keyOf(resource)),
    ...(copied.length === 0 ? {} : { contained: copied }),
    ...keepElements(resource, elements, copying),
  }
}

/** What the copy says of itself. @see https://terminology.hl7.org/CodeSystem-v3-ObservationValue.html */
const metaOf = (keepsText: boolean): Json => ({
  ...(keepsText
    ? {}
    : {
        security: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
            code: 'PSEUDED',
            display: 'pseudonymized',
          },
        ],
      }),
  tag: [{ code: MARK, display: SHIFTED }, ...(keepsText ? [{ display: TEXT_KEPT }] : [])],
})

/** Every name of a person in it. */
function namedIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return []
  const { name, reference, display } = value as Json
  const referred = typeof reference === 'string' && PERSON.test(reference) ? [display] : []
  return [...[name].flat().flatMap(partsOf), ...referred]
    .filter((part) => typeof part === 'string')
    .concat(Object.values(value).flatMap((each) => namedIn(each, depth + 1)))
}

/** Of a HumanName. */
const partsOf = (name: unknown): unknown[] =>
  isObject(name) ? [name.text, name.family, name.given].flat() : []
