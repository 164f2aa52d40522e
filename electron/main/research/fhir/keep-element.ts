import type { Elements, Kind } from './kept-datatypes.ts'
import { shiftDate, yearsBetween } from './shift-date.ts'

export type Json = { readonly [name: string]: unknown }

/** How one record is copied. */
export type Copying = {
  /** Whole days by which every date moves. */
  readonly shift: number
  readonly keepsText: boolean
  /** The day on which it is copied, `YYYY-MM-DD`. */
  readonly day: string
  /** Whether a text has a word of a name that the record has. */
  readonly names: (text: string) => boolean
  /** What a reference is called in the copy; null when it leads nowhere there. */
  readonly linked: (reference: string) => string | null
}

/** From this age on, in years, ages are told as one: 45 CFR 164.514(b)(2)(i)(C). */
const OLDEST = 90
/** Days in a year, month, week and day, by UCUM's codes. */
const DAYS: Readonly<Record<string, number>> = { a: 365.25, mo: 30.4375, wk: 7, d: 1 }

const UCUM = 'http://unitsofmeasure.org'
/** Systems whose codes mean the same everywhere; others are a clinic's own, whose name tells the place. */
const SYSTEMS = new Set([
  'http://snomed.info/sct',
  'http://loinc.org',
  UCUM,
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://www.whocc.no/atc',
  'http://fdasis.nlm.nih.gov',
  'http://nucc.org/provider-taxonomy',
  'http://dicom.nema.org/resources/ontology/DCM',
  'http://id.who.int/icd/release/11/mms',
  'http://www.ama-assn.org/go/cpt',
  ...['icd-10', 'icd-10-cm', 'icd-9-cm', 'cvx', 'ndc'].map((name) => `http://hl7.org/fhir/sid/${name}`),
])
const HL7 = /^http:\/\/terminology\.hl7\.org\/CodeSystem\/[\w.-]{1,60}$/
const CODE = /^[A-Za-z0-9][\w.:-]{0,39}$/
/** Codes of FHIR's own value sets. */
const OWN_CODE = /^[A-Za-z0-9][\w-]{0,39}$/
const UNIT_CODE = /^[\w.*/%[\]'{}()+-]{1,30}$/
/** Units that are written alike with and without a code. */
const UNIT =
  /^(?:%|(?:10\*\d{1,2}|k?cal|[kmµunpf]?(?:g|mol|Eq|I?U)|[mµunpfd]?L|[cm]?m|mm ?Hg|°C|bpm|min|h|d|s|ms)?(?:\/(?:[mµunpfd]?L|k?g|min|h|d|m2))?)$/
const TIME = /^\d\d:\d\d:\d\d$/

/** What stood here and is not told. @see https://hl7.org/fhir/R4/extension-data-absent-reason.html */
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
} as const

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const matching = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

/** What is left of an element of elements: those that are listed, each as its kind allows. Null when nothing is. */
export function keepElements(source: unknown, elements: Elements, copying: Copying): Json | null {
  if (!isObject(source)) return null
  const kept = Object.entries(elements).flatMap(([name, kind]) => {
    const value = Object.hasOwn(source, name) ? source[name] : undefined
    if (Array.isArray(value)) {
      const list = value.map((each) => keep(each, kind, copying)).filter((each) => each !== null)
      return list.length === 0 ? [] : [[name, list] as const]
    }
    if (value === undefined) return []
    const left = keep(value, kind, copying)
    if (left !== null) return [[name, left] as const]
    // A primitive's extension stands beside it, under its name with an underscore.
    return typeof value === 'object' ? [] : [[`_${name}`, MASKED] as const]
  })
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

function keep(value: unknown, kind: Kind | Elements, copying: Copying): unknown {
  if (typeof kind === 'object') return keepElements(value, kind, copying)
  return KEEPERS[kind](value, copying) ?? null
}

const KEEPERS: Readonly<Record<Kind, (value: unknown, copying: Copying) => unknown>> = {
  flag: (value) => (typeof value === 'boolean' ? value : null),
  number: (value) => (typeof value === 'number' ? value : null),
  code: (value, { names }) => (matching(value, OWN_CODE) && !names(value) ? value : null),
  time: (value) => (matching(value, TIME) ? value : null),
  date: dateOf,
  coding: (value, copying) => codingOf(value, copying) ?? MASKED,
  concept: (value, copying) => conceptOf(value, copying) ?? MASKED,
  quantity: (value, copying) => quantityOf(value, copying) ?? MASKED,
  reference: (value, copying) => referenceOf(value, copying) ?? MASKED,
  text: (value, { keepsText }) => (keepsText && typeof value === 'string' ? value : null),
  notes: noteOf,
  narrative: (value, { keepsText }) =>
    keepsText && isObject(value) && matching(value.status, OWN_CODE) && typeof value.div === 'string'
      ? { status: value.status, div: value.div }
      : null,
}

/** So long ago, a date tells how old somebody is at least. */
function dateOf(value: unknown, { shift, day }: Copying): string | null {
  return typeof value === 'string' && yearsBetween(value, day) < OLDEST ? shiftDate(value, shift) : null
}

function codingOf(value: unknown, { names }: Copying): Json | null {
  if (!isObject(value)) return null
  const { system, code, display } = value
  if (typeof system !== 'string' || !matching(code, CODE)) return null
  if (!SYSTEMS.has(system) && !HL7.test(system)) return null
  return { system, code, ...(typeof display === 'string' && !names(display) ? { display } : {}) }
}

function conceptOf(value: unknown, copying: Copying): Json | null {
  if (!isObject(value)) return null
  const coding = Array.isArray(value.coding)
    ? value.coding.map((each) => codingOf(each, copying)).filter((each) => each !== null)
    : []
  const text = copying.keepsText && typeof value.text === 'string' ? { text: value.text } : {}
  return coding.length === 0 && !('text' in text)
    ? null
    : { ...(coding.length === 0 ? {} : { coding }), ...text }
}

/** A number without its unit would say something else, so a unit that isn't known takes the number with it. */
function quantityOf(source: unknown, { names }: Copying): Json | null {
  if (!isObject(source) || typeof source.value !== 'number') return null
  const { value, comparator, unit, system, code } = source
  const compared = matching(comparator, /^[<>]=?$/) ? { comparator } : {}
  if (system === UCUM && matching(code, UNIT_CODE) && !names(code)) {
    const days = DAYS[code]
    return days !== undefined && value * days >= OLDEST * DAYS.a!
      ? { value: OLDEST, comparator: '>=', unit: 'a', system, code: 'a' }
      : { value, ...compared, unit: code, system, code }
  }
  if (unit === undefined && code === undefined) return { value, ...compared }
  return matching(unit, UNIT) ? { value, ...compared, unit } : null
}

function referenceOf(value: unknown, { linked }: Copying): Json | null {
  const reference = isObject(value) && typeof value.reference === 'string' ? linked(value.reference) : null
  return reference === null ? null : { reference }
}

function noteOf(value: unknown, copying: Copying): Json | null {
  if (!copying.keepsText || !isObject(value) || typeof value.text !== 'string') return null
  const time = dateOf(value.time, copying)
  return { ...(time === null ? {} : { time }), text: value.text }
}
