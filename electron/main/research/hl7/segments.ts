import { type Delimiters, delimitersOf, linesOf, unframed } from '../../formats/er7.ts'

/** One segment, with what divides it. `fields` has its name first, so the others stand at their numbers. */
export type Segment = {
  readonly fields: readonly string[]
  readonly delimiters: Delimiters
  /** The time zone of every time in its message that says none; empty where the message says none. */
  readonly zone: string
}

/** What HL7 v2 divides with: four marks, and since v2.7 one more for what is cut off. @see HL7 v2.8.2 §2.5.4 */
const MARKS = /^[!-/:-@[-`{-~]{5,6}$/
/** Character sets whose text is the same in UTF-8, as far as it has been read as that. @see HL7 v2.8.2 table 0211 */
const SAME = new Set(['', 'ASCII', 'UNICODE UTF-8'])
/** Anything else than ASCII. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const OTHER = /[^\u0000-\u007f]/

/**
 * The segments of one message or more; what stands around them in a batch is left out.
 * @returns null when it is no HL7 v2, is divided by what can't divide, or says that it is in a character set that it isn't read in
 */
export function segmentsOf(raw: string): Segment[] | null {
  const segments: Segment[] = []
  let delimiters: Delimiters | null = null
  let zone = ''
  for (const line of linesOf(unframed(raw))) {
    if (line.startsWith('MSH')) {
      delimiters = delimitersOf(line)
      if (delimiters === null) return null
      const [, encoding = '', ...others] = line.split(delimiters.field)
      const marks = `${delimiters.field}${encoding}`
      if (!MARKS.test(marks) || new Set(marks).size !== marks.length) return null
      const [set = ''] = (others[15] ?? '').split(delimiters.repetition)
      if (!SAME.has(set) && OTHER.test(raw)) return null
      // HL7 v2.8.2 §2.14.9.7: the zone of the message's own time.
      zone = /[+-]\d{4}$/.exec((others[4] ?? '').split(delimiters.component)[0]!)?.[0] ?? ''
      segments.push({ fields: ['MSH', delimiters.field, encoding, ...others], delimiters, zone })
    } else if (delimiters !== null) segments.push({ fields: line.split(delimiters.field), delimiters, zone })
    else if (delimitersOf(line) === null) return null
  }
  return segments
}
