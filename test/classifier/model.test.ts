import { beforeAll, describe, expect, it } from 'vitest'
import { classify } from '../../electron/main/classifier/classify.ts'
import { featuresOf } from '../../electron/main/classifier/features.ts'
import { LEXICON, LONGEST_TERM } from '../../electron/main/classifier/lexicon.ts'
import type { Model } from '../../electron/main/classifier/model.ts'
import { decodeModel, encodeModel } from '../../electron/main/classifier/model-file.ts'
import { SPECIALTY_CODES } from '../../electron/main/domain/specialty.ts'
import { APART } from '../../tools/classifier/apart.ts'
import { ALL_BLOCKS } from '../../tools/classifier/blocks/index.ts'
import { strangeCorpus, testCorpus, trainingCorpus } from '../../tools/classifier/corpus.ts'
import { ELSEWHERE } from '../../tools/classifier/elsewhere.ts'
import {
  accuracy,
  ask,
  askKeywords,
  calibrationError,
  macroF1,
  whereSure,
} from '../../tools/classifier/evaluate.ts'
import { TEMPLATES } from '../../tools/classifier/templates/index.ts'
import { label, train } from '../../tools/classifier/train.ts'

let model: Model
beforeAll(() => {
  model = train()
})

describe('the corpus', () => {
  it('has over 1,200 documents to learn from, of every specialty and form', () => {
    const documents = trainingCorpus()
    expect(documents.length).toBeGreaterThan(1_200)
    expect(new Set(documents.map(({ code }) => code))).toEqual(new Set(SPECIALTY_CODES))
    expect(ALL_BLOCKS.map(({ code }) => code).sort()).toEqual([...SPECIALTY_CODES].sort())
    expect(SPECIALTY_CODES.length).toBeGreaterThanOrEqual(25)
    expect(new Set(documents.map(({ template }) => template.split('-')[0])).size).toBe(6)
  })

  it('has no template in training that a test has, nor two templates that are alike', () => {
    const trained = new Set(trainingCorpus().map(({ template }) => template))
    const tested = new Set([...testCorpus(), ...strangeCorpus()].map(({ template }) => template))
    expect([...tested].filter((template) => trained.has(template))).toEqual([])
    expect(trained.size + tested.size).toBe(TEMPLATES.length)
    expect(new Set(TEMPLATES.map(({ text }) => text)).size).toBe(TEMPLATES.length)
  })

  it('is the same every time', () => {
    expect(trainingCorpus()).toEqual(trainingCorpus())
    expect(testCorpus()).toEqual(testCorpus())
  })

  it('has phrases in the strange half of the test that training never has', () => {
    const training = trainingCorpus()
      .map(({ text }) => text.replace(/\s+/g, ' ').toLowerCase())
      .join('\n')
    for (const { drugs } of ALL_BLOCKS) expect(training).not.toContain(drugs[4]!.toLowerCase())
  })
})

describe('the lexicon', () => {
  it('has terms for every specialty, as words are read', () => {
    const known = new Set([...LEXICON.values()].flat())
    expect([...SPECIALTY_CODES].filter((code) => !known.has(code))).toEqual([])
    for (const term of LEXICON.keys()) {
      expect(term).toMatch(/^[a-z]+( [a-z]+)*$/)
      expect(term.split(' ').length).toBeLessThanOrEqual(LONGEST_TERM)
    }
  })
})

describe('the model', () => {
  it('reaches macro-F1 0.90 and a calibration error of at most 0.05 on templates that it has not seen', () => {
    const documents = testCorpus()
    const answers = ask(model, documents.map(label))
    expect(macroF1(answers)).toBeGreaterThanOrEqual(0.9)
    expect(calibrationError(answers)).toBeLessThanOrEqual(0.05)
    expect(macroF1(answers)).toBeGreaterThan(macroF1(askKeywords(documents)) + 0.1)
  })

  it('is right in at least nine of ten that it is sure of, also where the phrases are strange to it', () => {
    const strange = whereSure(ask(model, strangeCorpus().map(label)))
    const apart = ask(
      model,
      APART.map(({ code, text }) => ({ code, features: featuresOf(text) })),
    )
    expect(strange.accuracy).toBeGreaterThanOrEqual(0.9)
    expect(whereSure(apart).accuracy).toBeGreaterThanOrEqual(0.9)
    expect(whereSure(apart).coverage).toBeGreaterThan(0.3)
    expect(accuracy(apart)).toBeGreaterThan(0.75)
  })

  it('is the same every time, down to the byte, and through its file', () => {
    const bytes = encodeModel(model)
    expect(Buffer.from(encodeModel(train())).equals(bytes)).toBe(true)
    expect(bytes.length).toBeLessThan(1.5 * 1024 * 1024)
    expect(decodeModel(bytes)).toEqual(model)
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrowError('damaged')
  })

  it('tells the terms that led there, none that is denied', () => {
    const letter = `No chest pain and no palpitations. Itchy scaly plaques on both elbows, nail pitting. Chronic plaque psoriasis.
      Start calcipotriol ointment, then phototherapy.`
    const { kind, proposals } = classify(model, featuresOf(letter), {})
    expect(kind).toBe('text')
    expect(proposals[0]).toMatchObject({ code: '394582007' })
    const terms = proposals[0]!.terms.join(' ')
    expect(terms).toMatch(/calcipotriol/)
    expect(terms).not.toMatch(/palpitations|chest/)
    expect(proposals[0]!.terms.length).toBeLessThanOrEqual(5)
  })

  it('names a second one where two share a document', () => {
    const both = `Chronic plaque psoriasis with nail pitting, calcipotriol, phototherapy, itchy rash, dermatology clinic. Psoriatic
      arthritis with synovitis of the wrists, morning stiffness, methotrexate, folic acid, rheumatology clinic.`
    const { proposals } = classify(model, featuresOf(both), {})
    expect(proposals.map(({ code }) => code).sort()).toEqual(['394582007', '394810000'])
    expect(proposals[0]!.confidence).toBeGreaterThanOrEqual(proposals[1]!.confidence)
  })

  it('is sure of nothing that is no clinical document, however much one word of it is', () => {
    const sure = ELSEWHERE.filter((text) => classify(model, featuresOf(text), {}).kind !== 'not-sure')
    expect(sure).toEqual([])
  })

  it('says that there is no text where there are no words, and guesses nothing from two', () => {
    const nothing = { proposals: [], source: null }
    expect(classify(model, featuresOf('17.3.2026 – 4 / 12'), {})).toEqual({ kind: 'no-text', ...nothing })
    expect(classify(model, featuresOf('Cardiology, page 1'), {})).toEqual({ kind: 'not-sure', ...nothing })
  })
})
