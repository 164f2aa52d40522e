import type { recoveryCalls } from '../../ipc/calls/recovery.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { closedFolders } from '../flows/closed-folders.ts'
import { giveBack } from '../flows/give-back.ts'
import type { Parts } from './parts.ts'

export const recoveryHandlers = ({ session }: Parts): Handlers<typeof recoveryCalls> => ({
  'recovery.folders': () => closedFolders(session.world),
  'recovery.giveBack': ({ patient }) => giveBack(session.world, patient),
  'recovery.takeBack': () => session.jobs.takeBack(),
  'recovery.beginAnew': () => session.jobs.beginAnew(),
})
