import { type KeyObject, randomBytes } from 'node:crypto'
import { Mnemonic } from 'ethers'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import { SCRYPT, type ScryptCost, vaultKey } from './passphrase.ts'
import { keyOfPrimes, primesOf } from './rsa-primes.ts'
import { openBytes, sealBytes } from './streaming.ts'

/**
 * A person's private keys as a line of text for a QR code and a `.mckey` file, sealed under twelve words:
 * `MCKEY1:` and in upper-case hexadecimal digits (a QR code's alphanumeric mode holds them densest)
 * wallet (20 bytes) ‖ log2 N of scrypt (1) ‖ salt (16) ‖ sealed (Tink's streaming AEAD, as everywhere).
 * Sealed: for each key, the present one first, its length in bytes (uint16 BE) ‖ its primes.
 */
const PREFIX = 'MCKEY1:'
const SALT = 16
const SHAPE = /^MCKEY1:(?:[0-9A-F]{2}){37,}$/
/** scrypt takes at most 256 MiB of whoever opens a kit that somebody else made. */
const MAX_LOG_N = 18

export type Kit = { readonly owner: Address; readonly keys: readonly KeyObject[] }

/** 128 random bits as twelve words of the BIP-39 English list; the last one carries a checksum. */
export const newKitWords = (): string => Mnemonic.entropyToPhrase(randomBytes(16))

/** @returns the kit's line */
export async function sealKit(
  { owner, keys }: Kit,
  words: string,
  cost: ScryptCost = SCRYPT,
): Promise<string> {
  const salt = Uint8Array.from(randomBytes(SALT))
  const key = await vaultKey(words, new Uint8Array(), salt, cost)
  const sealed = await sealBytes(key, context(owner), Buffer.concat(keys.flatMap(lengthAndPrimes)))
  const head = Buffer.concat([Buffer.from(owner.slice(2), 'hex'), Uint8Array.of(Math.log2(cost.N)), salt])
  return PREFIX + Buffer.concat([head, sealed]).toString('hex').toUpperCase()
}

/**
 * @param words as somebody typed them from paper
 * @throws Failure E_BACKUP_DAMAGED when the line is no kit, E_KIT_WORDS when the words can't be right,
 * E_PASSPHRASE_WRONG when they are another kit's
 */
export async function openKit(line: string, words: string): Promise<Kit> {
  const text = line.trim()
  const bytes = Buffer.from(text.slice(PREFIX.length), 'hex')
  const logN = bytes[20] ?? 0
  if (!SHAPE.test(text) || logN < 1 || logN > MAX_LOG_N) throw new Failure('E_BACKUP_DAMAGED')
  const owner = `0x${bytes.subarray(0, 20).toString('hex')}` as Address
  const salt = Uint8Array.from(bytes.subarray(21, 21 + SALT))
  const key = await vaultKey(tidied(words), new Uint8Array(), salt, { N: 2 ** logN, r: 8, p: 1 })
  const opened = await openBytes(key, context(owner), Uint8Array.from(bytes.subarray(21 + SALT))).catch(
    (cause) => {
      throw new Failure('E_PASSPHRASE_WRONG', {}, { cause })
    },
  )
  return { owner, keys: [...keysOf(opened)] }
}

export const isKit = (text: string): boolean => text.startsWith(PREFIX)

const context = (owner: Address): string => `medical-chain/1/recovery-kit/${owner}`

/** @throws Failure E_KIT_WORDS for a wrong number of words, one that is not in the list, or a mistyped one */
function tidied(words: string): string {
  const phrase = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(' ')
  const count = phrase.split(' ').length
  if (count !== 12 || !Mnemonic.isValidMnemonic(phrase)) throw new Failure('E_KIT_WORDS', { count })
  return phrase
}

function lengthAndPrimes(key: KeyObject): Uint8Array[] {
  const primes = primesOf(key)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(primes.length)
  return [length, primes]
}

function* keysOf(opened: Uint8Array): Iterable<KeyObject> {
  const bytes = Buffer.from(opened)
  for (let at = 0; at < bytes.length; ) {
    const start = at + 2
    at = start + bytes.readUInt16BE(at)
    yield keyOfPrimes(bytes.subarray(start, at))
  }
}
