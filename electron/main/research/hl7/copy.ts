import { escaped } from '../../formats/er7.ts'
import { type Copying, type CopyTerms, MARK, namesOf, newIds } from '../copying.ts'
import { type Hl7Copying, index, joined, type Keeper, text } from './keep-field.ts'
import { fieldsOf, REQUIRED } from './kept-fields.ts'
import { namedIn } from './named.ts'
import { observed } from './observed.ts'
import { type Segment, segmentsOf } from './segments.ts'

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
  let isKept = false
  for (const segment of segments) {
    const line = segmentOf(segment, { ...terms, names, idOf, delimiters: segment.delimiters })
    // A note is about the segment before it, and goes with it.
    const isNote = segment.fields[0] === 'NTE'
    if (!isNote) isKept = line !== null
    if (line !== null && isKept) lines.push(line)
  }
  return lines.some((line) => !line.startsWith('MSH')) ? `${lines.join('\r')}\r` : null
}

/** Null where nothing is left of it but its number. */
function segmentOf({ fields, delimiters }: Segment, copying: Hl7Copying): string | null {
  const [name = ''] = fields
  const keepers = fieldsOf(name)
  if (keepers === null) return null
  const kept: string[] = [name]
  for (const [place, keeper] of Object.entries(keepers))
    kept[Number(place)] = fieldOf(fields[Number(place)] ?? '', keeper, fields, copying)
  if (name === 'MSH') return headerOf({ fields, delimiters }, kept, copying)
  if (name === 'OBX') Object.assign(kept, observed(fields, copying))
  const required = Object.hasOwn(REQUIRED, name) ? REQUIRED[name]! : null
  const first = keepers[1] === index ? 2 : 1
  const isEmpty =
    required === null ? kept.every((value, place) => place < first || value === '') : kept[required] === ''
  if (isEmpty) return null
  // A coded pseudo-name, to ensure anonymity (HL7 v2.8.2 table 0200); the field is required.
  if (name === 'PID') kept[5] = `${delimiters.component.repeat(6)}S`
  return joined(
    Array.from(kept, (value) => value ?? ''),
    delimiters.field,
  )
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
function headerOf({ fields, delimiters }: Segment, kept: string[], { keepsText }: Copying): string {
  const said: Readonly<Record<number, string>> = {
    8: keepsText ? 'free text kept, may name people' : 'PSEUDED',
    18: 'UNICODE UTF-8',
    21: MARK,
  }
  for (const [place, text] of Object.entries(said)) kept[Number(place)] = escaped(text, delimiters)
  const [name, , ...others] = Array.from(kept, (value) => value ?? '')
  return joined([name!, fields[2]!, ...others.slice(1)], delimiters.field)
}
