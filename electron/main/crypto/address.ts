import { getAddress } from 'ethers'
import type { Address } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'

/** EIP-55 form. */
export const checksummed = (address: Address): string => getAddress(address)

/**
 * An address as somebody typed or scanned it. All in one case is accepted, since it carries no checksum.
 * @throws Failure E_ADDRESS_INVALID, E_ADDRESS_CHECKSUM
 */
export function parseAddress(text: string): Address {
  const trimmed = text.trim().replace(/^ethereum:/i, '')
  if (!/^0x[0-9a-f]{40}$/i.test(trimmed)) throw new Failure('E_ADDRESS_INVALID', { length: trimmed.length })
  try {
    return getAddress(trimmed).toLowerCase() as Address
  } catch (cause) {
    throw new Failure('E_ADDRESS_CHECKSUM', {}, { cause })
  }
}
