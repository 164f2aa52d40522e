/**
 * The same stream, for a reader that is done with each piece when it asks for the next: the piece's memory then goes
 * back at once. Left to the garbage collector, a large file's dead pieces pile up to over 100 MB.
 */
export async function* spent<T extends Uint8Array>(source: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const piece of source) {
    yield piece
    release(piece)
  }
}

/** Pieces that share their memory with others, as Node's small buffers do, are left alone. */
function release({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength >= 4096 && byteLength === buffer.byteLength) {
    buffer.transfer(0)
  }
}
