import type { Act } from '../domain/acts.ts'
import type { Hex32 } from '../domain/bytes.ts'
import type { World } from './world.ts'

export type Carrying = { readonly act: Act; readonly signature: Hex32 }

/** The same world, which tells of each act on its way to the chain: screens show what becomes of its transaction. */
export const tellingOfActs = (world: World, tell: (carrying: Carrying) => void): World => ({
  ...world,
  ledger: {
    ...world.ledger,
    carry: (act, signature) => {
      tell({ act, signature })
      return world.ledger.carry(act, signature)
    },
  },
})
