import { escaped } from '../../formats/er7.ts'
import { type CopyTerms, MARK, namesOf, newIds } from '../copying.ts'
import { type Hl7Copying, index, joined, type Keeper, text } from './keep-field.ts'
import { fieldsOf, HEADS, REQUIRED } from './kept-fields.ts'
import { namedIn } from './named.ts'
import { observed } from './observed.ts'
import { segmentsOf } from './segments.ts'

/**
 * A copy of a message of HL7 v2, or of several, with codes, numbers and dates, and without names, numbers, addresses and
 * places. It is divided as the message was. An empty field says nothing in HL7 v2, so what is left out is left empty.
 * @returns null where nothing would be left, and for what `segmentsOf` doesn't read
 */
export function hl7CopyOf(raw: string, terms: CopyTerms): string | null {
  const segments = segmentsOf(raw)
  if (segments === null) return null
  const names = namesOf(namedIn(segments))
  const idOf = newIds(terms.idOf)
  const lines: string[] = []
  // What follows something goes with it: a route with its medicine, a note with whatever it is about.
  let hasMedicine = false
  let hasSubject = false
  let tells = false
  for (const { fields, delimiters, zone } of segments) {
    const [name = ''] = fields
    const copied = segmentOf(fields, { ...terms, names, idOf, delimiters, zone })
    const goes: boolean =
      copied === null || (name === 'NTE' && !hasSubject) || (name === 'RXR' && !hasMedicine)
    if (name !== 'NTE') hasSubject = !goes
    if (/^RX[^R]$/.test(name)) hasMedicine = !goes
    if (copied === null || goes) continue
    lines.push(copied.line)
    tells ||= copied.tells
  }
  return tells ? `${lines.join('\r')}\r` : null
}

/** A segment of the copy, and whether it tells anything. */
type Copied = { readonly line: string; readonly tells: boolean }

/** Null where nothing is left of it but its number, unless what follows would be taken for another's. */
function segmentOf(fields: readonly string[], copying: Hl7Copying): Copied | null {
  const [name = ''] = fields
  const { component, field } = copying.delimiters
  const keepers = fieldsOf(name)
  if (keepers === null) return null
  const kept: string[] = [name]
  for (const [place, keeper] of Object.entries(keepers))
    kept[Number(place)] = fieldOf(fields[Number(place)] ?? '', keeper, fields, copying)
  if (name === 'MSH') return { line: headerOf(fields, kept, copying), tells: false }
  if (name === 'OBX') Object.assign(kept, observed(fields, copying))
  const required = Object.hasOwn(REQUIRED, name) ? REQUIRED[name]! : null
  const first = keepers[1] === index ? 2 : 1
  const isEmpty =
    required === null ? kept.every((value, place) => place < first || value === '') : kept[required] === ''
  if (isEmpty && !HEADS.has(name)) return null
  // A coded pseudo-name, to ensure anonymity (HL7 v2.8.2 table 0200); the field is required.
  if (name === 'PID') kept[5] = `${component.repeat(6)}S`
  const line = joined(
    Array.from(kept, (value) => value ?? ''),
    field,
  )
  return { line, tells: !isEmpty }
}

function fieldOf(value: string, keeper: Keeper, fields: readonly string[], copying: Hl7Copying): string {
  if (keeper === text) return text(value, copying, fields)
  const { repetition } = copying.delimiters
  return (
    value
      .split(repetition)
      // What is to be deleted where it is received is nothing to tell.
      .filter((each) => each !== '' && each !== '""')
      .map((each) => keeper(each, copying, fields))
      .filter((each) => each !== '')
      .join(repetition)
  )
}

/**
 * The header says that it is a copy: in MSH-8 (security, §2.14.9.8, which HL7 leaves to applications) with the code that
 * FHIR has for it, and in MSH-21 (the profile that a message keeps to, §2.14.9.21).
 */
function headerOf(
  fields: readonly string[],
  kept: readonly string[],
  { keepsText, delimiters }: Hl7Copying,
): string {
  const said: Readonly<Record<number, string>> = {
    8: keepsText ? 'free text kept, may name people' : 'PSEUDED',
    18: 'UNICODE UTF-8',
    21: MARK,
  }
  const others = Array.from({ length: 22 }, (_, place) =>
    said[place] === undefined ? (kept[place] ?? '') : escaped(said[place], delimiters),
  )
  return joined(['MSH', fields[2]!, ...others.slice(3)], delimiters.field)
}
