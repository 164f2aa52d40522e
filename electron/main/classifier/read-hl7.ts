import { delimitersOf, linesOf, plain, unframed } from '../formats/er7.ts'
import { type CodedField, NAME_LIMIT, type ReadText, TEXT_LIMIT } from './document.ts'

/** Coded fields, the surest first: segment, field, and how its first component is to be read. */
const FIELDS: readonly [segment: string, field: number, system: CodedField['system'] | 'named'][] = [
  ['PV1', 10, 'hl7-service'],
  ['OBR', 24, 'hl7-section'],
  ['TXA', 2, 'named'],
  ['OBR', 4, 'named'],
  ['OBX', 3, 'named'],
]
/** Fields that people write: what was asked, what was found, notes, diagnoses. */
const TEXTS: readonly [segment: string, fields: readonly number[]][] = [
  ['OBR', [4, 13, 31]],
  ['OBX', [3, 5]],
  ['NTE', [3]],
  ['DG1', [3, 4]],
  ['PV1', [3]],
  ['PV2', [3]],
  ['TXA', [2]],
  ['RXE', [2]],
  ['RXO', [1]],
  ['ORC', [16]],
]
const LOINC_NAMES = new Set(['LN', 'LOINC', 'LNC'])
const SNOMED_NAMES = new Set(['SCT', 'SNM', 'SNOMED-CT'])
const SEGMENTS = 5_000

/** @returns null when it is no HL7 v2 */
export function readHl7(raw: string): ReadText | null {
  const text = unframed(raw)
  const delimiters = delimitersOf(text)
  if (delimiters === null) return null
  const { component, repetition } = delimiters
  const segments = linesOf(text, SEGMENTS)
    .map((line) => line.split(delimiters.field))
    .filter(([name]) => /^[A-Z][A-Z0-9]{2}$/.test(name ?? ''))
  const valuesOf = (segment: string, field: number): string[] =>
    segments
      .filter(([name]) => name === segment)
      .flatMap((fields) => (fields[field] ?? '').split(repetition))
      .filter((value) => value !== '' && value !== '""')

  const coded = FIELDS.flatMap(([segment, field, system]) =>
    valuesOf(segment, field).flatMap((value) => {
      const parts = value.split(component).map((each) => plain(each, delimiters))
      return codesOf(parts, system).map((code): CodedField => ({ field: `${segment}-${field}`, ...code }))
    }),
  )
  const written = segments.flatMap(([name, ...fields]) =>
    (TEXTS.find(([segment]) => segment === name)?.[1] ?? []).map((field) => fields[field - 1] ?? ''),
  )
  const readable = written
    .filter((value) => value !== '')
    .map((value) => plain(value.replaceAll(component, ' ').replaceAll(repetition, '. '), delimiters))
  return { coded, text: readable.join('. ').slice(0, TEXT_LIMIT) }
}

/** A coded value says what it is called and names its system beside its code, and may name a second one. */
function codesOf(
  parts: readonly string[],
  system: CodedField['system'] | 'named',
): Omit<CodedField, 'field'>[] {
  if (system !== 'named') return parts[0] === undefined ? [] : [{ system, code: parts[0], name: null }]
  return [parts.slice(0, 3), parts.slice(3, 6)].flatMap(([code, called, of]): Omit<CodedField, 'field'>[] => {
    if (code === undefined || of === undefined) return []
    const name = called === undefined || called === '' ? null : called.slice(0, NAME_LIMIT)
    if (LOINC_NAMES.has(of)) return [{ system: 'loinc', code, name }]
    return SNOMED_NAMES.has(of) ? [{ system: 'snomed', code, name }] : []
  })
}
