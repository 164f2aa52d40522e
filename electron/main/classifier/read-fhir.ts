import { type CodedField, NAME_LIMIT, type ReadText, TEXT_LIMIT } from './document.ts'

/**
 * FHIR resources as JSON, R4 and R5: alone, or in a Bundle.
 * @see https://hl7.org/fhir/R4/documentreference.html
 */

type Json = { readonly [key: string]: unknown }

const SYSTEMS: Readonly<Record<string, CodedField['system']>> = {
  'http://snomed.info/sct': 'snomed',
  'http://loinc.org': 'loinc',
  'http://nucc.org/provider-taxonomy': 'nucc',
}

/** Coded elements by resource and path, the surest first: where it was written before what kind of paper it is. */
const FIELDS: readonly string[] = [
  'DocumentReference.context.practiceSetting',
  'DocumentReference.practiceSetting',
  'Encounter.serviceType',
  'Encounter.serviceType.concept',
  'ServiceRequest.performerType',
  'PractitionerRole.specialty',
  'HealthcareService.specialty',
  'Appointment.specialty',
  'DocumentReference.type',
  'Composition.type',
  'DiagnosticReport.code',
  'DiagnosticReport.category',
]
/** How deep resources may be nested; FHIR's own are at most some ten deep. */
const DEPTH = 60

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** What stands at a path; lists on the way are gone through. */
function at(value: unknown, path: readonly string[]): unknown[] {
  const [key, ...rest] = path
  if (key === undefined) return listOf(value).flat()
  return listOf(value).flatMap((each) =>
    isObject(each) && Object.hasOwn(each, key) ? at(each[key], rest) : [],
  )
}

/** Every resource: the outer one, those of a bundle, and contained ones. */
function resourcesOf(value: unknown, depth = 0): Json[] {
  if (!isObject(value) || depth > DEPTH) return []
  const inner = [...at(value, ['entry', 'resource']), ...at(value, ['contained'])]
  return [value, ...inner.flatMap((each) => resourcesOf(each, depth + 1))]
}

function codedIn(resources: readonly Json[]): CodedField[] {
  return FIELDS.flatMap((field) => {
    const [type, ...path] = field.split('.') as [string, ...string[]]
    return resources
      .filter(({ resourceType }) => resourceType === type)
      .flatMap((resource) => at(resource, [...path, 'coding']))
      .filter(isObject)
      .flatMap(({ system, code, display }): CodedField[] => {
        const known = typeof system === 'string' ? SYSTEMS[system] : undefined
        const name = typeof display === 'string' ? display.slice(0, NAME_LIMIT) : null
        return known === undefined || typeof code !== 'string' ? [] : [{ field, system: known, code, name }]
      })
  })
}

/** Elements whose text is for machines. */
const UNREAD = new Set([
  'system',
  'url',
  'reference',
  'id',
  'fullUrl',
  'resourceType',
  'status',
  'contentType',
])
const UNREAD_DATA = new Set(['hash', 'versionId', 'lastUpdated', 'profile', 'use', 'language', 'signature'])

const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/&(nbsp|#160);/g, ' ')
    .replace(/&[a-z0-9#]{1,8};/gi, ' ')

/** Everything that is for people: narratives, displays, comments, attached text. */
function textIn(value: unknown, into: string[], room: { left: number }, key = '', depth = 0): void {
  if (room.left <= 0 || depth > DEPTH || UNREAD.has(key) || UNREAD_DATA.has(key)) return
  if (typeof value === 'string') {
    const text = key === 'div' ? withoutTags(value) : key === 'data' ? attached(value) : value
    into.push(text)
    room.left -= text.length
  } else if (isObject(value)) {
    for (const [name, each] of Object.entries(value))
      textIn(each, into, room, Array.isArray(value) ? key : name, depth + 1)
  }
}

/** An attachment that is text; other bytes are not words. */
function attached(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64.slice(0, TEXT_LIMIT)), (letter) => letter.charCodeAt(0))
    return withoutTags(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return ''
  }
}

/** @returns null when it is no FHIR, or not whole */
export function readFhir(text: string): ReadText | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(parsed) || typeof parsed.resourceType !== 'string') return null
  const parts: string[] = []
  textIn(parsed, parts, { left: TEXT_LIMIT })
  return { coded: codedIn(resourcesOf(parsed)), text: parts.join('. ').slice(0, TEXT_LIMIT) }
}
