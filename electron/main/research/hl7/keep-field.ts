import { type Delimiters, escaped, plain } from '../../formats/er7.ts'
import { isKnownName } from '../code-systems.ts'
import { type Copying, isCode, isFigure, isUnit, isUnitCode, movedStamp } from '../copying.ts'

/** How one message is copied. */
export type Hl7Copying = Copying & {
  readonly delimiters: Delimiters
  /** The time zone of times that say none, `+0100`; empty where the message says none. */
  readonly zone: string
  /** The copy's own id of what is called so. */
  readonly idOf: (key: string) => string
}

/**
 * What is left of one repetition of a field, empty where nothing is.
 * @param fields of its segment, by their numbers
 */
export type Keeper = (value: string, copying: Hl7Copying, fields: readonly string[]) => string

export const matching =
  (pattern: RegExp): Keeper =>
  (value) =>
    pattern.test(value) ? value : ''

/** One of these codes, whatever stands beside it. */
export const oneOf = (codes: string): Keeper => {
  const known = new Set(codes.split(' '))
  return (value, { delimiters }) => {
    const [code = ''] = value.split(delimiters.component)
    return known.has(code) ? code : ''
  }
}

export const index = matching(/^\d{1,4}$/)
export const number: Keeper = (value) => (isFigure(value, '') ? value : '')
export const text: Keeper = (value, { keepsText }) => (keepsText ? value : '')

/** DT, DTM and TS; the degree of precision that old versions put beside it goes. @see HL7 v2.8.2 chapter 2A */
export const date: Keeper = (value, copying) =>
  stampOf(value.split(copying.delimiters.component)[0]!, copying)

/** DR: from one time to another. */
export const period: Keeper = (value, copying) => {
  const { component } = copying.delimiters
  const [from = '', to = ''] = value.split(component).map((each) => stampOf(each, copying))
  return joined([from, to], component)
}

/** A time is in its message's zone unless it says another one; a day is in none. */
const stampOf = (stamp: string, copying: Hl7Copying): string =>
  movedStamp(/^\d{10}[\d.]*$/.test(stamp) ? `${stamp}${copying.zone}` : stamp, copying) ?? ''

/** A number of somebody or something: one of the copy's own, the same for the same thing. */
export const linked =
  (kind: string): Keeper =>
  (value, { idOf, delimiters }) =>
    escaped(idOf(`${kind} ${value}`), delimiters)

/** CX: a patient's number, as one of the copy's own that says so: anonymous (HL7 v2.8.2 table 0203). */
export const anonymous: Keeper = (value, copying, fields) =>
  joined([linked('person')(value, copying, fields), '', '', '', 'ANON'], copying.delimiters.component)

/**
 * CE, CWE and CNE: up to two codes, each with what it is called and its system. Where only the second one means the same
 * everywhere, it is told first. What somebody wrote instead of a code is free text.
 * @see HL7 v2.8.2 chapter 2A, CWE
 */
export const concept: Keeper = (value, copying) => {
  const { component } = copying.delimiters
  const parts = value.split(component)
  const first = triple(parts.slice(0, 3), copying)
  const second = triple(parts.slice(3, 6), copying)
  const written = copying.keepsText ? (parts[8] ?? '') || (first === null ? (parts[1] ?? '') : '') : ''
  const coded = [first, second].filter((each) => each !== null).flat()
  if (coded.length === 0) return written === '' ? '' : `${component}${written}`
  return joined([...Array.from({ length: 8 }, (_, place) => coded[place] ?? ''), written], component)
}

function triple([code = '', called = '', system = '']: readonly string[], copying: Hl7Copying) {
  if (!isKnownName(system) || !isCode(code) || copying.names(code)) return null
  return [code, mayStay(called, copying) ? called : '', system]
}

/** Escapes that stand for no letter could hold anything: other alphabets, hexadecimal data. */
function mayStay(called: string, { delimiters, names }: Hl7Copying): boolean {
  const pieces = called.split(delimiters.mark)
  const isReadable =
    pieces.length % 2 === 1 && pieces.every((each, at) => at % 2 === 0 || /^[FSRET]$/.test(each))
  return isReadable && !names(plain(called, delimiters))
}

/** A unit by its code, and as a field of CWE says it. */
export type Unit = { readonly code: string; readonly written: string }

/** @returns empty where none is said; null where it is neither a code of UCUM's nor written like one */
export function unitOf(parts: readonly string[], copying: Hl7Copying): Unit | null {
  const said = parts.map((part) => plain(part, copying.delimiters))
  if (said.every((part) => part === '')) return { code: '', written: '' }
  const [code = '', , system, other = '', , itsSystem] = said
  const coded = system === 'UCUM' ? code : itsSystem === 'UCUM' ? other : null
  if (coded !== null) return isUnitCode(coded) && !copying.names(coded) ? codedUnit(coded, copying) : null
  // UCUM writes a power with a star.
  const power = code.replace(/^10\^/, '10*')
  return power !== '' && isUnit(power) ? { code: power, written: escaped(power, copying.delimiters) } : null
}

export const codedUnit = (code: string, { delimiters }: Hl7Copying): Unit => ({
  code,
  written: joined([escaped(code, delimiters), '', 'UCUM'], delimiters.component),
})

export const unit: Keeper = (value, copying) =>
  unitOf(value.split(copying.delimiters.component), copying)?.written ?? ''

/** A number whose unit stands in another field: without that, it would say something else. */
export const amount =
  (place: number): Keeper =>
  (value, copying, fields) => {
    const of = unitOf((fields[place] ?? '').split(copying.delimiters.component), copying)
    return of !== null && isFigure(value, of.code) ? value : ''
  }

/** CQ: a number and its unit. */
export const quantity: Keeper = (value, copying) => {
  const { component, part } = copying.delimiters
  const [figure = '', written = ''] = value.split(component)
  const of = unitOf(written.split(part), copying)
  if (of === null || !isFigure(figure, of.code)) return ''
  return joined([figure, of.written.replaceAll(component, part)], component)
}

/** Without what is empty at the end. */
export function joined(parts: readonly string[], by: string): string {
  const last = parts.findLastIndex((part) => part !== '')
  return parts.slice(0, last + 1).join(by)
}
