import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import encodeQR from 'qr'
import { describe, expect, it } from 'vitest'
import { decodeClinicCode, encodeClinicCode } from '../../electron/main/clinic-code.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = JSON.stringify({ name: 'Riverside Clinic', rpc: 'https://chain.example', copies: 1 })

describe('a network file’s code', () => {
  it('leads to the very same file, also with the blanks that a message puts around it', () => {
    const code = encodeClinicCode(bytesOf(file))!
    expect(code).toMatch(/^MCNET1:[\w-]+$/)
    expect(decodeClinicCode(code)).toBe(file)
    expect(decodeClinicCode(`\n ${code} `)).toBe(file)
  })

  it('fits a QR code, or is none', () => {
    const longest = encodeClinicCode(randomBytes(1736))!
    expect(encodeQR(longest, 'raw', { ecc: 'medium' }).length).toBeGreaterThan(100)
    expect(encodeClinicCode(randomBytes(1750))).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['another code', 'MCKEY1:00FF'],
    ['what was not deflated', 'MCNET1:AAAA'],
    ['one that is cut off', encodeClinicCode(bytesOf(file))!.slice(0, -6)],
    ['one that inflates without end', `MCNET1:${deflateRawSync(Buffer.alloc(1e6)).toString('base64url')}`],
  ])('is not read from %s', (_, line) => {
    expect(() => decodeClinicCode(line)).toThrow('E_INPUT')
  })
})
