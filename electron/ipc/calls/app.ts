import type { ClinicOffer } from '../../main/domain/clinic-file.ts'
import type { DemoPerson, NetworkStatus } from '../../main/domain/network.ts'
import type { About } from '../contract.ts'
import { nothing, type Settings, settingsSchema } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** The app itself, its settings, and the clinic that this computer belongs to. */
export const appCalls = {
  'app.about': call(nothing, shape<About>()),
  'settings.read': call(nothing, shape<Settings>()),
  'settings.write': call(settingsSchema.partial(), shape<Settings>()),
  'network.status': call(nothing, shape<NetworkStatus>()),
  'demo.people': call(nothing, shape<{ phrase: string; people: readonly DemoPerson[] } | null>()),
  'demo.reset': call(nothing, shape<void>()),

  /** Opens main's file dialog, and tries what the chosen network file names. */
  'clinic.choose': call(nothing, shape<ClinicOffer>()),
  /** Makes the file that was chosen last this computer's. */
  'clinic.use': call(nothing, shape<void>()),
  /** An admin's wallet vouches for this computer's network file, which is then saved for others. */
  'clinic.save': call(nothing, shape<{ saved: boolean }>()),
} as const
