import { isKnownUrl } from '../code-systems.ts'
import {
  type Copying,
  isCode,
  isOldest,
  isOwnCode,
  isUnit,
  isUnitCode,
  movedDate,
  OLDEST,
} from '../copying.ts'
import type { Elements, Kind } from './kept-datatypes.ts'

export type Json = { readonly [name: string]: unknown }

/** How one resource is copied. */
export type FhirCopying = Copying & {
  /** What a reference is called in the copy; null when it leads nowhere there. */
  readonly linked: (reference: string) => string | null
}

const UCUM = 'http://unitsofmeasure.org'
const TIME = /^\d\d:\d\d:\d\d$/

/** What stood here and is not told. @see https://hl7.org/fhir/R4/extension-data-absent-reason.html */
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
} as const

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is left of an element of elements: those that are listed, each as its kind allows. Null when nothing is. */
export function keepElements(source: unknown, elements: Elements, copying: FhirCopying): Json | null {
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

function keep(value: unknown, kind: Kind | Elements, copying: FhirCopying): unknown {
  if (typeof kind === 'object') return keepElements(value, kind, copying)
  return KEEPERS[kind](value, copying) ?? null
}

const KEEPERS: Readonly<Record<Kind, (value: unknown, copying: FhirCopying) => unknown>> = {
  flag: (value) => (typeof value === 'boolean' ? value : null),
  number: (value) => (typeof value === 'number' ? value : null),
  code: (value, { names }) => (isOwnCode(value) && !names(value) ? value : null),
  time: (value) => (typeof value === 'string' && TIME.test(value) ? value : null),
  date: movedDate,
  coding: (value, copying) => codingOf(value, copying) ?? MASKED,
  concept: (value, copying) => conceptOf(value, copying) ?? MASKED,
  quantity: (value, copying) => quantityOf(value, copying) ?? MASKED,
  reference: (value, copying) => referenceOf(value, copying) ?? MASKED,
  text: (value, { keepsText }) => (keepsText && typeof value === 'string' ? value : null),
  notes: noteOf,
  narrative: (value, { keepsText }) =>
    keepsText && isObject(value) && isOwnCode(value.status) && typeof value.div === 'string'
      ? { status: value.status, div: value.div }
      : null,
}

function codingOf(value: unknown, { names }: FhirCopying): Json | null {
  if (!isObject(value)) return null
  const { system, code, display } = value
  if (typeof system !== 'string' || !isCode(code)) return null
  if (!isKnownUrl(system) || names(code)) return null
  return { system, code, ...(typeof display === 'string' && !names(display) ? { display } : {}) }
}

function conceptOf(value: unknown, copying: FhirCopying): Json | null {
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
function quantityOf(source: unknown, { names }: FhirCopying): Json | null {
  if (!isObject(source) || typeof source.value !== 'number') return null
  const { value, comparator, unit, system, code } = source
  const compared = typeof comparator === 'string' && /^[<>]=?$/.test(comparator) ? { comparator } : {}
  if (system === UCUM && isUnitCode(code) && !names(code)) {
    return isOldest(value, code)
      ? { value: OLDEST, comparator: '>=', unit: 'a', system, code: 'a' }
      : { value, ...compared, unit: code, system, code }
  }
  if (unit === undefined && code === undefined) return { value, ...compared }
  return isUnit(unit) ? { value, ...compared, unit } : null
}

function referenceOf(value: unknown, { linked }: FhirCopying): Json | null {
  const reference = isObject(value) && typeof value.reference === 'string' ? linked(value.reference) : null
  return reference === null ? null : { reference }
}

function noteOf(value: unknown, copying: FhirCopying): Json | null {
  if (!copying.keepsText || !isObject(value) || typeof value.text !== 'string') return null
  const time = movedDate(value.time, copying)
  return { ...(time === null ? {} : { time }), text: value.text }
}
