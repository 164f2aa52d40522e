import type { SpecialtySuggestion } from '../domain/specialty.ts'
import { classify } from './classify.ts'
import { specialtyOf } from './code-tables.ts'
import type { ReadText } from './document.ts'
import { featuresOf } from './features.ts'
import { type Learned, rememberable } from './learned.ts'
import type { Model } from './model.ts'

/** A suggestion, and what of the document may be remembered once somebody has confirmed it. */
export type Suggested = { readonly suggestion: SpecialtySuggestion; readonly words: readonly string[] }

/** Of a document that nothing could be read of. */
export const NOTHING_READ: Suggested = {
  suggestion: { kind: 'no-text', proposals: [], source: null },
  words: [],
}

/** Coded fields win; where they name no specialty that there is a folder for, the words are asked. */
export function suggest(model: Model, { coded, text }: ReadText, learned: Learned): Suggested {
  const features = featuresOf(text)
  const words = rememberable(features)
  for (const field of coded) {
    const code = specialtyOf(field)
    if (code === null) continue
    const proposals = [{ code, confidence: 1, terms: [field.name ?? field.code] }]
    return { suggestion: { kind: 'coded', proposals, source: field.field }, words }
  }
  return { suggestion: classify(model, features, learned), words }
}
