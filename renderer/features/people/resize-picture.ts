const LARGEST = 512
const QUALITY = 0.86

/** A square JPEG of at most 512 × 512 pixels. Drawing it afresh leaves place and camera behind. */
export async function resizePicture(file: File): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(file)
  const side = Math.min(bitmap.width, bitmap.height)
  const size = Math.min(LARGEST, side)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size, size)
  const left = (bitmap.width - side) / 2
  const top = (bitmap.height - side) / 2
  context.drawImage(bitmap, left, top, side, side, 0, 0, size, size)
  bitmap.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (blob === null) throw new Error('no picture')
  return new Uint8Array(await blob.arrayBuffer())
}
