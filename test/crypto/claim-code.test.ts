import { describe, expect, it } from 'vitest'
import { claimKeyOf, newClaimCode, writeClaimCode } from '../../electron/main/crypto/claim-code.ts'
import type { Deployment } from '../../electron/main/crypto/context.ts'
import { addressOf } from '../../electron/main/crypto/device-key.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'

const CLINIC: Deployment = { chainId: 31337, contract: `0x${'ab'.repeat(20)}` as Address }
const SECRET = Uint8Array.from({ length: 16 }, (_, at) => at)
const addressFor = (code: string, clinic: Deployment = CLINIC) => addressOf(claimKeyOf(clinic, code))

describe('a one-time code', () => {
  it('is four groups of seven characters that can’t be taken for each other', () => {
    for (let i = 0; i < 50; i++)
      expect(newClaimCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{7}(-[0-9A-HJKMNP-TV-Z]{7}){3}$/)
  })

  it('always stands for the same key (as another HKDF has it), and for another one at another clinic', () => {
    const code = writeClaimCode(SECRET)
    expect(code).toBe('000G40R-40M30E2-09185GR-38E1XBT')
    expect(addressFor(code)).toBe('0x2aed4285492f080814fb0b19f91be534a3e73a50')
    expect(addressFor(code, { ...CLINIC, chainId: 1 })).not.toBe(addressFor(code))
    expect(addressFor(code, { ...CLINIC, contract: `0x${'cd'.repeat(20)}` as Address })).not.toBe(
      addressFor(code),
    )
  })

  it('is read however it is typed: small, without hyphens, with letters for digits', () => {
    const code = writeClaimCode(SECRET)
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ]
    for (const text of typed) expect(addressFor(text), text).toBe(addressFor(code))
  })

  it('is refused when it is too short, too long, or has a character that no code has', () => {
    const code = writeClaimCode(SECRET)
    for (const text of ['', code.slice(1), `${code}0`, code.replace(/.$/, 'U'), code.replace(/.$/, '€')])
      expect(() => addressFor(text), text).toThrow('E_CODE_MISTYPED')
  })

  it('is refused when any one character is another, or two neighbours are swapped', () => {
    const code = writeClaimCode(SECRET)
    const plain = code.replaceAll('-', '')
    let taken = 0
    let tried = 0
    const attempt = (text: string): void => {
      if (text === plain) return
      tried++
      try {
        addressFor(text)
        taken++
      } catch {}
    }
    for (let at = 0; at < plain.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
        attempt(plain.slice(0, at) + other + plain.slice(at + 1))
      attempt(plain.slice(0, at) + (plain[at + 1] ?? '') + plain[at] + plain.slice(at + 2))
    }
    // Twelve bits let one in 4096 pass, which the chain then does not know.
    expect(tried).toBeGreaterThan(860)
    expect(taken).toBeLessThan(4)
  })
})
