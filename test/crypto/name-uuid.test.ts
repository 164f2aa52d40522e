import { expect, it } from 'vitest'
import { nameUuid } from '../../electron/main/crypto/name-uuid.ts'

/** RFC 9562 appendix B.2: the name space of DNS before the name. */
const DNS = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex')

it('is the example of RFC 9562 for its name', () => {
  expect(nameUuid(Buffer.concat([DNS, Buffer.from('www.example.com')]))).toBe(
    '5c146b14-3c52-8afd-938a-375d0df1fbf6',
  )
})

it('is another one for another name', () => {
  expect(nameUuid('a line')).not.toBe(nameUuid('another line'))
})
