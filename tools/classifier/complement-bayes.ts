import type { Features } from '../../electron/main/classifier/features.ts'
import { type Entry, type Model, vectorOf } from '../../electron/main/classifier/model.ts'
import { SPECIALTY_CODES, type SpecialtyCode } from '../../electron/main/domain/specialty.ts'

/** A document whose specialty is known. */
export type Labelled = { readonly code: SpecialtyCode; readonly features: Features }

/** Added to every count, so that none is nothing. */
const SMOOTHING = 0.3
/** In how many documents a feature must be to count. */
const RARELY = 3
/** How many features are kept: those whose weights differ most, where they are. */
const KEPT = 14_000
/** A word that training never saw is as rare as can be; this much of that counts, since clinicians know more words than a corpus. */
const OF_UNKNOWN = 0.6
const INT8 = 127

type Space = Pick<Model, 'vocabulary' | 'rarity' | 'strangeness'>

/** Every feature that is in enough documents, in the order of their names, and how rare it is. */
function spaceOf(documents: readonly Labelled[], only?: ReadonlySet<string>): Space {
  const seen = new Map<string, number>()
  for (const { features } of documents)
    for (const name of features.counts.keys()) seen.set(name, (seen.get(name) ?? 0) + 1)
  const kept = [...seen]
    .filter(([name, count]) => (only === undefined ? count >= RARELY : only.has(name)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    vocabulary: new Map(kept.map(([name], place) => [name, place])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((documents.length + 1) / count)),
    strangeness: OF_UNKNOWN * Math.log(documents.length + 1),
  }
}

/** Weights as table 4 of the paper has them: of the complement, in logarithms, normalised for each class. */
function weigh(vectors: readonly { code: number; vector: readonly Entry[] }[], size: number): Float64Array[] {
  const sums = SPECIALTY_CODES.map(() => new Float64Array(size))
  for (const { code, vector } of vectors) for (const { place, value } of vector) sums[code]![place]! += value
  const all = new Float64Array(size)
  for (const sum of sums)
    sum.forEach((value, place) => {
      all[place]! += value
    })
  const everything = all.reduce((total, value) => total + value, 0)
  return sums.map((own) => {
    const others = everything - own.reduce((total, value) => total + value, 0) + SMOOTHING * size
    const weights = all.map((value, place) => Math.log((value - own[place]! + SMOOTHING) / others))
    const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0)
    return weights.map((weight) => -weight / total)
  })
}

/** Against the mean over all classes: that changes no comparison, and is what a step of one byte can hold. */
function centred(weights: readonly Float64Array[], size: number): Float64Array {
  const count = weights.length
  const result = new Float64Array(size * count)
  for (let place = 0; place < size; place += 1) {
    const mean = weights.reduce((sum, each) => sum + each[place]!, 0) / count
    weights.forEach((each, code) => {
      result[place * count + code] = each[place]! - mean
    })
  }
  return result
}

function fitIn(documents: readonly Labelled[], space: Space): Float64Array {
  const vectors = documents.map(({ code, features }) => ({
    code: SPECIALTY_CODES.indexOf(code),
    vector: vectorOf(features.counts, space),
  }))
  const size = space.vocabulary.size
  return centred(weigh(vectors, size), size)
}

/** The features that tell classes apart best, by the largest weight times how often they are met. */
function mostTelling(documents: readonly Labelled[]): Set<string> {
  const space = spaceOf(documents)
  const weights = fitIn(documents, space)
  const count = SPECIALTY_CODES.length
  const told = [...space.vocabulary].map(([name, place]) => {
    const own = weights.subarray(place * count, (place + 1) * count)
    return { name, value: Math.max(...own) * Math.exp(-space.rarity[place]! / 2) }
  })
  told.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1))
  return new Set(told.slice(0, KEPT).map(({ name }) => name))
}

/** Fits the model; its temperature and threshold are still to be found. */
export function fitModel(documents: readonly Labelled[]): Model {
  const space = spaceOf(documents, mostTelling(documents))
  const weights = fitIn(documents, space)
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / INT8
  return {
    ...space,
    codes: SPECIALTY_CODES,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / step)),
    step,
    temperature: 1,
    threshold: 1,
  }
}
