import { z } from 'zod'
import {
  EMERGENCY_REASONS,
  type EmergencyView,
  PLAN_LIMITS,
  type PlanView,
  REASON_LENGTH,
  VERDICTS,
} from '../../main/domain/emergency.ts'
import { address, folder, nothing, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

const request = z.object({ patient: address, request: z.int().min(1) })

/** Plans for emergencies, the requests under them, and what people think of those afterwards. */
export const emergencyCalls = {
  /** This patient's own; null where there is none. */
  'emergency.plan': call(nothing, shape<PlanView | null>()),
  'emergency.setPlan': call(
    z.object({
      folders: z.array(folder).max(64),
      guardians: z.array(address).max(PLAN_LIMITS.guardians),
      threshold: z.int(),
      wait: z.int(),
      duration: z.int(),
    }),
    shape<void>(),
  ),
  'emergency.endPlan': call(nothing, shape<void>()),
  /** The card for a patient's wallet, where they choose to save it. */
  'emergency.saveCard': call(nothing, shape<{ readonly saved: boolean }>()),
  /** The plans that name this person as a guardian. */
  'emergency.guarded': call(nothing, shape<readonly PlanView[]>()),
  'emergency.accept': call(z.object({ patient: address }), shape<void>()),
  'emergency.resign': call(z.object({ patient: address }), shape<void>()),
  /** Asks this patient's guardians to practise. */
  'emergency.callDrill': call(nothing, shape<void>()),
  'emergency.answerDrill': call(z.object({ patient: address }), shape<void>()),
  'emergency.list': call(nothing, shape<readonly EmergencyView[]>()),
  'emergency.request': call(
    z.object({
      /** As somebody typed or scanned it. */
      patient: text,
      reason: z.enum(EMERGENCY_REASONS),
      text: z.string().max(REASON_LENGTH.most),
    }),
    shape<void>(),
  ),
  'emergency.approve': call(request, shape<void>()),
  'emergency.veto': call(request, shape<void>()),
  'emergency.open': call(request, shape<void>()),
  /** Takes the key in again, after an unlock for example. */
  'emergency.enter': call(request, shape<void>()),
  'emergency.extend': call(request, shape<void>()),
  'emergency.close': call(request, shape<void>()),
  'emergency.review': call(z.object({ request: z.int().min(1), verdict: z.enum(VERDICTS) }), shape<void>()),
} as const
