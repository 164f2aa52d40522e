import { Failure } from '../domain/failure.ts'
import type { Destination } from '../domain/folder.ts'
import type { MoveState, Run } from './job.ts'
import { meaningOf } from './list-folders.ts'
import { findRecord } from './open-record.ts'
import { openSpecialties } from './open-specialties.ts'
import { folderOf } from './record-place.ts'
import { rekeyFolders } from './rekey-folders.ts'

type MoveRun = Run<MoveState>

/**
 * Moves a record into another folder: whoever reads that one reads it from now on, and nobody else. Both folders get new
 * keys, the record a new card; its digest, author and signature stay what they were.
 */
export async function moveRecord(run: MoveRun): Promise<void> {
  if (!run.state.confirmed) await confirm(run)
  if (run.state.target === null) await openTarget(run)
  if (run.state.folders.length === 0) await chooseFolders(run)
  if (!run.state.rekeyed) await rekeyFolders(run)
}

async function confirm({ world, state, save, progress }: MoveRun): Promise<void> {
  progress('confirming', 0, 1)
  await world.confirm.ask({
    act: 'move',
    name: state.title,
    address: world.me,
    facts: { folders: (await meaningOf(world, world.me, destinationOf(state))) ?? 'general' },
  })
  await save({ confirmed: true })
}

const destinationOf = ({ target, specialty }: MoveState): Destination =>
  target === null ? { specialty: specialty! } : { folder: target }

async function openTarget({ world, state, save, progress }: MoveRun): Promise<void> {
  progress('signing', 0, 1)
  const [target] = await openSpecialties(world, [state.specialty!])
  await save({ target: target! })
}

async function chooseFolders({ world, state, save }: MoveRun): Promise<void> {
  const { folder } = await folderOf(world, await findRecord(world, world.me, state.record))
  if (folder === state.target) throw new Failure('E_INPUT', { field: 'folder' })
  await save({ folders: [folder, state.target!].sort((a, b) => a - b) })
}
