import { LEXICON } from '../../electron/main/classifier/lexicon.ts'
import { SPECIALTY_CODES, type SpecialtyCode } from '../../electron/main/domain/specialty.ts'

/** For each specialty one pattern of all its terms, as whole words. */
const PATTERNS = SPECIALTY_CODES.map((code) => {
  const terms = [...LEXICON].filter(([, codes]) => codes.includes(code)).map(([term]) => term)
  return new RegExp(`\\b(?:${terms.join('|').replaceAll(' ', '\\s+')})\\b`, 'g')
})

/**
 * The baseline: whoever is named by most terms of the lexicon, denied or not. It has learned nothing; its terms are those
 * that the model has too.
 */
export function keywordSpecialty(text: string): { readonly code: SpecialtyCode; readonly share: number } {
  const plain = text.toLowerCase().replaceAll('-', ' ')
  const hits = PATTERNS.map((pattern) => plain.match(pattern)?.length ?? 0)
  const most = Math.max(...hits)
  const all = hits.reduce((sum, count) => sum + count, 0)
  return { code: SPECIALTY_CODES[hits.indexOf(most)]!, share: all === 0 ? 0 : most / all }
}
