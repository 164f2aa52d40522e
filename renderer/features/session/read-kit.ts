import decodeQR from 'qr/decode.js'
import { CallFailure } from '../../lib/bridge.ts'

/** Pixels a side: enough for a code on an A4 page, little enough for a photo's decoding. */
const LARGEST = 3000
/** A photo is looked at once, so the decoder may try harder than for a camera's picture. */
const PATIENCE = { effort: 64, timeLimit: 4_000 }

/**
 * What a recovery kit's code says, from a photo or scan of it (PNG, JPEG, PDF) or from its `.mckey` file.
 * @throws CallFailure E_KIT_UNREADABLE when there is no kit in it
 */
export async function readKit(file: File): Promise<string> {
  const line = await lineOf(file).catch(() => '')
  if (!/^MCKEY1:[0-9A-F]+\s*$/.test(line)) throw new CallFailure('E_KIT_UNREADABLE', { name: file.name })
  return line.trim()
}

async function lineOf(file: File): Promise<string> {
  if (file.name.toLowerCase().endsWith('.mckey')) return file.text()
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
  const { openPdf } = await import('../../lib/pdf.ts')
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
