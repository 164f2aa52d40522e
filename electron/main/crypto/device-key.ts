import { randomBytes } from 'node:crypto'
import { computeAddress, SigningKey } from 'ethers'
import type { Act } from '../domain/acts.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Deployment } from './context.ts'
import { hashOf } from './typed-data.ts'

/** A secp256k1 key that nobody has had before. */
export const newSigningKey = (): SigningKey => new SigningKey(randomBytes(32))

/** The account of a secp256k1 key. */
export const addressOf = (key: SigningKey): Address => computeAddress(key).toLowerCase() as Address

/** 65 bytes r ‖ s ‖ v over the act's EIP-712 hash. */
export const signAct = (key: SigningKey, deployment: Deployment, act: Act): Hex32 =>
  key.sign(hashOf(deployment, act)).serialized as Hex32
