import { type Model, scoresOf, shares, vectorOf } from '../../electron/main/classifier/model.ts'
import type { Labelled } from './complement-bayes.ts'

/** What is right above the threshold, at least, among documents that fitting has not seen. */
const RIGHT = 0.95
const LOWEST_THRESHOLD = 0.5

type Scored = { readonly code: number; readonly scores: readonly number[] }

/** Mean surprise at the right answers, which a temperature makes least (Guo et al., On Calibration, 2017, §4.2). */
const surprise = (scored: readonly Scored[], temperature: number): number =>
  scored.reduce(
    (sum, { code, scores }) =>
      sum - Math.log(Math.max(shares(scores.map((score) => score / temperature))[code]!, 1e-12)),
    0,
  ) / scored.length

/** The least value of a function with one valley, by golden section over the logarithm. */
function lowest(of: (value: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(from), Math.log(to)]
  for (let round = 0; round < 40; round += 1) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (of(Math.exp(left)) < of(Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}

/** The least confidence from which on enough are right. */
function thresholdOf(scored: readonly Scored[], temperature: number): number {
  const told = scored
    .map(({ code, scores }) => {
      const confidences = shares(scores.map((score) => score / temperature))
      const confidence = Math.max(...confidences)
      return { confidence, right: confidences.indexOf(confidence) === code }
    })
    .sort((a, b) => b.confidence - a.confidence)
  let right = 0
  let threshold = 1
  told.forEach((each, index) => {
    right += each.right ? 1 : 0
    if (right / (index + 1) >= RIGHT) threshold = each.confidence
  })
  return Math.max(LOWEST_THRESHOLD, Math.round(threshold * 100) / 100)
}

/** Finds temperature and threshold on documents that the model was not fitted to. */
export function calibrate(model: Model, documents: readonly Labelled[]): Model {
  const scored = documents.map(({ code, features }) => ({
    code: model.codes.indexOf(code),
    scores: scoresOf(model, vectorOf(features.counts, model)),
  }))
  const temperature = lowest((value) => surprise(scored, value), 1e-7, 1)
  return { ...model, temperature, threshold: thresholdOf(scored, temperature) }
}
