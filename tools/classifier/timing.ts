import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { textOfPdf } from '../../electron/main/adapters/pdf-text.ts'
import { classify } from '../../electron/main/classifier/classify.ts'
import { featuresOf } from '../../electron/main/classifier/features.ts'
import type { Model } from '../../electron/main/classifier/model.ts'
import type { CorpusDocument } from './corpus.ts'
import { keywordSpecialty } from './keywords.ts'

const PAGES = 10
/** A full page of a letter. */
const PAGE_CHARACTERS = 3_000
const ROUNDS = 15

export type Times = {
  readonly document: number
  readonly keywords: number
  readonly tenPages: number
  readonly characters: number
  readonly extraction: number
}

/** Milliseconds, the median of rounds after a first one that warms up. */
async function milliseconds(run: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

async function pdfOf(pages: readonly string[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 40 })
  for (const page of pages) pdf.addPage().fontSize(9).text(page)
  pdf.end()
  return Uint8Array.from(await buffer(pdf))
}

/** How long one short document takes, a text of ten pages, and getting that text out of a PDF. */
export async function timesOf(model: Model, documents: readonly CorpusDocument[]): Promise<Times> {
  const some = documents.filter((_, place) => place % 10 === 0)
  const all = documents.map(({ text }) => text).join('\n')
  const pages = Array.from({ length: PAGES }, (_, page) =>
    all.slice(page * PAGE_CHARACTERS, (page + 1) * PAGE_CHARACTERS),
  )
  const long = pages.join('\n')
  const pdf = await pdfOf(pages)
  return {
    document:
      (await milliseconds(() => some.map(({ text }) => classify(model, featuresOf(text), {})))) / some.length,
    keywords: (await milliseconds(() => some.map(({ text }) => keywordSpecialty(text)))) / some.length,
    tenPages: await milliseconds(() => classify(model, featuresOf(long), {})),
    characters: long.length,
    extraction: await milliseconds(() => textOfPdf(pdf.slice())),
  }
}
