import { UnixFS } from 'ipfs-unixfs'
import { describe, expect, it } from 'vitest'
import { padme } from '../../electron/main/crypto/padding.ts'
import { sealedLength } from '../../electron/main/crypto/streaming.ts'
import { RECORD_LIMIT } from '../../electron/main/domain/record.ts'

const CHUNK = 2 ** 20
const LINKS = 1024

/** What the topmost block of a file says of its parts, each of 1,024 chunks but the last. */
const rootOf = (byteLength: number): UnixFS => {
  const part = CHUNK * LINKS
  const parts = Array.from({ length: Math.ceil(byteLength / part) }, (_, index) =>
    BigInt(Math.min(part, byteLength - index * part)),
  )
  return new UnixFS({ type: 'file', blockSizes: parts })
}

describe('the largest record', () => {
  it.each([RECORD_LIMIT, RECORD_LIMIT - 1, 1_500_000_000])(
    'of %i bytes is described in the store as it is',
    (byteLength) => {
      const sealed = sealedLength(padme(byteLength))
      expect(sealed).toBeLessThan(2 ** 31)
      const again = UnixFS.unmarshal(rootOf(sealed).marshal())
      expect(again.fileSize()).toBe(BigInt(sealed))
    },
  )
})
