import { describe, expect, it } from 'vitest'
import { CallFailure } from '../../renderer/lib/bridge.ts'
import { callFailure, walletFailure } from '../../renderer/wallet/wallet-failures.ts'

/** As WalletConnect's SDK 2.25 and wallets really throw them. */
const THROWN: readonly [string, unknown, number, string][] = [
  ['an error without a code', new Error('User rejected.'), 4001, 'E_WALLET_REJECTED'],
  ['WalletConnect’s no', { code: 5000, message: 'nope' }, 4001, 'E_WALLET_REJECTED'],
  ['EIP-1193’s no', { code: 4001, message: 'x' }, 4001, 'E_WALLET_REJECTED'],
  ['a no to the methods', { code: 5002, message: 'x' }, 4001, 'E_WALLET_REJECTED'],
  ['a request that ran out', { code: 6, message: 'Request expired.' }, 8000, 'E_WALLET_NO_REPLY'],
  ['a code that ran out', new Error('Proposal expired'), 8000, 'E_WALLET_NO_REPLY'],
  ['a chain that is not known', { code: 4902, message: 'Unrecognized chain' }, 4901, 'E_WALLET_OTHER_CHAIN'],
  [
    'no line to the relay',
    new Error('Failed to publish custom payload, please try again. id:1 tag:undefined'),
    9001,
    'E_WALLET_RELAY',
  ],
  ['no internet', new Error('No internet connection detected. Please restart'), 9001, 'E_WALLET_RELAY'],
  [
    'a session that is gone',
    new Error("No matching key. session topic doesn't exist: 12"),
    4900,
    'E_WALLET_DISCONNECTED',
  ],
  ['a text', 'something', -32603, 'E_WALLET_UNSUPPORTED'],
  ['nothing', undefined, -32603, 'E_WALLET_UNSUPPORTED'],
]

describe('what a phone wallet throws', () => {
  it.each(THROWN)('has one shape: %s', (_, thrown, code, shown) => {
    expect(walletFailure(thrown)).toMatchObject({ code })
    expect(callFailure(thrown)).toMatchObject({ code: shown })
  })

  it('keeps what main has said already', () => {
    const told = new CallFailure('E_BACKEND_UNSAFE', {})
    expect(callFailure(told)).toBe(told)
  })
})
