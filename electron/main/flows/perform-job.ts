import type { Source } from '../ports/files.ts'
import { addRecord, cancelAdd } from './add-record.ts'
import { cancelGive, giveAccess } from './give-access.ts'
import type { AddState, GiveState, MoveState, RecoverState, RemoveState, Run } from './job.ts'
import type { Shown } from './live-job.ts'
import { moveRecord } from './move-record.ts'
import { cancelRekey } from './rekey-folders.ts'
import { removeAccess } from './remove-access.ts'
import { recoverFolders } from './take-back.ts'
import type { World } from './world.ts'

/** Each kind of work as its own flow tells it. @param source of a record that is added */
export function performJob(run: Run<Shown>, source: Source | null): Promise<void> {
  switch (run.state.kind) {
    case 'add':
      return addRecord(run as Run<AddState>, source)
    case 'give':
      return giveAccess(run as Run<GiveState>)
    case 'move':
      return moveRecord(run as Run<MoveState>)
    case 'remove':
      return removeAccess(run as Run<RemoveState>)
    default:
      return recoverFolders(run as Run<RecoverState>)
  }
}

/** Takes back what a job has left where no act points to it. */
export async function cancelJob(world: World, state: Shown): Promise<void> {
  if (state.kind === 'add') await cancelAdd(world, state)
  else if (state.kind === 'give') await cancelGive(world, state)
  else if (state.kind !== 'remove') await cancelRekey(world, state)
}
