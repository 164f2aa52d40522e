import { createPrivateKey, type KeyObject } from 'node:crypto'

const E = 65537n

/**
 * An RSA key as its two primes, a fifth of its PKCS#8 form: they are all of it that can't be worked out again.
 * @param key with e = 65537, as this app makes them
 * @returns p ‖ q, each half as long as the modulus
 */
export function primesOf(key: KeyObject): Uint8Array {
  const { p = '', q = '', e } = key.export({ format: 'jwk' })
  if (e !== 'AQAB') throw new Error('the key has another exponent')
  return Uint8Array.from(Buffer.concat([Buffer.from(p, 'base64url'), Buffer.from(q, 'base64url')]))
}

/**
 * The key of two primes: modulus, exponent and CRT coefficients as in RFC 8017 §3.2, d = e⁻¹ mod λ(n).
 * @throws Error when the numbers make no RSA key
 */
export function keyOfPrimes(primes: Uint8Array): KeyObject {
  const half = primes.length / 2
  const p = toNumber(primes.subarray(0, half))
  const q = toNumber(primes.subarray(half))
  const d = inverse(E, ((p - 1n) * (q - 1n)) / greatestCommonDivisor(p - 1n, q - 1n))
  const text = (value: bigint, length: number): string => toBytes(value, length).toString('base64url')
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(p * q, 2 * half),
      e: text(E, 3),
      d: text(d, 2 * half),
      p: text(p, half),
      q: text(q, half),
      dp: text(d % (p - 1n), half),
      dq: text(d % (q - 1n), half),
      qi: text(inverse(q, p), half),
    },
  })
}

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
const toBytes = (value: bigint, length: number): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex')

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

/** a⁻¹ mod m by the extended Euclidean algorithm. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next, x, nextX] = [m, a % m, 0n, 1n]
  while (next !== 0n) {
    const times = r / next
    ;[r, next, x, nextX] = [next, r - times * next, nextX, x - times * nextX]
  }
  if (r !== 1n) throw new Error('the numbers have a common divisor')
  return x < 0n ? x + m : x
}
