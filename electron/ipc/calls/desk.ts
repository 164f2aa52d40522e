import { z } from 'zod'
import type { Address } from '../../main/domain/bytes.ts'
import type { Arrival, VisitState } from '../../main/domain/desk.ts'
import type { Role } from '../../main/domain/person.ts'
import { address, nothing, shown, signature, topic } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** The front desk: whose phone has come, what its person sees, and their visit at this computer. */
export const deskCalls = {
  /** What a person's phone is to sign, so that nobody types its address. */
  'desk.arrive': call(z.object({ account: address, topic }), shape<Arrival>()),
  'desk.prove': call(z.object({ signature }), shape<{ address: Address; registered: readonly Role[] }>()),
  /** What the person's own window shows; null closes it. */
  'desk.show': call(shown.nullable(), shape<void>()),

  'visit.state': call(nothing, shape<VisitState | null>()),
  /** The person whose address was proven just now goes on at this computer, in place of whoever is in. */
  'visit.begin': call(z.object({ account: address }), shape<VisitState | null>()),
  /** Something was copied here, which the end of the visit takes from the clipboard. */
  'visit.copied': call(z.object({ text: z.string().max(100_000) }), shape<void>()),
  'visit.end': call(z.object({ withoutBackup: z.boolean() }), shape<VisitState | null>()),
  'visit.close': call(nothing, shape<void>()),
} as const
