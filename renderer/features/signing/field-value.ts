import { formatLongDay, formatMoment, formatSpan, NO_END } from '../../lib/format.ts'
import { listOf, type Named } from './act-sentence.ts'

type Words = {
  readonly yes: string
  readonly no: string
  readonly noEnd: string
  readonly none: string
  readonly folder: (folder: number) => string
  readonly verdict: (verdict: number) => string
}

/** A typed field as a person reads it. Proofs keep their ends, so that they can be compared. */
export function fieldValue(name: string, type: string, value: unknown, named: Named, words: Words): string {
  if (type === 'address') return named(String(value))
  if (type === 'bool') return value === true || value === 'true' ? words.yes : words.no
  if (name === 'until') {
    const until = Number(value)
    return until === 0 || until >= NO_END ? words.noEnd : formatLongDay(until)
  }
  if (name === 'deadline') return formatMoment(Number(value))
  if (name === 'folder') return words.folder(Number(value))
  if (name === 'folders') {
    const folders = listOf(value)
    return folders.length === 0
      ? words.none
      : folders.map((folder) => words.folder(Number(folder))).join(', ')
  }
  if (name === 'wait' || name === 'duration') return formatSpan(Number(value))
  if (name === 'verdict') return words.verdict(Number(value))
  if (type === 'address[]') {
    const people = listOf(value)
    return people.length === 0 ? words.none : people.map((one) => named(String(one))).join(', ')
  }
  if (type.endsWith('[]')) {
    const items = listOf(value)
    return items.length === 0 ? words.none : items.map((item) => short(textOf(item))).join(', ')
  }
  return short(String(value))
}

const textOf = (item: unknown): string => (typeof item === 'object' ? JSON.stringify(item) : String(item))

const short = (text: string): string =>
  /^0x[0-9a-f]{64}$/i.test(text) ? `${text.slice(0, 10)} … ${text.slice(-8)}` : text
