import { expect, test } from 'vitest'
import { unpadded } from '../../electron/main/crypto/padding.ts'
import { spent } from '../../electron/main/crypto/spent.ts'

const MEBIBYTE = 1024 * 1024

async function* streamOf(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

test('a piece gives its memory back when the next one is asked for, not before', async () => {
  const pieces: Uint8Array[] = [new Uint8Array(MEBIBYTE).fill(1), new Uint8Array(MEBIBYTE).fill(2)]
  const seen: number[] = []
  for await (const piece of spent(streamOf(...pieces))) {
    seen.push(piece[0]!, piece.length)
    expect(pieces.indexOf(piece)).toBe(seen.length / 2 - 1)
  }
  expect(seen).toEqual([1, MEBIBYTE, 2, MEBIBYTE])
  expect(pieces.map(({ length }) => length)).toEqual([0, 0])
})

test('memory that a piece shares with others stays', async () => {
  const shared = new Uint8Array(MEBIBYTE).fill(3)
  const small = Buffer.from('sixteen bytes...')
  for await (const _ of spent(streamOf(shared.subarray(0, 8192), small))) {
    // Read and done with.
  }
  expect(shared).toHaveLength(MEBIBYTE)
  expect(small.toString()).toBe('sixteen bytes...')
})

test('padding is cut off although each piece is given away', async () => {
  const content = new Uint8Array(3 * MEBIBYTE).fill(4)
  const padding = new Uint8Array(MEBIBYTE)
  const pieces = [0, 1, 2].map((at) => content.slice(at * MEBIBYTE, (at + 1) * MEBIBYTE))
  let length = 0
  for await (const piece of spent(unpadded(streamOf(...pieces, padding), 2.5 * MEBIBYTE)))
    length += piece.length
  expect(length).toBe(2.5 * MEBIBYTE)
})
