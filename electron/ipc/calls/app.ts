import { z } from 'zod'
import type { ClinicOffer } from '../../main/domain/clinic-file.ts'
import type { DemoPerson, NetworkStatus } from '../../main/domain/network.ts'
import type { About } from '../contract.ts'
import { address, nothing, type Settings, settingsSchema, text } from '../inputs.ts'
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
  /** The same for a network file's code, as a picture or a message brought it. */
  'clinic.readCode': call(z.object({ line: z.string().max(4096) }), shape<ClinicOffer>()),
  /** The same for a node and a contract, where there is no file. */
  'clinic.describe': call(
    z.object({ name: text.min(1).max(60), rpc: z.url({ protocol: /^https?$/ }).max(200), contract: address }),
    shape<ClinicOffer>(),
  ),
  /** Makes the file that was offered last this computer's. */
  'clinic.use': call(nothing, shape<void>()),
  /** An admin's wallet vouches for this computer's network file, which is then saved for others. */
  'clinic.save': call(nothing, shape<{ saved: boolean }>()),
  /** The same file as a code to show; null where it is too long for one. */
  'clinic.show': call(nothing, shape<{ code: string | null }>()),
} as const
