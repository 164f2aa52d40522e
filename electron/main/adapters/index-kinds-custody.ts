import { NO_END } from '../domain/right.ts'
import type { Kind } from './index-kinds.ts'
import { addressFrom, hex, number } from './index-words.ts'

/** Who acts for a patient without a key, from this line of their history on. */
export const CUSTODY_KINDS: readonly Kind[] = [
  {
    event: 'CustodianSet',
    kind: 'custodian-set',
    history: 'patient',
    actor: 2,
    fields: (data) => ({
      custodian: addressFrom(hex(data, 1)),
      until: number(data, 2),
      seed: hex(data, 3),
    }),
  },
  {
    event: 'HandedOver',
    kind: 'handed-over',
    history: 'patient',
    actor: 2,
    fields: (data) => ({ custodian: addressFrom(hex(data, 1)), until: NO_END }),
  },
]
