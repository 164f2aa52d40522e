import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../electron/main/classifier/features.ts'
import { deniedIn } from '../../electron/main/classifier/negation.ts'
import { wordsOf } from '../../electron/main/classifier/words.ts'

const left = (text: string): string => {
  const words = wordsOf(text)
  const denied = deniedIn(words)
  return words
    .filter((_, at) => !denied[at])
    .map((word) => word.text)
    .join(' ')
}

describe('words of a document', () => {
  it('are lower case, without accents, numbers and signs', () => {
    expect(wordsOf('Ménière’s disease, 45 dB; FEV1/FVC').map(({ text }) => text)).toEqual([
      "meniere's",
      'disease',
      'db',
      'fev',
      'fvc',
    ])
  })

  it('end a clause at full stops and lines, not at the point of a number', () => {
    const stops = wordsOf('creatinine rose to 1.4 today. Chest clear\nno murmur').filter(({ stop }) => stop)
    expect(stops.map(({ text }) => text)).toEqual(['today', 'clear', 'murmur'])
  })

  it('of an empty text, and of one in another alphabet, are none', () => {
    expect(wordsOf('')).toEqual([])
    expect(wordsOf('心臓 ١٢٣')).toEqual([])
  })
})

describe('what is denied', () => {
  it.each([
    ['No chest pain, palpitations or syncope. Rash on the arm.', 'rash on the arm'],
    ['The patient denies haematuria but has loin pain', 'the patient but has loin pain'],
    ['There is no evidence of retinal detachment; cataract seen', 'there is cataract seen'],
    ['Pulmonary embolism was ruled out. Asthma', 'asthma'],
    ['Asthma. Pulmonary embolism is unlikely', 'asthma'],
    ['free of seizures since March. Migraine goes on', 'since march migraine goes on'],
  ])('%s → %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it('reaches six words and no further', () => {
    expect(left('without fever cough sputum wheeze stridor pain asthma known')).toBe('asthma known')
  })

  it('is not what only looks like a denial', () => {
    expect(left('no change of the murmur')).toBe('no change of the murmur')
    expect(left('gram negative rods')).toBe('gram negative rods')
  })

  it('is no evidence: neither its words nor its terms are counted', () => {
    const { counts, words, terms } = featuresOf('No atrial fibrillation. Psoriasis of the scalp.')
    expect(words).toEqual(['psoriasis', 'scalp'])
    expect(terms.map(({ term }) => term)).toEqual(['psoriasis'])
    expect(counts.has('=394579002')).toBe(false)
    expect(counts.get('=394582007')).toBe(1)
  })
})

describe('what is counted', () => {
  it('are words, pairs inside a clause, four letters at a time and terms of the lexicon', () => {
    const { counts, pairs } = featuresOf('aortic stenosis. murmur')
    expect(pairs).toEqual(['aortic stenosis'])
    expect([...counts.keys()]).toEqual(
      expect.arrayContaining(['aortic', 'aortic stenosis', '__aor', '_rmur', '=394579002']),
    )
  })
})
