import type { KeyObject } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import type { Address, ContentKey, Fingerprint, Plaintext } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Recipient, SealedTo } from './blocks.ts'
import { fingerprintOf } from './fingerprint.ts'
import { importPublicKey, unwrap, wrap } from './oaep.ts'
import { openBytes, sealBytes } from './streaming.ts'

/** A person whose published key something is wrapped to. */
export type Addressee = { readonly address: Address; readonly spki: Uint8Array }
/** One's own private keys by fingerprint: after a rotation the old ones still open old wraps. */
export type OwnKeys = ReadonlyMap<Fingerprint, KeyObject>

export const newKey = (): ContentKey => Uint8Array.from(randomBytes(32)) as ContentKey

/** @param label the context for one recipient */
export const wrapTo = (to: Addressee, label: string, key: Uint8Array): Recipient => ({
  address: to.address,
  key: fingerprintOf(to.spki),
  wrapped: wrap(importPublicKey(to.spki), label, key),
})

/** Whether a list of recipients has an entry for this person under this key of theirs. */
export const isWrappedTo = (to: readonly Recipient[], address: Address, key: Fingerprint): boolean =>
  to.some((entry) => entry.address === address && entry.key === key)

/**
 * The key that a list of recipients holds for me.
 * @returns null when it is not addressed to me or to one of my keys
 * @throws Failure E_NOT_ADDRESSED when it claims to be mine and does not open
 */
export function unwrapMine(
  to: readonly Recipient[],
  me: Address,
  keys: OwnKeys,
  label: string,
): ContentKey | null {
  for (const entry of to) {
    const own = entry.address === me ? keys.get(entry.key) : undefined
    if (own !== undefined) return unwrap(own, label, entry.wrapped)
  }
  return null
}

/** Seals a small content to several people under a fresh key. */
export async function sealTo(
  people: readonly Addressee[],
  context: string,
  labelFor: (recipient: Address) => string,
  content: Uint8Array,
): Promise<SealedTo> {
  const key = newKey()
  const sealed = await sealBytes(key, context, content)
  return { v: 1, to: people.map((person) => wrapTo(person, labelFor(person.address), key)), sealed }
}

/** @throws Failure E_NOT_ADDRESSED when none of the wraps is for me */
export async function openSealedTo(
  block: Pick<SealedTo, 'to' | 'sealed'>,
  me: Address,
  keys: OwnKeys,
  context: string,
  label: string,
): Promise<Plaintext> {
  const key = unwrapMine(block.to, me, keys, label)
  if (key === null) throw new Failure('E_NOT_ADDRESSED', {})
  return openBytes(key, context, block.sealed)
}
