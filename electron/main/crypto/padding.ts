/**
 * Padmé: the length that hides all but O(log log L) bits of a file's size, at a cost of at most 12 %.
 * @see Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019, §4
 */
export function padme(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const mantissaBits = Math.floor(Math.log2(exponent)) + 1
  const unit = 2 ** Math.max(0, exponent - mantissaBits)
  return Math.ceil(length / unit) * unit
}

const ZEROS = new Uint8Array(64 * 1024)

/** The source, then zeros up to its Padmé length. */
export async function* padded(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  yield* source
  for (let left = padme(length) - length; left > 0; left -= ZEROS.length) {
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length))
  }
}

/** The first `length` bytes of a padded stream; the rest is read, so that it is authenticated, and dropped. */
export async function* unpadded(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  let left = length
  for await (const chunk of source) {
    // Counted first: whoever takes a piece over may leave it without memory and length.
    const kept = chunk.subarray(0, left)
    left -= kept.length
    if (kept.length > 0) yield kept
  }
}
