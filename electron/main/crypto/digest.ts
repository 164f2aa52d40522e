import { createHash, randomBytes } from 'node:crypto'
import type { Digest, Hex32 } from '../domain/bytes.ts'
import { fromHex, toHex } from './hex.ts'

const TAG = 'medical-chain/1/digest'

/** 32 random bytes, so that a guessable form can't be found from its digest. */
export const newSalt = (): Hex32 => toHex(randomBytes(32))

/** The 64 bytes before the content: tag padded to 24, length (uint64 BE), salt. */
export function digestPrefix(byteLength: number, salt: Hex32): Uint8Array {
  const prefix = new Uint8Array(64)
  prefix.set(new TextEncoder().encode(TAG))
  new DataView(prefix.buffer).setBigUint64(24, BigInt(byteLength))
  prefix.set(fromHex(salt), 32)
  return prefix
}

/** SHA-256(prefix ‖ content), fed piece by piece; `cat prefix file | sha256sum` gives the same (FIPS 180-4). */
export class Digester {
  readonly #hash = createHash('sha256')

  constructor(byteLength: number, salt: Hex32) {
    this.#hash.update(digestPrefix(byteLength, salt))
  }

  async *through<T extends Uint8Array>(source: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const chunk of source) {
      this.#hash.update(chunk)
      yield chunk
    }
  }

  digest(): Digest {
    return toHex(this.#hash.digest()) as Digest
  }
}
