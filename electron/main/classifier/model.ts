import type { SpecialtyCode } from '../domain/specialty.ts'
import type { Counts } from './features.ts'

/**
 * Complement naive Bayes with weight normalisation, over words, pairs of words, four letters and terms of the lexicon.
 * Fitted by `tools/classifier`; here it is only asked.
 * @see Rennie, Shih, Teevan, Karger: Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003, table 4
 */
export type Model = {
  readonly codes: readonly SpecialtyCode[]
  /** A feature's place. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** How rare each feature is: ln(documents / documents with it). */
  readonly rarity: Float32Array
  /** Of a word that training never saw. */
  readonly strangeness: number
  /** For each feature one weight a code, in `codes`' order: how much it speaks for that code, against the mean of all. */
  readonly weights: Int8Array
  /** What one step of `weights` is worth. */
  readonly step: number
  /** Divides scores, so that confidences are as often right as they say. */
  readonly temperature: number
  /** From this confidence on, a proposal is one. */
  readonly threshold: number
}

/** How much each kind of feature counts beside a word. */
const KIND = { letters: 0.4, term: 5 }

export const kindOf = (name: string): number =>
  name.startsWith('_') ? KIND.letters : name.startsWith('=') ? KIND.term : 1

export type Entry = { readonly name: string; readonly place: number; readonly value: number }

/**
 * A document as a vector of length one: ln(1 + count), times rarity. Words that nobody knows have their part in the length, so
 * that a text which is about something else is never said to be clear.
 */
export function vectorOf(
  counts: Counts,
  { vocabulary, rarity, strangeness }: Pick<Model, 'vocabulary' | 'rarity' | 'strangeness'>,
): Entry[] {
  const entries: Entry[] = []
  let squares = 0
  for (const [name, count] of counts) {
    const place = vocabulary.get(name)
    const isWord = !name.startsWith('_') && !name.includes(' ')
    if (place === undefined && !isWord) continue
    const value = kindOf(name) * Math.log(1 + count) * (place === undefined ? strangeness : rarity[place]!)
    squares += value * value
    if (place !== undefined) entries.push({ name, place, value })
  }
  const length = Math.sqrt(squares) || 1
  return entries.map((entry) => ({ ...entry, value: entry.value / length }))
}

/** One number a code, in `codes`' order: the higher, the likelier. */
export function scoresOf({ codes, weights, step }: Model, vector: readonly Entry[]): number[] {
  const scores = codes.map(() => 0)
  for (const { place, value } of vector)
    for (let code = 0; code < codes.length; code += 1)
      scores[code]! += value * weights[place * codes.length + code]! * step
  return scores
}

/** Numbers of any size as shares of one. */
export function shares(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
