import { scrypt } from 'node:crypto'
import {
  decryptKeystoreJson,
  encryptKeystoreJson,
  isKeystoreJson,
  pbkdf2,
  SigningKey,
  scrypt as scryptOfEthers,
} from 'ethers'
import { Failure } from '../domain/failure.ts'
import { addressOf } from './device-key.ts'
import { SCRYPT, type ScryptCost } from './passphrase.ts'

/**
 * Web3 Secret Storage, version 3: the file in which Ethereum wallets keep one key under a passphrase. New ones use
 * scrypt; those of others may use PBKDF2.
 * @see https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage
 */

/** What a strange file may make us do at most: 512 MiB of memory (geth's own files take 256), about ten seconds. */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_WORK = 2 ** 23
const MOST_ROUNDS = 10_000_000

const tooDear = (): Failure => new Failure('E_KEYSTORE_DAMAGED', { why: 'cost' })

// ethers' own scrypt is JavaScript and takes several times as long; neither of its two knows a limit.
scryptOfEthers.register(async (passphrase, salt, N, r, p, length) => {
  const maxmem = 128 * r * (N + p + 2)
  if (maxmem > MOST_BYTES || N * r * p > MOST_WORK) throw tooDear()
  return new Promise((done, failed) =>
    scrypt(passphrase, salt, length, { N, r, p, maxmem }, (error, key) =>
      error ? failed(error) : done(Uint8Array.from(key)),
    ),
  )
})
pbkdf2.register((passphrase, salt, rounds, length, algorithm) => {
  if (rounds > MOST_ROUNDS) throw tooDear()
  return pbkdf2._(passphrase, salt, rounds, length, algorithm)
})

/**
 * @throws Failure E_KEYSTORE_DAMAGED when it is no such file, E_PASSPHRASE_WRONG. A ciphertext that was changed
 * looks like a wrong passphrase: the format knows no difference.
 */
export async function openKeystore(text: string, passphrase: string): Promise<SigningKey> {
  if (!isKeystoreJson(text)) throw new Failure('E_KEYSTORE_DAMAGED')
  try {
    const { privateKey } = await decryptKeystoreJson(text, passphrase)
    return new SigningKey(privateKey)
  } catch (error) {
    if (error instanceof Failure) throw error
    const { code, argument } = error as { code?: string; argument?: string }
    // What ethers says could carry a part of the file into a log.
    throw new Failure(
      code === 'INVALID_ARGUMENT' && argument === 'password' ? 'E_PASSPHRASE_WRONG' : 'E_KEYSTORE_DAMAGED',
    )
  }
}

export const sealKeystore = (
  key: SigningKey,
  passphrase: string,
  { N, r, p }: ScryptCost = SCRYPT,
): Promise<string> =>
  encryptKeystoreJson({ address: addressOf(key), privateKey: key.privateKey }, passphrase, {
    scrypt: { N, r, p },
  })
