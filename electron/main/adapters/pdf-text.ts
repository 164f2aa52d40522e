import './pdf-quiet.ts'
// Registers what pdf.js would else start as a worker of its own: this is in a thread already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { TEXT_LIMIT } from '../classifier/document.ts'

/** What a document is about stands on its first pages. */
const PAGES = 30

/** What stands on the pages of a PDF, as far as it is text. @throws whatever pdf.js says of one that is damaged or locked */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 0,
  })
  try {
    const document = await loading.promise
    let text = ''
    for (
      let number = 1;
      number <= Math.min(PAGES, document.numPages) && text.length < TEXT_LIMIT;
      number += 1
    ) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : `${item.str} `
      page.cleanup()
    }
    return text.slice(0, TEXT_LIMIT)
  } finally {
    await loading.destroy()
  }
}
