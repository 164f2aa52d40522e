import { readFile } from 'node:fs/promises'
import { classify } from '../../electron/main/classifier/classify.ts'
import { featuresOf } from '../../electron/main/classifier/features.ts'
import { decodeModel } from '../../electron/main/classifier/model-file.ts'
import { testCorpus } from '../classifier/corpus.ts'
import { keywordSpecialty } from '../classifier/keywords.ts'
import { median, seconds } from './measure.ts'

/** The thread that reads documents and its model, as the app ships them. */
export const CLASSIFIER = {
  script: new URL('../../out/main/classifier-worker.js', import.meta.url),
  model: async (): Promise<Uint8Array> =>
    Uint8Array.from(await readFile(new URL('../../out/main/specialty-model.bin', import.meta.url))),
}

export type Classifying = {
  readonly documents: number
  readonly seconds: number
  /** The same documents, by looking for the lexicon's terms alone. */
  readonly keywordSeconds: number
}

/** Places documents of the test corpus, each round beside the baseline; the first one warms both up. */
export async function measureClassifying(documents: number, rounds = 5): Promise<Classifying> {
  const model = decodeModel(await CLASSIFIER.model())
  const texts = testCorpus()
    .slice(0, documents)
    .map(({ text }) => text)
  const whole: number[] = []
  const keywords: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const byModel = await seconds(() => texts.map((text) => classify(model, featuresOf(text), {})))
    const byKeywords = await seconds(() => texts.map(keywordSpecialty))
    if (round > 0) {
      whole.push(byModel)
      keywords.push(byKeywords)
    }
  }
  return { documents: texts.length, seconds: median(whole), keywordSeconds: median(keywords) }
}
