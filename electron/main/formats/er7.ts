/**
 * HL7 v2 messages in ER7 (the encoding with bars). Their first segment says how everything in them is divided.
 * @see HL7 v2.8.2 §2.5 (delimiters), §2.7 (escapes)
 */
export type Delimiters = {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly mark: string
  readonly part: string
}

/** Message framing of MLLP, where a file was cut from a stream. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FRAMING = /^[\u000b\ufeff\s]+|\u001c\r?$/g

export const unframed = (raw: string): string => raw.replace(FRAMING, '')

/** One segment a line, at most so many. */
export const linesOf = (text: string, limit?: number): string[] => text.split(/\r\n|\r|\n/, limit)

/** What divides the segments that follow a header of a message, a file or a batch. Null for any other line. */
export function delimitersOf(line: string): Delimiters | null {
  if (!/^(MSH|FHS|BHS)[^\w\s]/.test(line)) return null
  const [component = '^', repetition = '~', mark = '\\', part = '&'] = line.slice(4, 8)
  return { field: line[3]!, component, repetition, mark, part }
}

const lettersOf = ({ field, component, repetition, mark, part }: Delimiters) =>
  ({ F: field, S: component, R: repetition, E: mark, T: part }) as const

/** A text without its escapes. Those that stand for no letter are line ends, or spaces. */
export function plain(text: string, delimiters: Delimiters): string {
  const letters: Readonly<Record<string, string>> = { ...lettersOf(delimiters), '.br': '\n', '.sp': '\n' }
  const pieces = text.split(delimiters.mark)
  // Outside and inside of escapes take turns; an escape that nobody closed is text.
  if (pieces.length % 2 === 0) return text
  return pieces.map((piece, place) => (place % 2 === 0 ? piece : (letters[piece] ?? ' '))).join('')
}

/** A text as a field may have it. */
export function escaped(text: string, delimiters: Delimiters): string {
  const escapes = new Map(
    Object.entries(lettersOf(delimiters)).map(([name, letter]) => [
      letter,
      `${delimiters.mark}${name}${delimiters.mark}`,
    ]),
  )
  return [...text].map((letter) => escapes.get(letter) ?? letter).join('')
}
