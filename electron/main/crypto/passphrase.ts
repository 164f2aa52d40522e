import { hkdfSync, type ScryptOptions, scrypt } from 'node:crypto'
import type { ContentKey } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'

/** scrypt (RFC 7914) cost: N = 2^17, r = 8, p = 1 takes 128 MiB and about half a second. */
export const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number }

export const MIN_PASSPHRASE = 10

/** @throws Failure E_PASSPHRASE_WEAK under ten characters or when one character makes up all of it */
export function assertStrong(passphrase: string): void {
  const text = passphrase.normalize('NFKC')
  if ([...text].length < MIN_PASSPHRASE || new Set(text).size < 4) {
    throw new Failure('E_PASSPHRASE_WEAK', { least: MIN_PASSPHRASE })
  }
}

/**
 * The key that a vault is sealed under: it takes both the OS keychain's secret and the passphrase.
 * @param secret 32 bytes from the keychain
 * @param salt 32 bytes from the vault file
 */
export async function vaultKey(
  passphrase: string,
  secret: Uint8Array,
  salt: Uint8Array,
  cost: ScryptCost = SCRYPT,
): Promise<ContentKey> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
  const stretched = await new Promise<Uint8Array>((done, failed) =>
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? failed(error) : done(key),
    ),
  )
  const material = Buffer.concat([secret, stretched])
  const key = new Uint8Array(hkdfSync('sha256', material, salt, 'medical-chain/1/vault', 32))
  material.fill(0)
  stretched.fill(0)
  return key as ContentKey
}
