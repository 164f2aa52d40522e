import { type CodedField, NAME_LIMIT, type ReadText, TEXT_LIMIT } from './document.ts'

/**
 * HL7 v2 messages in ER7 (the one with bars). Their first segment says how everything in them is divided.
 * @see HL7 v2.8.2 §2.5 (delimiters), §2.7 (escapes)
 */

type Delimiters = {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly mark: string
  readonly part: string
}

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

/** Message framing of MLLP, where a file was cut from a stream. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FRAMING = /^[\u000b\ufeff\s]+|\u001c\r?$/g

function plain(text: string, { field, component, repetition, mark, part }: Delimiters): string {
  const letters: Readonly<Record<string, string>> = {
    F: field,
    S: component,
    R: repetition,
    E: mark,
    T: part,
    '.br': '\n',
    '.sp': '\n',
  }
  const pieces = text.split(mark)
  // Outside and inside of escapes take turns; an escape that nobody closed is text.
  if (pieces.length % 2 === 0) return text
  return pieces.map((piece, place) => (place % 2 === 0 ? piece : (letters[piece] ?? ' '))).join('')
}

/** @returns null when it is no HL7 v2 */
export function readHl7(raw: string): ReadText | null {
  const text = raw.replace(FRAMING, '')
  if (!/^(MSH|FHS|BHS)[^\w\s]/.test(text)) return null
  const [component = '^', repetition = '~', mark = '\\', part = '&'] = text.slice(4, 8)
  const delimiters: Delimiters = { field: text[3]!, component, repetition, mark, part }
  const segments = text
    .split(/\r\n|\r|\n/, SEGMENTS)
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
