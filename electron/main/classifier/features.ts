import type { SpecialtyCode } from '../domain/specialty.ts'
import { LEXICON, LONGEST_TERM } from './lexicon.ts'
import { deniedIn } from './negation.ts'
import { isCommon, type Word, wordsOf } from './words.ts'

/**
 * What the model counts, by name: `word`, `two words`, `=code` for a term of the lexicon, `_let` for four letters of a word
 * between its ends. Four letters still match where a finger slipped.
 */
export type Counts = ReadonlyMap<string, number>

/** A document as the model sees it. */
export type Features = {
  readonly counts: Counts
  /** What a count came from, in the document's words: the terms that are shown. */
  readonly words: readonly string[]
  readonly pairs: readonly string[]
  readonly terms: readonly { readonly term: string; readonly codes: readonly SpecialtyCode[] }[]
}

const LETTERS = 4

/** Four letters at a time, with a mark at both ends. */
export function lettersOf(word: string): string[] {
  const marked = `_${word}_`
  if (marked.length <= LETTERS) return [`_${marked}`]
  return Array.from({ length: marked.length - LETTERS + 1 }, (_, at) => `_${marked.slice(at, at + LETTERS)}`)
}

/** The same document, had it not said these words. */
export function without({ counts, words, pairs, terms }: Features, unsaid: readonly string[]): Features {
  const left = new Map(counts)
  const less = (name: string): void => {
    const count = left.get(name) ?? 0
    if (count > 1) left.set(name, count - 1)
    else left.delete(name)
  }
  const isSaid = (text: string): boolean => !text.split(' ').some((word) => unsaid.includes(word))
  for (const word of words.filter((each) => !isSaid(each)))
    for (const name of [word, ...lettersOf(word)]) less(name)
  for (const pair of pairs.filter((each) => !isSaid(each))) less(pair)
  for (const { term, codes } of terms) if (!isSaid(term)) for (const code of codes) less(`=${code}`)
  return {
    counts: left,
    words: words.filter(isSaid),
    pairs: pairs.filter(isSaid),
    terms: terms.filter(({ term }) => isSaid(term)),
  }
}

/** Terms of the lexicon among words that follow each other and are not denied. */
function termsIn(words: readonly Word[], denied: readonly boolean[]): Features['terms'] {
  return words.flatMap((_, at) => {
    const found: Features['terms'][number][] = []
    let term = ''
    for (let length = 1; length <= LONGEST_TERM; length += 1) {
      const last = at + length - 1
      if (last >= words.length || denied[last]) break
      term = length === 1 ? words[at]!.text : `${term} ${words[last]!.text}`
      const codes = LEXICON.get(term)
      if (codes !== undefined) found.push({ term, codes })
      if (words[last]!.stop) break
    }
    return found
  })
}

/** Denied words are no evidence: they are left out. */
export function featuresOf(text: string): Features {
  const all = wordsOf(text)
  const denied = deniedIn(all)
  const counts = new Map<string, number>()
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  const words: string[] = []
  const pairs: string[] = []
  // A long document says the same words again and again.
  const spelt = new Map<string, readonly string[]>()
  const letters = (word: string): readonly string[] => {
    const known = spelt.get(word) ?? lettersOf(word)
    spelt.set(word, known)
    return known
  }
  let before: string | null = null
  all.forEach((word, at) => {
    const counted = !denied[at] && !isCommon(word.text) && word.text.length > 1
    if (counted) {
      words.push(word.text)
      add(word.text)
      for (const four of letters(word.text)) add(four)
      if (before !== null) {
        pairs.push(`${before} ${word.text}`)
        add(`${before} ${word.text}`)
      }
    }
    before = counted && !word.stop ? word.text : null
  })
  const terms = termsIn(all, denied)
  for (const { codes } of terms) for (const code of codes) add(`=${code}`)
  return { counts, words, pairs, terms }
}
