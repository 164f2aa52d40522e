import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DOCUMENTS, type Document } from './document-texts.ts'
import { drawEcg, drawVaccinationCard } from './drawings.ts'
import { writePdf } from './pdf.ts'

const PICTURES = join(import.meta.dirname, '../../resources/demo')
const LARGE_BYTES = 50 * 1000 * 1000

/** Makes the demo clinic's documents: letters, laboratory reports, a long referral, drawings, photographs, 50 MB. */
export async function makeDocuments(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(DOCUMENTS.map((document) => makePdf(folder, document)))
  await writeFile(join(folder, 'ECG, resting.png'), drawEcg())
  await writeFile(join(folder, 'Vaccination card.png'), drawVaccinationCard())
  for (const name of await readdir(PICTURES)) await copyFile(join(PICTURES, name), join(folder, name))
  await makeLarge(join(folder, 'Long text of 50 MB.txt'))
}

async function makePdf(folder: string, document: Document): Promise<void> {
  const out = createWriteStream(join(folder, `${document.title}.pdf`))
  writePdf(document, out)
  await once(out, 'finish')
}

/** A file that takes a while on any computer, so that progress and cancel can be seen. */
async function makeLarge(path: string): Promise<void> {
  await using file = await open(path, 'w')
  for (let left = LARGE_BYTES; left > 0; left -= 750_000) {
    await file.writeFile(randomBytes(562_500).toString('base64').slice(0, Math.min(left, 750_000)))
  }
}
