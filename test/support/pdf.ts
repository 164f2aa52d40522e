import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const DOTS_PER_INCH = 200

/** A printed and scanned page: its text, and a PNG as a scanner makes it. */
export async function scanPage(pdf: Uint8Array): Promise<{ pages: number; text: string[]; png: Buffer }> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas: canvas as never, viewport }).promise
  const text = items.map((item) => ('str' in item ? item.str : '')).filter((part) => part.trim() !== '')
  const png = canvas.toBuffer('image/png')
  const { numPages } = document
  await loading.destroy()
  return { pages: numPages, text, png }
}
