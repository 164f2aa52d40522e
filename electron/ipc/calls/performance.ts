import { z } from 'zod'
import type { Resistance } from '../../main/domain/attack.ts'
import { type MeasureState, TOP_RATES } from '../../main/domain/measurement.ts'
import {
  type ActTimes,
  type FiguresPort,
  type NetworkReading,
  type Performance,
  SPANS,
  TIMED_ACTS,
} from '../../main/domain/performance.ts'
import { nothing } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** How long acts take here, and what the network is like: all of it for admins alone, unless said otherwise. */
export const performanceCalls = {
  'performance.acts': call(
    z.object({ span: z.enum(SPANS), act: z.enum(TIMED_ACTS).nullable() }),
    shape<Performance>(),
  ),
  /** For everybody: how long things take here. */
  'performance.short': call(nothing, shape<readonly ActTimes[]>()),
  'performance.network': call(nothing, shape<{ reading: NetworkReading; resistance: Resistance }>()),
  /** Where programs of this computer read figures. */
  'performance.port': call(nothing, shape<FiguresPort>()),
  'performance.saveCsv': call(nothing, shape<{ saved: boolean }>()),
  /** How much the network takes, measured when somebody asks for it. */
  'performance.measurement': call(nothing, shape<MeasureState>()),
  'performance.measure': call(z.object({ top: z.literal(TOP_RATES), confirmed: z.boolean() }), shape<void>()),
  'performance.stopMeasuring': call(nothing, shape<void>()),
  /** A report as PDF, and the same figures as CSV beside it. */
  'performance.saveMeasurement': call(nothing, shape<{ saved: boolean }>()),
} as const
