import { afterAll, describe, expect, it } from 'vitest'
import { NOTHING_READ } from '../../electron/main/classifier/suggest.ts'
import { openClassifier } from '../support/classifier.ts'
import { packedPdf, pdfOf } from '../support/pdf-files.ts'

const LETTER = `Clinic letter. He complains of palpitations. ECG in atrial fibrillation, echocardiogram with reduced left ventricular
  function. Start bisoprolol and apixaban, refer for ablation. Cardiology follow-up.`
const CARDIOLOGY = { kind: 'text', proposals: [{ code: '394579002' }] }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const classifier = openClassifier()
afterAll(classifier.stop)

describe('the thread that reads documents', () => {
  it('proposes a specialty for a PDF and for a text, one after the other', async () => {
    const [pdf, text] = await Promise.all([
      classifier.suggest(await pdfOf([LETTER, 'Page two. Troponin normal.']), 'pdf', {}),
      classifier.suggest(bytes(LETTER), 'text', {}),
    ])
    expect(pdf.suggestion).toMatchObject(CARDIOLOGY)
    expect(text.suggestion).toMatchObject(CARDIOLOGY)
    expect(text.words.length).toBeGreaterThan(10)
  })

  it('believes a coded field, and names it', async () => {
    const encounter = {
      resourceType: 'Encounter',
      serviceType: { coding: [{ system: 'http://snomed.info/sct', code: '394594003' }] },
      note: LETTER,
    }
    expect((await classifier.suggest(bytes(JSON.stringify(encounter)), 'text', {})).suggestion).toEqual({
      kind: 'coded',
      proposals: [{ code: '394594003', confidence: 1, terms: ['394594003'] }],
      source: 'Encounter.serviceType',
    })
  })

  it('asks the words where a code names nothing that there is a folder for', async () => {
    const report = {
      resourceType: 'Composition',
      type: { coding: [{ system: 'http://loinc.org', code: '11488-4' }] },
      text: { div: `<div>${LETTER}</div>` },
    }
    const { suggestion } = await classifier.suggest(bytes(JSON.stringify(report)), 'text', {})
    expect(suggestion).toMatchObject(CARDIOLOGY)
  })

  it.each([
    ['empty', async () => new Uint8Array()],
    ['no PDF', async () => bytes('%PDF-1.7 and nothing else')],
    ['cut off', async () => (await pdfOf([LETTER])).subarray(0, 300)],
    ['locked with a passphrase', async () => pdfOf([LETTER], { userPassword: 'secret', pdfVersion: '1.7' })],
    ['of pages without text, as a scan', async () => pdfOf(['', ''])],
  ])('says of a PDF that is %s that there is no text', async (_, make) => {
    expect((await classifier.suggest(await make(), 'pdf', {})).suggestion).toEqual(NOTHING_READ.suggestion)
  })

  it('gives its thread back when nothing comes, and starts another one when something does', async () => {
    const brief = openClassifier({ idle: 20 })
    for (let time = 0; time < 2; time += 1) {
      expect((await brief.suggest(bytes(LETTER), 'text', {})).suggestion).toMatchObject(CARDIOLOGY)
      await new Promise((done) => setTimeout(done, 200))
    }
    await brief.stop()
  })

  it('reads 30 pages of more, and no further', async () => {
    const filler = Array.from({ length: 29 }, () => 'Page left free.')
    const first = await classifier.suggest(await pdfOf([LETTER, ...filler]), 'pdf', {})
    const more = await pdfOf([LETTER, ...filler, ...filler.map(() => 'psoriasis, eczema, dermatology')])
    expect(await classifier.suggest(more, 'pdf', {})).toEqual(first)
    expect(first.words.length).toBeGreaterThan(10)
  })
})

describe('a document that would never end', () => {
  const bomb = (): Uint8Array => packedPdf(Buffer.from('BT /F 9 Tf (rash) Tj ET\n'.repeat(2_000_000)), 2)

  it('is given up after its time, while everything else goes on; the next one is read', async () => {
    const impatient = openClassifier({ within: 2_500 })
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 20)
    const hostile = bomb()
    // It takes pdf.js over twenty seconds.
    expect(hostile.length).toBeLessThan(100_000)
    const started = performance.now()
    const [never, next] = await Promise.all([
      impatient.suggest(hostile, 'pdf', {}),
      impatient.suggest(bytes(LETTER), 'text', {}),
    ])
    clearInterval(timer)
    await impatient.stop()
    expect(never).toEqual(NOTHING_READ)
    expect(next.suggestion).toMatchObject(CARDIOLOGY)
    expect(performance.now() - started).toBeLessThan(40_000)
    expect(ticks).toBeGreaterThan(20)
  })
})
