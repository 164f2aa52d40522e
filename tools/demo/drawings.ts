import { Canvas } from './png.ts'

const PAPER = 0xfff7f0
const GRID = 0xf3c9bd
const INK = 0x17201b

/** A resting ECG of ten seconds on millimetre paper: 72 beats a minute, invented. */
export function drawEcg(): Uint8Array {
  const canvas = new Canvas(1500, 500, PAPER)
  for (let at = 0; at < 1500; at += 20) canvas.line(at, 0, at, 499, at % 100 === 0 ? 0xe59c88 : GRID)
  for (let at = 0; at < 500; at += 20) canvas.line(0, at, 1499, at, at % 100 === 0 ? 0xe59c88 : GRID)
  let last = 250
  for (let x = 1; x < 1500; x += 1) {
    const y = Math.round(250 - beat((x % 125) / 125) * 150)
    canvas.line(x - 1, last, x, y, INK)
    canvas.line(x - 1, last + 1, x, y + 1, INK)
    last = y
  }
  return canvas.png()
}

/** One heart beat as a sum of waves: P, Q, R, S and T by place, width and height. */
const WAVES: readonly [place: number, width: number, height: number][] = [
  [0.18, 0.025, 0.14],
  [0.285, 0.008, -0.12],
  [0.3, 0.01, 1.1],
  [0.318, 0.01, -0.25],
  [0.52, 0.04, 0.28],
]
const beat = (at: number): number =>
  WAVES.reduce((sum, [place, width, height]) => sum + height * Math.exp(-(((at - place) / width) ** 2)), 0)

/** A vaccination card with ruled lines and stamps, as a scanner would see it. */
export function drawVaccinationCard(): Uint8Array {
  const canvas = new Canvas(1000, 700, 0xfdf6d8)
  for (let y = 120; y < 680; y += 56) canvas.line(40, y, 960, y, 0x9a9474)
  for (const x of [40, 260, 520, 740, 960]) canvas.line(x, 120, x, 680, 0x9a9474)
  for (let row = 0; row < 6; row += 1) {
    canvas.scribble(60, 150 + row * 56, 160, 11 + row, INK)
    canvas.scribble(280, 150 + row * 56, 200, 31 + row, 0x2c3ea8)
    canvas.circle(640, 148 + row * 56, 22, row % 2 === 0 ? 0x1b6b43 : 0xb3261e)
    canvas.scribble(760, 150 + row * 56, 160, 51 + row, INK)
  }
  return canvas.png()
}
