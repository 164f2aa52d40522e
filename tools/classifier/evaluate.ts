import { classify, confidencesOf } from '../../electron/main/classifier/classify.ts'
import type { Model } from '../../electron/main/classifier/model.ts'
import { SPECIALTY_CODES } from '../../electron/main/domain/specialty.ts'
import type { Labelled } from './complement-bayes.ts'
import type { CorpusDocument } from './corpus.ts'
import { keywordSpecialty } from './keywords.ts'

/** One answer: the truth, what was said (both places in `SPECIALTY_CODES`), how surely, and whether it counts as sure. */
export type Answer = {
  readonly truth: number
  readonly said: number
  readonly confidence: number
  readonly sure: boolean
}

export type OfClass = { readonly precision: number; readonly recall: number; readonly f1: number }

const BINS = 15
const none = (value: number): number => (Number.isNaN(value) ? 0 : value)

export function ask(model: Model, documents: readonly Labelled[]): Answer[] {
  return documents.map(({ code, features }) => {
    const confidences = confidencesOf(model, features, {})
    const confidence = Math.max(...confidences)
    const sure = classify(model, features, {}).kind === 'text'
    return { truth: SPECIALTY_CODES.indexOf(code), said: confidences.indexOf(confidence), confidence, sure }
  })
}

/** The baseline's answers; it takes texts, not what the model counts. */
export const askKeywords = (documents: readonly CorpusDocument[]): Answer[] =>
  documents.map(({ code, text }) => {
    const said = keywordSpecialty(text)
    return {
      truth: SPECIALTY_CODES.indexOf(code),
      said: SPECIALTY_CODES.indexOf(said.code),
      confidence: said.share,
      sure: true,
    }
  })

export function byClass(answers: readonly Answer[]): OfClass[] {
  return SPECIALTY_CODES.map((_, code) => {
    const said = answers.filter((answer) => answer.said === code).length
    const true_ = answers.filter((answer) => answer.truth === code).length
    const right = answers.filter((answer) => answer.said === code && answer.truth === code).length
    const [precision, recall] = [none(right / said), none(right / true_)]
    return { precision, recall, f1: none((2 * precision * recall) / (precision + recall)) }
  })
}

export const macroF1 = (answers: readonly Answer[]): number =>
  byClass(answers).reduce((sum, { f1 }) => sum + f1, 0) / SPECIALTY_CODES.length

export const accuracy = (answers: readonly Answer[]): number =>
  answers.filter(({ truth, said }) => truth === said).length / answers.length

/** Expected calibration error: how far confidence and share of right answers lie apart, in bins of equal width. */
export function calibrationError(answers: readonly Answer[]): number {
  return Array.from({ length: BINS }, (_, bin) =>
    answers.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin),
  ).reduce((sum, inBin) => {
    if (inBin.length === 0) return sum
    const confidence = inBin.reduce((total, answer) => total + answer.confidence, 0) / inBin.length
    return sum + (inBin.length / answers.length) * Math.abs(confidence - accuracy(inBin))
  }, 0)
}

/** What is said for sure: how much of all, and how much of that is right. */
export function whereSure(answers: readonly Answer[]) {
  const said = answers.filter(({ sure }) => sure)
  return { coverage: said.length / answers.length, accuracy: said.length === 0 ? 0 : accuracy(said) }
}

/** A row a truth, a column an answer. */
export function confusion(answers: readonly Answer[]): number[][] {
  const rows = SPECIALTY_CODES.map(() => SPECIALTY_CODES.map(() => 0))
  for (const { truth, said } of answers) rows[truth]![said]! += 1
  return rows
}
