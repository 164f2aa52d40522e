import type { SpecialtyProposal, SpecialtySuggestion } from '../domain/specialty.ts'
import { type Features, lettersOf, without } from './features.ts'
import { familiarWords, type Learned, learnedScores, rememberable } from './learned.ts'
import { type Entry, type Model, scoresOf, shares, vectorOf } from './model.ts'

/** A specialty is named from this confidence on. */
const LEAST = 0.15
const TERMS = 5
/** With fewer words than this, a text says too little. */
const FEWEST_WORDS = 4

/** How sure the model is of each specialty, in `codes`' order. What one person has confirmed moves it a little. */
export function confidencesOf(
  model: Model,
  features: Features,
  learned: Learned,
  vector: readonly Entry[] = vectorOf(features.counts, model),
): number[] {
  const moved = learnedScores(learned, rememberable(features), model.codes)
  return shares(scoresOf(model, vector).map((score, code) => score / model.temperature + moved[code]!))
}

/** The words, pairs and terms that spoke for a specialty, the strongest first; none that is part of one before it. */
function termsFor(
  model: Model,
  { words, pairs, terms }: Features,
  vector: readonly Entry[],
  code: number,
): string[] {
  const worth = new Map(
    vector.map(({ name, place, value }) => [name, value * model.weights[place * model.codes.length + code]!]),
  )
  const told = new Map<string, number>()
  for (const word of new Set(words)) {
    const letters = lettersOf(word).reduce((sum, each) => sum + (worth.get(each) ?? 0), 0)
    told.set(word, (worth.get(word) ?? 0) + letters)
  }
  for (const pair of new Set(pairs)) {
    const [first, second] = pair.split(' ') as [string, string]
    const own = worth.get(pair) ?? 0
    // A pair says more than its words only where the model knows it as one.
    if (own > 0) told.set(pair, own + Math.max(told.get(first) ?? 0, told.get(second) ?? 0))
  }
  const forIt = terms.filter(({ codes }) => codes.includes(model.codes[code]!))
  for (const { term } of forIt)
    told.set(term, (told.get(term) ?? 0) + (worth.get(`=${model.codes[code]}`) ?? 0) / forIt.length)
  const chosen: string[] = []
  for (const [term] of [...told].filter(([, value]) => value > 0).sort(([, a], [, b]) => b - a)) {
    if (chosen.length === TERMS) break
    const parts = term.split(' ')
    if (!chosen.some((other) => other.split(' ').some((part) => parts.includes(part)))) chosen.push(term)
  }
  return chosen
}

/** No single term decides: had the document not said its strongest one, it would still be likeliest, and half as sure. */
function holds(
  model: Model,
  features: Features,
  learned: Learned,
  { code, terms }: SpecialtyProposal,
): boolean {
  const rest = without(features, (terms[0] ?? '').split(' '))
  const confidences = confidencesOf(model, rest, learned)
  const confidence = confidences[model.codes.indexOf(code)]!
  return confidence === Math.max(...confidences) && confidence >= model.threshold / 2
}

/** Proposes one or two specialties for a text, or says that it is not sure. */
export function classify(model: Model, features: Features, learned: Learned): SpecialtySuggestion {
  if (features.words.length === 0) return { kind: 'no-text', proposals: [], source: null }
  if (features.words.length < FEWEST_WORDS) return { kind: 'not-sure', proposals: [], source: null }
  const vector = vectorOf(features.counts, model)
  const confidences = confidencesOf(model, features, learned, vector)
  const proposals = confidences
    .map((confidence, code) => ({ code, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 2)
    .filter(({ confidence }) => confidence >= LEAST)
    .map(({ code: place, confidence }): SpecialtyProposal => {
      const code = model.codes[place]!
      const terms = termsFor(model, features, vector, place)
      // Where the model knows none of the words, what was confirmed before has led there.
      return {
        code,
        confidence,
        terms: terms.length > 0 ? terms : familiarWords(learned, features, code, TERMS),
      }
    })
  const [first] = proposals
  const sure =
    first !== undefined && first.confidence >= model.threshold && holds(model, features, learned, first)
  return { kind: sure ? 'text' : 'not-sure', proposals, source: null }
}
