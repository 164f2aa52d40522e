import { featuresOf } from '../../electron/main/classifier/features.ts'
import type { Model } from '../../electron/main/classifier/model.ts'
import { calibrate } from './calibrate.ts'
import { fitModel, type Labelled } from './complement-bayes.ts'
import { type CorpusDocument, trainingCorpus } from './corpus.ts'

export const label = ({ code, text }: CorpusDocument): Labelled => ({ code, features: featuresOf(text) })

/** Fits the model to the corpus and calibrates it on templates that it was not fitted to: the same every time. */
export function train(seed?: number): Model {
  const documents = trainingCorpus(seed)
  const of = (role: CorpusDocument['role']): Labelled[] =>
    documents.filter((document) => document.role === role).map(label)
  return calibrate(fitModel(of('fit')), of('calibrate'))
}
