import type { Address } from '../domain/bytes.ts'
import type { Destination } from '../domain/folder.ts'
import { type DraftState, keep, kept } from './job.ts'
import { seconds, type World } from './world.ts'

/** A file that is chosen and not yet added: where it lies, what it shall be called and where it shall go. */
export type Draft = { readonly path: string; readonly title: string; readonly to: Destination | null }

type Kept = Pick<World, 'journal' | 'vault'>
const idOf = (patient: Address): string => `draft-${patient}`

/** Writes down what is chosen for a patient, in place of what was before. Sealed like all work that waits. */
export async function keepDrafts(
  world: Kept & Pick<World, 'now'>,
  patient: Address,
  files: readonly Draft[],
): Promise<void> {
  const id = idOf(patient)
  if (files.length === 0) return world.journal.drop(id)
  const state: DraftState = {
    kind: 'draft',
    id,
    startedAt: seconds(world),
    finishedAt: null,
    transaction: null,
    patient,
    files: [...files],
  }
  await keep(world, state)
}

export async function keptDrafts(world: Kept, patient: Address): Promise<readonly Draft[]> {
  const found = (await kept(world)).find(({ id }) => id === idOf(patient))
  return found?.kind === 'draft' ? found.files : []
}
