import type { SpecialtyCode } from '../domain/specialty.ts'
import type { Features } from './features.ts'

/**
 * What one person's confirmations have taught: for each specialty how often it was confirmed, and how often which words were
 * in what was. Words stand as 32-bit hashes; no text is kept.
 */
export type Learned = Readonly<Partial<Record<SpecialtyCode, LearnedClass>>>
export type LearnedClass = {
  readonly confirmed: number
  /** Hash in decimal → in how many of the confirmed documents. */
  readonly counts: Readonly<Record<string, number>>
}

/** Of one document, by how often it says them. */
const WORDS_OF_ONE = 80
/** Of one specialty: 32 of them, at about 13 bytes a word, stay below 170 kB. */
const WORDS_OF_ALL = 400
/** So that what was learned long ago fades: from here on, a new confirmation makes the earlier ones count less. */
const MOST_CONFIRMED = 40
/** After so many confirmations, what was learned has half of its weight. */
const HALF_AT = 6
/** The most that it can add to a score, in units of the natural logarithm of odds. */
const MOST = 3

/** FNV-1a, 32 bits, over UTF-16 units. */
export function hashOf(word: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return String(hash >>> 0)
}

/** What of a document may be remembered: hashes of its words, those that it repeats first. */
export function rememberable({ words }: Pick<Features, 'words'>): string[] {
  const counts = new Map<string, number>()
  for (const word of words) if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, WORDS_OF_ONE)
    .map(([word]) => hashOf(word))
}

/** The words of a document that were confirmed for a specialty most often, the most frequent first. */
export function familiarWords(
  learned: Learned,
  { words }: Pick<Features, 'words'>,
  code: SpecialtyCode,
  most: number,
): string[] {
  const counts = learned[code]?.counts ?? {}
  const known = [...new Set(words)].flatMap((word) => {
    const count = counts[hashOf(word)]
    return count === undefined ? [] : [{ word, count }]
  })
  return known
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ word }) => word)
}

/** Somebody has confirmed that a document with these words belongs there. */
export function learn(learned: Learned, hashes: readonly string[], code: SpecialtyCode): Learned {
  const before = learned[code] ?? { confirmed: 0, counts: {} }
  const fade = before.confirmed >= MOST_CONFIRMED ? (MOST_CONFIRMED - 1) / before.confirmed : 1
  const counts = new Map(Object.entries(before.counts).map(([hash, count]) => [hash, count * fade]))
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const kept = [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, WORDS_OF_ALL)
    .map(([hash, count]) => [hash, Math.round(count * 100) / 100])
  return { ...learned, [code]: { confirmed: before.confirmed * fade + 1, counts: Object.fromEntries(kept) } }
}

/**
 * How much what was learned speaks for each specialty: the cosine between the document's words and those that were
 * confirmed, by how often that was, times `MOST`. One confirmation moves little; it takes several that agree.
 */
export function learnedScores(
  learned: Learned,
  hashes: readonly string[],
  codes: readonly SpecialtyCode[],
): number[] {
  return codes.map((code) => {
    const own = learned[code]
    if (own === undefined || hashes.length === 0) return 0
    const length = Math.sqrt(Object.values(own.counts).reduce((sum, count) => sum + count * count, 0))
    const shared = hashes.reduce((sum, hash) => sum + (own.counts[hash] ?? 0), 0)
    const weight = own.confirmed / (own.confirmed + HALF_AT)
    return length === 0 ? 0 : (MOST * weight * shared) / (length * Math.sqrt(hashes.length))
  })
}
