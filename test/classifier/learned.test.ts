import { beforeAll, describe, expect, it } from 'vitest'
import { classify, confidencesOf } from '../../electron/main/classifier/classify.ts'
import { type Features, featuresOf } from '../../electron/main/classifier/features.ts'
import { hashOf, type Learned, learn, rememberable } from '../../electron/main/classifier/learned.ts'
import type { Model } from '../../electron/main/classifier/model.ts'
import { SPECIALTY_CODES, type SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import { testCorpus } from '../../tools/classifier/corpus.ts'
import { train } from '../../tools/classifier/train.ts'

const GERIATRIC: SpecialtyCode = '394811001'
const LETTER =
  featuresOf(`Quayside House, Dr Imogen Farrow. Weekly round. Weight 61 kg, walks with her frame, eats better. Tablets unchanged.
  Family visited on Sunday. Seen again next Tuesday by Dr Farrow at Quayside House.`)

let model: Model
beforeAll(() => {
  model = train()
})
const confidence = (learned: Learned, code = GERIATRIC): number =>
  confidencesOf(model, LETTER, learned)[model.codes.indexOf(code)]!
const likeliest = (features: Features, learned: Learned): SpecialtyCode => {
  const confidences = confidencesOf(model, features, learned)
  return model.codes[confidences.indexOf(Math.max(...confidences))]!
}
const taught = (times: number, code = GERIATRIC): Learned =>
  Array.from({ length: times }).reduce<Learned>((sum) => learn(sum, rememberable(LETTER), code), {})

describe('what confirmations teach', () => {
  it('is nothing at first, little after one, and more after several that agree', () => {
    const [before, one, five, twenty] = [0, 1, 5, 20].map((times) => confidence(taught(times)))
    expect(one!).toBeGreaterThan(before!)
    expect(one! - before!).toBeLessThan(0.1)
    expect(five!).toBeGreaterThan(one!)
    expect(twenty!).toBeGreaterThan(five!)
  })

  it('of one confirmation never turns a document that is clear', () => {
    const clear = testCorpus().filter(({ code }) => code === '394579002')
    const features = clear.map(({ text }) => featuresOf(text))
    const sure = features.filter((each) => Math.max(...confidencesOf(model, each, {})) > 0.9)
    expect(sure.length).toBeGreaterThan(10)
    for (const each of sure) {
      const once = learn({}, rememberable(each), '394612005')
      expect(likeliest(each, once)).toBe(likeliest(each, {}))
    }
  })

  it('is told by the words that were confirmed before, where the model knows none of them', () => {
    const features = featuresOf('Zqxv jjwk. Vvqz xxkq. Zqxv kkjz.')
    const learned = Array.from({ length: 40 }).reduce<Learned>(
      (sum) => learn(sum, rememberable(features), GERIATRIC),
      {},
    )
    const [first] = classify(model, features, learned).proposals
    expect(first).toMatchObject({ code: GERIATRIC })
    expect(first!.terms).toContain('zqxv')
  })

  it('holds hashes and counts, no word', () => {
    const text = JSON.stringify(taught(3))
    expect(text).not.toMatch(/quayside|farrow/i)
    expect(text).toContain(hashOf('quayside'))
    expect(text).toMatch(/^[{}":,.\d]*(?:confirmed|counts|[{}":,.\d])*$/)
  })

  it('stays small and fades, however much is confirmed', () => {
    let learned: Learned = {}
    for (const [index, { text }] of testCorpus().entries())
      learned = learn(
        learned,
        rememberable(featuresOf(text)),
        SPECIALTY_CODES[index % SPECIALTY_CODES.length]!,
      )
    for (let time = 0; time < 100; time += 1) learned = learn(learned, rememberable(LETTER), GERIATRIC)
    expect(JSON.stringify(learned).length).toBeLessThan(300_000)
    expect(learned[GERIATRIC]!.confirmed).toBeLessThanOrEqual(41)
  })

  it('knows FNV-1a', () => {
    expect(hashOf('')).toBe(String(0x811c9dc5))
    expect(hashOf('foobar')).toBe(String(0xbf9cf968))
  })
})
