import { shiftDate, shiftStamp, yearsBetween } from './shift-date.ts'

/** How one record is copied. */
export type Copying = {
  /** Whole days by which every date moves. */
  readonly shift: number
  readonly keepsText: boolean
  /** The day on which it is copied, `YYYY-MM-DD`. */
  readonly day: string
  /** Whether a text has a word of a name that the record has. */
  readonly names: (text: string) => boolean
}

/** How a record is to be copied, whatever it says. */
export type CopyTerms = Omit<Copying, 'names'> & {
  /** A new UUID for each thing that has a name in the copy, counted from the outermost. */
  readonly idOf: (place: number) => string
}

/** Changes with what is kept: an auditor makes a copy again by the rules that made it. */
export const COPY_RULES = 2
/** What a copy says of itself. */
export const MARK = `medical-chain/${COPY_RULES}/research-copy`
export const SHIFTED = 'De-identified copy: every date is shifted by the same number of days'
export const TEXT_KEPT = 'Free text is kept as it was written and may name people'

/** From this age on, in years, ages are told as one: 45 CFR 164.514(b)(2)(i)(C). */
export const OLDEST = 90
/** Days in a year, month, week and day, by UCUM's codes. */
const DAYS: Readonly<Record<string, number>> = { a: 365.25, mo: 30.4375, wk: 7, d: 1 }

/** Whether so much, in a unit of UCUM's, is an age that is told as one. */
export const isOldest = (value: number, unit: string): boolean =>
  Object.hasOwn(DAYS, unit) && value * DAYS[unit]! >= OLDEST * DAYS.a!

/** A code of a system, and one of a standard's own value sets. */
const CODE = /^[A-Za-z0-9][\w.:-]{0,39}$/
const OWN_CODE = /^[A-Za-z0-9][\w-]{0,39}$/
const UNIT_CODE = /^[\w.*/%[\]'{}()+-]{1,30}$/
/** Units that are written alike with and without a code. */
const UNIT =
  /^(?:%|(?:10\*\d{1,2}|k?cal|[kmµunpf]?(?:g|mol|Eq|I?U)|[mµunpfd]?L|[cm]?m|mm ?Hg|°C|bpm|min|h|d|s|ms)?(?:\/(?:[mµunpfd]?L|k?g|min|h|d|m2))?)$/

const matching =
  (pattern: RegExp) =>
  (value: unknown): value is string =>
    typeof value === 'string' && pattern.test(value)
export const isCode = matching(CODE)
export const isOwnCode = matching(OWN_CODE)
export const isUnitCode = matching(UNIT_CODE)
export const isUnit = matching(UNIT)

const FIGURE = /^[+-]?\d{1,12}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?$/
/** A longer number without a unit may be a telephone's. */
const BARE_FIGURE = /^[+-]?\d{1,7}(?:\.\d{1,12})?$/

/** Whether it is a number that may stay with this unit, which is empty where there is none. */
export const isFigure = (value: string, unit: string): boolean =>
  (unit === '' ? BARE_FIGURE : FIGURE).test(value)

type Moving = Pick<Copying, 'shift' | 'day'>

/** So long ago, a date tells how old somebody is at least. */
export const movedDate = (value: unknown, { shift, day }: Moving): string | null =>
  typeof value === 'string' && yearsBetween(value, day) < OLDEST ? shiftDate(value, shift) : null

/** As HL7 v2 and v3 write it, `20260301093000+0100`. */
export function movedStamp(value: string, { shift, day }: Moving): string | null {
  const [year, month, date] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)]
  const iso = [year, month, date].filter((part) => /^\d+$/.test(part)).join('-')
  return yearsBetween(iso, day) < OLDEST ? shiftStamp(value, shift) : null
}

/** Whether a text has a word of one of these names. */
export function namesOf(parts: readonly string[]): Copying['names'] {
  const names = new Set(parts.flatMap(wordsOf))
  return (text) => wordsOf(text).some((word) => names.has(word))
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)

/** What things are called in one copy: whatever has the same key has the same id, there and nowhere else. */
export function newIds(idOf: CopyTerms['idOf']): (key: string) => string {
  const ids = new Map<string, string>()
  return (key) => {
    const id = ids.get(key) ?? idOf(ids.size)
    ids.set(key, id)
    return id
  }
}
