import { addressOfSeed } from '../crypto/custody.ts'
import type { Address, Hex32 } from '../domain/bytes.ts'
import { isHandedOver } from '../domain/custody.ts'
import type { ChainEvent } from '../ports/ledger.ts'
import type { Outside } from './world.ts'

/** Where something stands on the chain, and when that was. */
type Moment = Pick<ChainEvent, 'block' | 'place' | 'at'>

/** From an event on, until the next one: who acts for a patient. */
type Period = Moment & { readonly custodian: Address; readonly until: number }

export type Custodies = {
  /** Whose signature counted as the account's at that moment, beside its own; null where nobody's did. */
  readonly signerOf: (account: Address, moment: Moment) => Address | null
  /** The same where that was not the patient's own wallet. */
  readonly standInOf: (account: Address, moment: Moment) => Address | null
}

/**
 * Who has acted for whom, and when, as the index tells. It counts for accounts alone whose address is the hash of the seed
 * in their first event: a node that lies can't name a custodian of anybody who has a key.
 */
export function custodies({ index }: Pick<Outside, 'index'>): Custodies {
  const periods = new Map<Address, Period[]>()
  for (const { patient, fields, block, place, at } of index.events({
    kinds: ['custodian-set', 'handed-over'],
  })) {
    const { custodian, until, seed } = fields as { custodian: Address; until: number; seed?: Hex32 }
    const before = periods.get(patient!) ?? []
    if (before.length === 0 && (seed === undefined || addressOfSeed(seed) !== patient)) continue
    periods.set(patient!, [...before, { block, place, at, custodian, until }])
  }

  const periodOf = (account: Address, moment: Moment): Period | null => {
    const period = periods.get(account)?.findLast((each) => isBefore(each, moment))
    return period !== undefined && moment.at < period.until ? period : null
  }

  return {
    signerOf: (account, moment) => periodOf(account, moment)?.custodian ?? null,
    standInOf: (account, moment) => {
      const period = periodOf(account, moment)
      return period === null || isHandedOver(period) ? null : period.custodian
    },
  }
}

const isBefore = (one: Moment, other: Moment): boolean =>
  one.block < other.block || (one.block === other.block && one.place < other.place)
