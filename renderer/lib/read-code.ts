import decodeQR from 'qr/decode.js'

/** Pixels a side: enough for a code on an A4 page, little enough for a photo's decoding. */
const LARGEST = 3000
/** A photo is looked at once, so the decoder may try harder than for a camera's picture. */
const PATIENCE = { effort: 64, timeLimit: 4_000 }

/** What the QR code in a photo or scan (PNG, JPEG, PDF) says. Throws where there is none that can be read. */
export async function readCode(file: File): Promise<string> {
  return decodeQR(file.type === 'application/pdf' ? await pageOf(file) : await pictureOf(file), PATIENCE)
}

async function pictureOf(file: File): Promise<ImageData> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height))
  const context = contextOf(bitmap.width * scale, bitmap.height * scale)
  context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height)
  bitmap.close()
  return pixelsOf(context)
}

/** A scanner's first page. */
async function pageOf(file: File): Promise<ImageData> {
  const { openPdf } = await import('./pdf.ts')
  const loading = openPdf({ data: await file.arrayBuffer() })
  try {
    const page = await (await loading.promise).getPage(1)
    const size = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: LARGEST / Math.max(size.width, size.height) })
    const context = contextOf(viewport.width, viewport.height)
    await page.render({ canvas: context.canvas, viewport }).promise
    return pixelsOf(context)
  } finally {
    await loading.destroy()
  }
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  return context
}

const pixelsOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height)
