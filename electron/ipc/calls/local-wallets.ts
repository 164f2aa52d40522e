import { z } from 'zod'
import type { LocalWallet } from '../../main/domain/local-wallet.ts'
import { address, nothing, passphrase } from '../inputs.ts'
import { call, shape } from '../kit.ts'

const name = z.string().trim().min(1).max(60)

/**
 * Wallets whose keys lie on this computer. Neither a key nor its file comes back, and what one signs is agreed to in
 * main's own window.
 */
export const localWalletCalls = {
  'wallets.list': call(nothing, shape<readonly LocalWallet[]>()),
  'wallets.make': call(z.object({ name, passphrase }), shape<LocalWallet>()),
  /** Main opens the keystore file itself. */
  'wallets.import': call(z.object({ name, filePassphrase: passphrase, passphrase }), shape<LocalWallet>()),
  /** Saves the keystore file, once main's window has had the passphrase. */
  'wallets.save': call(z.object({ account: address }), shape<{ saved: boolean }>()),
  'wallets.later': call(z.object({ account: address }), shape<void>()),
  /** Asks in main's window. */
  'wallets.remove': call(z.object({ account: address }), shape<void>()),
  /** Makes it this window's wallet; null gives it up. */
  'wallets.use': call(z.object({ account: address.nullable() }), shape<void>()),
} as const
