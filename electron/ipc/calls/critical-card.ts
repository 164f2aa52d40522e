import { z } from 'zod'
import {
  BLOOD_GROUPS,
  CRITICAL_TEXT,
  type CriticalView,
  type OwnCriticalCard,
} from '../../main/domain/critical-card.ts'
import { nothing, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** A patient's critical card, and a doctor's look at one. */
export const criticalCardCalls = {
  /** This patient's own; null while it is off. */
  'critical.own': call(nothing, shape<OwnCriticalCard | null>()),
  'critical.set': call(
    z.object({
      bloodGroup: z.enum(BLOOD_GROUPS).nullable(),
      allergies: z.string().max(CRITICAL_TEXT),
      medication: z.string().max(CRITICAL_TEXT),
    }),
    shape<void>(),
  ),
  'critical.renew': call(nothing, shape<void>()),
  'critical.remove': call(nothing, shape<void>()),
  /** Written down before it is answered. @param patient as somebody typed or scanned it */
  'critical.view': call(z.object({ patient: text }), shape<CriticalView>()),
} as const
