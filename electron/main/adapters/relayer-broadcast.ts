import type { JsonRpcProvider } from 'ethers'
import { Failure } from '../domain/failure.ts'
import { ledgerFailure } from './ledger-errors.ts'

const KNOWN = /already known|already imported|already exists|known transaction/i
/** The number is used, or another transaction with it pays more: what became of ours is seen by looking. */
const CROSSED = /NONCE_EXPIRED|REPLACEMENT_UNDERPRICED|nonce too low|underpriced/i

/**
 * Hands raw bytes to the node; the same bytes any number of times are one transaction.
 * @returns whether the node has it now; false when its number was taken by another one
 * @throws Failure E_CHAIN_UNREACHABLE when it may or may not have arrived, and what the node refused it for
 */
export async function broadcast(provider: JsonRpcProvider, raw: string): Promise<boolean> {
  try {
    await provider.send('eth_sendRawTransaction', [raw])
    return true
  } catch (error) {
    const text = wordsOf(error)
    if (KNOWN.test(text)) return true
    if (CROSSED.test(text)) return false
    const failure = ledgerFailure(error)
    throw failure.code === 'E_WALLET_NO_FUNDS' ? new Failure('E_RELAYER_NO_FUNDS') : failure
  }
}

function wordsOf(error: unknown): string {
  const {
    code,
    message,
    error: cause,
  } = error as {
    code?: string
    message?: string
    error?: { message?: string }
  }
  return [code, message, cause?.message].join(' ')
}
