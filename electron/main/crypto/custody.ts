import { randomBytes } from 'node:crypto'
import { concat, dataSlice, hexlify, keccak256, toUtf8Bytes } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'

/** What the address of a patient without a key is the hash of: 32 random bytes. */
export const newSeed = (): Hex32 => hexlify(randomBytes(32)) as Hex32

/**
 * The address that nobody can have the key of: the last 20 bytes of keccak256("Medical-Chain custody" ‖ seed).
 * @see contracts/interfaces/ICustody.sol
 */
export const addressOfSeed = (seed: Hex32): Address =>
  dataSlice(keccak256(concat([toUtf8Bytes('Medical-Chain custody'), seed])), 12) as Address
