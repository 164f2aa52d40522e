import { z } from 'zod'
import type { ClosedFolders } from '../../main/domain/closed-folder.ts'
import { address, nothing } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** What a patient with a new key can't open, and how it comes back. */
export const recoveryCalls = {
  /** This patient's own. */
  'recovery.folders': call(nothing, shape<ClosedFolders>()),
  /** A reader gives a patient what they can open. */
  'recovery.giveBack': call(z.object({ patient: address }), shape<void>()),
  'recovery.takeBack': call(nothing, shape<string>()),
  /** Gives up what nobody can open, so that the folders can be used again. */
  'recovery.beginAnew': call(nothing, shape<string>()),
} as const
