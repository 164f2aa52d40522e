import { escaped } from '../../formats/er7.ts'
import { isFigure, isOldest, OLDEST } from '../copying.ts'
import {
  codedUnit,
  concept,
  date,
  type Hl7Copying,
  joined,
  type Keeper,
  matching,
  period,
  quantity,
  text,
  type Unit,
  unitOf,
} from './keep-field.ts'

/** Kinds of values but numbers. Encapsulated data, pointers, names, addresses and numbers of people are in no list. */
const VALUES: Readonly<Record<string, Keeper>> = {
  CE: concept,
  CWE: concept,
  CNE: concept,
  CQ: quantity,
  DT: date,
  TS: date,
  DTM: date,
  DR: period,
  TM: matching(/^\d\d(?:\d\d(?:\d\d(?:\.\d{1,4})?)?)?$/),
  ST: text,
  TX: text,
  FT: text,
}
/** A range of figures, as laboratories write it. */
const RANGE = /^(?:[<>]=?)? ?\d{1,7}(?:\.\d{1,6})?(?: ?- ?\d{1,7}(?:\.\d{1,6})?)?$/
const COMPARATOR = /^(?:[<>]=?|=|<>)?$/
const SEPARATOR = /^[-+/.:]?$/

/**
 * What an observation has found: its fields 2 (kind of value), 5 (value), 6 (unit) and 7 (range). A number whose unit isn't
 * known goes, with its range. A number in a field for text says no more than in one for numbers, and laboratories often send
 * it so; without a unit, though, it may be anybody's.
 * @see HL7 v2.8.2 §7.4.2 (OBX)
 */
export function observed(fields: readonly string[], copying: Hl7Copying): Readonly<Record<number, string>> {
  const { component, repetition } = copying.delimiters
  const [, , type = '', , , value = '', of = '', range = ''] = fields
  const unit = unitOf(of.split(component), copying)
  const values = value.split(repetition)
  const isNumeric = type === 'ST' && unit?.code !== '' && values.every((each) => isFigure(each, '1'))
  if (type !== 'NM' && type !== 'SN' && !isNumeric) {
    const keeper = Object.hasOwn(VALUES, type) ? VALUES[type]! : null
    return keeper === null
      ? {}
      : filled(
          type,
          values.map((each) => keeper(each, copying, fields)),
          repetition,
        )
  }
  if (unit === null) return {}
  const figures = values.map((each) => (type === 'SN' ? each.split(component) : ['', each]))
  const isOld = figures.flat().some((each) => isFigure(each, unit.code) && isOldest(Number(each), unit.code))
  if (isOld) {
    const older = joined([escaped('>=', copying.delimiters), `${OLDEST}`], component)
    return { 2: 'SN', 5: older, 6: codedUnit('a', copying).written }
  }
  const kept = figures.map((each) => numeric(each, unit, type === 'SN' ? component : null))
  return { ...filled(type, kept, repetition), 6: unit.written, 7: RANGE.test(range) ? range : '' }
}

/** A value's kind is told with it alone. */
const filled = (type: string, values: readonly string[], repetition: string): Record<number, string> =>
  values.every((each) => each === '') ? {} : { 2: type, 5: values.join(repetition) }

/** NM, and SN: comparator, number, separator, number. @see HL7 v2.8.2 chapter 2A */
function numeric(parts: readonly string[], unit: Unit, component: string | null): string {
  const [comparator = '', first = '', separator = '', second = ''] = parts
  const isKnown =
    COMPARATOR.test(comparator) &&
    SEPARATOR.test(separator) &&
    [first, second].every((figure) => figure === '' || isFigure(figure, unit.code))
  if (!isKnown || `${first}${second}` === '') return ''
  return component === null ? first : joined([comparator, first, separator, second], component)
}
