import { buffer } from 'node:stream/consumers'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** A PDF with text on each page; with a passphrase, nobody else reads it. */
export async function pdfOf(
  pages: readonly string[],
  options: ConstructorParameters<typeof PDFDocument>[0] = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options })
  for (const text of pages) pdf.addPage().text(text)
  pdf.end()
  return Uint8Array.from(await buffer(pdf))
}

/** A PDF whose only page has this content, packed `times` over: a small file that unpacks to a very large one. */
export function packedPdf(content: Buffer, times: number): Uint8Array {
  let stream = content
  for (let time = 0; time < times; time += 1) stream = deflateSync(stream, { level: 9 })
  const filters = Array.from({ length: times }, () => '/FlateDecode').join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    null,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const parts = objects.map((object, index) =>
    object === null
      ? Buffer.concat([
          Buffer.from(`${index + 1} 0 obj\n<</Length ${stream.length}/Filter[${filters}]>>\nstream\n`),
          stream,
          Buffer.from('\nendstream\nendobj\n'),
        ])
      : Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`),
  )
  // pdf.js finds the objects of a file without a table by itself.
  return Uint8Array.from(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF')]),
  )
}
