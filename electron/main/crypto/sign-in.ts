import { randomBytes } from 'node:crypto'
import { hashMessage, verifyMessage } from 'ethers'
import type { Address, Hex32 } from '../domain/bytes.ts'
import type { Deployment } from './context.ts'

/**
 * A sign-in message (EIP-4361). It proves to this computer who holds the wallet, and gives nobody anything.
 * @param checksummed the account in EIP-55 form, as the standard wants it
 */
export const signInMessage = (deployment: Deployment, checksummed: string, now: Date): string =>
  messageSaying('Signing in gives nobody access to your records.', deployment, checksummed, now)

/**
 * The same for somebody whose wallet is not this window's: it proves their address to the front desk.
 * @param words as both screens show them; here the phone shows them too
 */
export const arrivalMessage = (
  deployment: Deployment,
  checksummed: string,
  words: readonly string[],
  now: Date,
): string =>
  messageSaying(
    `The screen in front of me shows: ${words.join(' ')}. This wallet is mine. This gives nobody access to my records.`,
    deployment,
    checksummed,
    now,
  )

function messageSaying(statement: string, deployment: Deployment, checksummed: string, now: Date): string {
  return [
    'medical-chain wants you to sign in with your Ethereum account:',
    checksummed,
    '',
    statement,
    '',
    `URI: medical-chain://sign-in/${deployment.contract}`,
    'Version: 1',
    `Chain ID: ${deployment.chainId}`,
    `Nonce: ${randomBytes(12).toString('hex')}`,
    `Issued At: ${now.toISOString()}`,
    `Expiration Time: ${new Date(now.getTime() + 10 * 60_000).toISOString()}`,
  ].join('\n')
}

/** The 32 bytes that are signed (EIP-191). */
export const messageHash = (message: string): Hex32 => hashMessage(message) as Hex32

/** The account that signed a plain message (EIP-191), or null when the bytes are no signature. */
export function recoverMessageSigner(message: string, signature: string): Address | null {
  try {
    return verifyMessage(message, signature).toLowerCase() as Address
  } catch {
    return null
  }
}
