import PDFDocument from 'pdfkit'
import type { Block, Document } from './document-texts.ts'

const MARGIN = 64
const COLUMNS = [0, 200, 260, 330, 430]
const ROW = 20
const PAGE_CHAPTER = /^\d+\. /

/** Sets a document on A4 pages: sender, patient and date above, numbered pages below. */
export function writePdf(document: Document, out: NodeJS.WritableStream): void {
  const info = { Title: document.title, Author: document.sender, CreationDate: new Date(0) }
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, info, bufferPages: true })
  pdf.pipe(out)
  pdf.font('Times-Bold').fontSize(18).text(document.sender)
  pdf.font('Times-Roman').fontSize(10).text('14 Quay Street, Riverside').moveDown(0.6)
  rule(pdf)
  pdf
    .moveDown(0.6)
    .fontSize(11)
    .text(`Patient: ${document.patient}`)
    .text(`Date: ${document.date}`)
    .moveDown()
  pdf.font('Times-Bold').fontSize(14).text(document.title).moveDown(0.5)
  for (const block of document.blocks) write(pdf, block)
  number(pdf)
  pdf.end()
}

type Pdf = InstanceType<typeof PDFDocument>

function write(pdf: Pdf, block: Block): void {
  if (typeof block !== 'string') {
    table(pdf, block.table)
    return
  }
  const chapter = PAGE_CHAPTER.test(block)
  if (chapter) pdf.addPage()
  pdf.font(chapter ? 'Times-Bold' : 'Times-Roman').fontSize(chapter ? 14 : 11)
  pdf.text(block, MARGIN, pdf.y, { lineGap: 3 }).moveDown(0.7)
}

function table(pdf: Pdf, rows: readonly (readonly string[])[]): void {
  rows.forEach((cells, index) => {
    const y = pdf.y
    pdf.font(index === 0 ? 'Times-Bold' : 'Times-Roman').fontSize(10.5)
    cells.forEach((cell, column) => {
      pdf.text(cell, MARGIN + COLUMNS[column]!, y, { lineBreak: false })
    })
    pdf.y = y + ROW - 4
    rule(pdf)
    pdf.y = y + ROW
  })
  pdf.x = MARGIN
  pdf.moveDown()
}

const rule = (pdf: Pdf): void => {
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(pdf.page.width - MARGIN, pdf.y)
    .lineWidth(0.5)
    .stroke('#666666')
}

function number(pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page)
    // Inside the bottom margin, where text would otherwise start a new page.
    pdf.page.margins.bottom = 0
    pdf
      .font('Times-Roman')
      .fontSize(9)
      .text(`Page ${page + 1} of ${count}`, MARGIN, pdf.page.height - 40, { align: 'right' })
  }
}
