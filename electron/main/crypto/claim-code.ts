import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { SigningKey } from 'ethers'
import { Failure } from '../domain/failure.ts'
import type { Deployment } from './context.ts'

/**
 * A one-time code on paper: 128 random bits and 12 bits of their SHA-256, as 28 characters in four groups of seven.
 * The alphabet is Crockford's base 32, where I and L are read as 1 and O as 0, and there is no U.
 * The key it stands for is HKDF-SHA-256 (RFC 5869) of those 16 bytes; the clinic's contract is in `info`, so that a code
 * means nothing at another clinic.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET = 16
const CHECK_BITS = 12n
const CHARACTERS = 28
const GROUPS = /.{7}/g

export const newClaimCode = (): string => writeClaimCode(Uint8Array.from(randomBytes(SECRET)))

/** @param secret 16 bytes */
export function writeClaimCode(secret: Uint8Array): string {
  let rest = (BigInt(`0x${Buffer.from(secret).toString('hex')}`) << CHECK_BITS) | checkOf(secret)
  let text = ''
  for (let at = 0; at < CHARACTERS; at++, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text.match(GROUPS)!.join('-')
}

/**
 * The key of a code as somebody typed it: case, spaces and hyphens don't matter.
 * @throws Failure E_CODE_MISTYPED when it is too short or too long, or its check says that a character is wrong
 */
export function claimKeyOf({ chainId, contract }: Deployment, code: string): SigningKey {
  const info = `medical-chain/1/claim-key/${chainId}/${contract}`
  return new SigningKey(new Uint8Array(hkdfSync('sha256', readClaimCode(code), new Uint8Array(), info, 32)))
}

function readClaimCode(code: string): Uint8Array {
  const text = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  const digits = [...text].map((character) => ALPHABET.indexOf(character))
  if (digits.length !== CHARACTERS || digits.includes(-1))
    throw new Failure('E_CODE_MISTYPED', { count: digits.length })
  const value = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  const hex = (value >> CHECK_BITS).toString(16).padStart(2 * SECRET, '0')
  const secret = Uint8Array.from(Buffer.from(hex, 'hex'))
  if (checkOf(secret) !== (value & ((1n << CHECK_BITS) - 1n)))
    throw new Failure('E_CODE_MISTYPED', { count: digits.length })
  return secret
}

const checkOf = (secret: Uint8Array): bigint =>
  BigInt(createHash('sha256').update('medical-chain/1/claim-code').update(secret).digest().readUInt16BE()) >>
  4n
