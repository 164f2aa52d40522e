import type { GivePreview } from '../../../electron/main/domain/right.ts'
import { GENERAL } from '../../lib/folder-name.ts'
import { type FolderChoice, keyOf } from '../../lib/folders.ts'

type Folders = { readonly open: readonly FolderChoice[]; readonly closed: readonly FolderChoice[] }

/** What can be given: every open folder, and one for each specialty of the reader's that there is none for yet. */
export const folderChoices = ({ open, closed }: Folders, specialties: readonly string[]): FolderChoice[] => [
  ...open,
  ...closed.filter(({ specialty }) => specialty !== null && specialties.includes(specialty)),
]

/** What is proposed: what they may read already, else what their specialties need, else the general folder. */
export function proposedKeys(
  choices: readonly FolderChoice[],
  { given, reader }: Pick<GivePreview, 'given' | 'reader'>,
): string[] {
  if (given.length > 0) return given.map(String)
  const own = choices.filter(({ specialty }) => specialty !== null && reader.specialties.includes(specialty))
  return own.length > 0 ? own.map(({ to }) => keyOf(to)) : [String(GENERAL)]
}

/** The chosen folders, and the ones with records that stay closed. */
export function partition(
  choices: readonly FolderChoice[],
  keys: readonly string[],
): { readonly given: FolderChoice[]; readonly left: FolderChoice[] } {
  const isGiven = ({ to }: FolderChoice): boolean => keys.includes(keyOf(to))
  return {
    given: choices.filter(isGiven),
    left: choices.filter((choice) => !isGiven(choice) && choice.records > 0),
  }
}
