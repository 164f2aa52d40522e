/** Words that say nothing of a specialty. Those that deny are needed where negation is read, and left out after it. */
const COMMON = new Set(
  `a about after again all also am an and any are as at be because been before being below between both but by can cannot
   could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is
   it its just me more most my no nor not now of off on once only or other our out over own same she should so some such than that
   the their them then there these they this those through to too under until up very was we were what when where which while who
   whom why will with would you your dear colleague dr mr mrs ms prof regards sincerely yours best wishes kind thank thanks please
   year old patient date born re mg mmol mol ml kg cm mm micrograms day days week weeks month months today`.split(
    /\s+/,
  ),
)

export const isCommon = (word: string): boolean => COMMON.has(word)

/** A word of a document: lower case, without accents. `stop` is set where a clause ends after it. */
export type Word = { readonly text: string; readonly stop: boolean }

const STOPS = /[.;:!?\n\r|/]/
/** What divides words may be two sentences' end, or the point of a number. */
const PIECES = /[a-z]+(?:'[a-z]+)?/g

/** Splits a text into words. Numbers, and what can't be read as Latin letters, are left out. */
export function wordsOf(text: string): Word[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")
  const found = [...plain.matchAll(PIECES)]
  return found.map((match, index) => {
    const next = found[index + 1]
    const between = plain.slice(match.index + match[0].length, next?.index ?? plain.length)
    return { text: match[0], stop: next === undefined || STOPS.test(between.replace(/\d[./:]\d/g, '')) }
  })
}
