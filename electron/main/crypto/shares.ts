import { combine, split } from 'shamir-secret-sharing'
import type { ContentKey } from '../domain/bytes.ts'

/**
 * Shamir's secret sharing over GF(2^8), by Privy's library (audited by Cure53 and Zellic). A share is the key's bytes and
 * one more, its place. The library joins a false share into a wrong key and says nothing: `emergency-kit.ts` checks each
 * share's hash first.
 * @see https://doi.org/10.1145/359168.359176
 */
export const SHARE_BYTES = 33

/** @param threshold how many of the shares are needed, 2 at least */
export const splitKey = (key: ContentKey, shares: number, threshold: number): Promise<Uint8Array[]> =>
  split(Uint8Array.from(key), shares, threshold)

export const joinKey = async (shares: readonly Uint8Array[]): Promise<ContentKey> =>
  (await combine(shares.map((share) => Uint8Array.from(share)))) as ContentKey
