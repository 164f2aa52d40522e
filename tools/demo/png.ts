import { crc32, deflateSync } from 'node:zlib'

/** A small canvas that writes itself as PNG (W3C PNG, 8-bit truecolour), for drawings made by code. */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly #pixels: Uint8Array

  constructor(width: number, height: number, colour: number) {
    this.width = width
    this.height = height
    this.#pixels = new Uint8Array(width * height * 3)
    for (let at = 0; at < width * height; at += 1) this.#put(at, colour)
  }

  dot(x: number, y: number, colour: number): void {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.#put(y * this.width + x, colour)
  }

  line(x0: number, y0: number, x1: number, y1: number, colour: number): void {
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1)
    for (let step = 0; step <= steps; step += 1) {
      this.dot(
        Math.round(x0 + ((x1 - x0) * step) / steps),
        Math.round(y0 + ((y1 - y0) * step) / steps),
        colour,
      )
    }
  }

  circle(x: number, y: number, radius: number, colour: number): void {
    for (let angle = 0; angle < Math.PI * 2; angle += 0.01) {
      for (const ring of [radius, radius - 1, radius - 2]) {
        this.dot(Math.round(x + ring * Math.cos(angle)), Math.round(y + ring * Math.sin(angle)), colour)
      }
    }
  }

  /** Something that looks like handwriting; the same seed gives the same line. */
  scribble(x: number, y: number, width: number, seed: number, colour: number): void {
    let last = y
    for (let at = 1; at < width; at += 1) {
      const next = Math.round(y + 9 * Math.sin(at / (3 + (seed % 4))) * Math.cos(at / (7 + (seed % 5))))
      this.line(x + at - 1, last, x + at, next, colour)
      last = next
    }
  }

  png(): Uint8Array {
    const header = Buffer.alloc(13)
    header.writeUInt32BE(this.width, 0)
    header.writeUInt32BE(this.height, 4)
    header.set([8, 2, 0, 0, 0], 8)
    const rows = Buffer.alloc(this.height * (1 + this.width * 3))
    for (let row = 0; row < this.height; row += 1) {
      rows.set(
        this.#pixels.subarray(row * this.width * 3, (row + 1) * this.width * 3),
        row * (1 + this.width * 3) + 1,
      )
    }
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }

  #put(at: number, colour: number): void {
    this.#pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255], at * 3)
  }
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
