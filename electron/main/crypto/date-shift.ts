import { hkdfSync, type KeyObject } from 'node:crypto'
import type { Address } from '../domain/bytes.ts'
import type { Deployment } from './context.ts'
import { pkcs8Of } from './key-pair.ts'

/** The most days by which a date moves: half a year, so that the season is lost. */
const MOST = 182

/**
 * By how many days the dates of one patient move in every copy for research: from −182 to 182, never 0. Whoever lacks the
 * private key can't tell (HKDF-SHA-256, RFC 5869); 8 bytes leave no day likelier than another to speak of.
 * @param key the first key that the patient had, which restores bring along and rotations keep
 */
export function dateShift(key: KeyObject, { chainId, contract }: Deployment, patient: Address): number {
  const info = `medical-chain/1/date-shift/${chainId}/${contract}/${patient}`
  const bytes = Buffer.from(hkdfSync('sha256', pkcs8Of(key), new Uint8Array(), info, 8))
  const days = Number(bytes.readBigUInt64BE() % BigInt(2 * MOST)) - MOST
  return days < 0 ? days : days + 1
}
