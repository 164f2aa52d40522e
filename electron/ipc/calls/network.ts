import { z } from 'zod'
import type { Address } from '../../main/domain/bytes.ts'
import type { CopiesChecked, Storage } from '../../main/domain/store.ts'
import type { PayerView, TransactionView } from '../../main/domain/transaction.ts'
import { amount, nothing, privateKey, storeSecret } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** Where records are kept, and who pays for what goes on the chain. */
export const networkCalls = {
  'stores.read': call(nothing, shape<Storage & { readonly last: CopiesChecked | null }>()),
  /** What a store asks for before it lets anybody write; null takes it away. It never comes back. */
  'stores.setKey': call(
    z.object({
      name: z.string().min(1).max(60),
      key: storeSecret.nullable(),
    }),
    shape<void>(),
  ),
  'stores.check': call(nothing, shape<CopiesChecked>()),
  /** Frees what nothing here needs any more. */
  'stores.clean': call(nothing, shape<void>()),

  'payer.read': call(nothing, shape<PayerView>()),
  /** An account for the clinic's network file to name. Its key never leaves this computer. */
  'payer.makeAccount': call(nothing, shape<{ account: Address }>()),
  /** The key of the account that the network file names; null takes it away. It never comes back. */
  'payer.setKey': call(z.object({ key: privateKey.nullable() }), shape<void>()),
  'payer.setLimit': call(z.object({ limit: amount }), shape<void>()),
  'transactions.list': call(nothing, shape<readonly TransactionView[]>()),
  'transactions.speedUp': call(z.object({ id: z.int() }), shape<void>()),
  'transactions.cancel': call(z.object({ id: z.int() }), shape<void>()),
} as const
