import { z } from 'zod'
import type { PhoneNetwork } from '../../main/domain/network.ts'
import { address, nothing, storeKey, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** The window's wallet. */
export const walletCalls = {
  /** The window's wallet says which account and chain it has; main believes neither. */
  'wallet.connected': call(
    z.object({ account: address, chainId: z.int(), name: text }).nullable(),
    shape<void>(),
  ),
  'wallet.answer': call(
    z.object({
      id: z.string().max(64),
      result: z.unknown().optional(),
      error: z.object({ code: z.int(), message: z.string().max(2000) }).optional(),
    }),
    shape<void>(),
  ),
  /** Null where the clinic's network has no phone wallets. */
  'wallet.phones': call(nothing, shape<PhoneNetwork | null>()),
  'wallet.store.getKeys': call(nothing, shape<readonly string[]>()),
  'wallet.store.getItem': call(z.object({ key: storeKey }), shape<string | null>()),
  'wallet.store.setItem': call(z.object({ key: storeKey, value: z.string().max(512 * 1024) }), shape<void>()),
  'wallet.store.removeItem': call(z.object({ key: storeKey }), shape<void>()),
  /** A read that the window's wallet passes on to the network's node, never a signature. */
  'wallet.read': call(
    z.object({
      method: z.enum([
        'eth_call',
        'eth_estimateGas',
        'eth_getTransactionCount',
        'eth_gasPrice',
        'eth_feeHistory',
        'eth_getBlockByNumber',
        'eth_maxPriorityFeePerGas',
        'eth_sendRawTransaction',
        'eth_chainId',
        'eth_blockNumber',
        'eth_getTransactionReceipt',
        'eth_getTransactionByHash',
        'eth_getBalance',
      ]),
      params: z.array(z.unknown()).max(4),
    }),
    shape<unknown>(),
  ),
} as const
