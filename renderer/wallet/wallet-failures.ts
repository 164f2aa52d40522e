import { CallFailure } from '../lib/bridge.ts'
import { ProviderFailure } from './provider.ts'

/** Codes of this app beside those of EIP-1193 and WalletConnect; main knows them (`wallet-window.ts`). */
export const RELAY_SILENT = 9001
export const CANCELLED = 9002

const REJECTED = new Set([4001, 5000, 5001, 5002, 5003])
const NO_CHAIN = new Set([4901, 4902, 5100])
const EXPIRED = new Set([6, 8000])

/** Wallets and their SDK throw errors without a code, plain objects and strings; out comes one shape. */
export function walletFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error
  const given = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown
    message?: unknown
  }
  const message = String(given.message ?? error).slice(0, 2000)
  const code = Number.isInteger(given.code) ? (given.code as number) : -32603
  return new ProviderFailure(meaningOf(code, message), message)
}

/** Nobody answered within WalletConnect's own time. */
export const isExpired = (error: unknown): boolean => walletFailure(error).code === 8000

function meaningOf(code: number, message: string): number {
  if (REJECTED.has(code) || /reject|denied|declined/i.test(message)) return 4001
  if (EXPIRED.has(code) || /expired/i.test(message)) return 8000
  if (NO_CHAIN.has(code)) return 4901
  if (/no internet|failed to publish|socket|stalled|interrupted|connection/i.test(message))
    return RELAY_SILENT
  if (/no matching key|session topic|please call connect/i.test(message)) return 4900
  return code
}

const IN_WORDS: Readonly<Record<number, string>> = {
  4001: 'E_WALLET_REJECTED',
  4900: 'E_WALLET_DISCONNECTED',
  4901: 'E_WALLET_OTHER_CHAIN',
  8000: 'E_WALLET_NO_REPLY',
  [RELAY_SILENT]: 'E_WALLET_RELAY',
}

/** What a screen shows of a failure that never went through main. */
export function callFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error
  return new CallFailure(IN_WORDS[walletFailure(error).code] ?? 'E_WALLET_UNSUPPORTED', {})
}
