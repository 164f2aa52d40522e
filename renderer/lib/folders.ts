import { useTranslation } from 'react-i18next'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { Destination, FolderView } from '../../electron/main/domain/folder.ts'
import type { SpecialtyCode } from '../../electron/main/domain/specialty.ts'
import { useCall } from './calls.ts'
import { folderName, GENERAL } from './folder-name.ts'
import { useNames } from './names.ts'

/** The specialty that the general folder stands for as well. */
const GENERAL_PRACTICE: SpecialtyCode = '394814009'

/** A folder that something can go into or be given, open or not yet. */
export type FolderChoice = {
  readonly label: string
  readonly to: Destination
  readonly specialty: SpecialtyCode | null
  /** How many records are in it. */
  readonly records: number
}

export const keyOf = (to: Destination): string => ('folder' in to ? String(to.folder) : to.specialty)

/** What a patient's folders are called, by everybody who can open them. */
export function useFolders(patient: Address) {
  const { t } = useTranslation('common')
  const names = useNames()
  const { data: folders, error: failure } = useCall('folders.list', { patient })
  const called = (view: Pick<FolderView, 'folder' | 'specialty'>): string =>
    folderName(view, (key, fill) => t(key as 'folders.1', fill ?? {}))
  const open: readonly FolderChoice[] = (folders ?? []).map((view) => ({
    label: called(view),
    to: { folder: view.folder },
    specialty: view.folder === GENERAL ? GENERAL_PRACTICE : view.specialty,
    records: view.records,
  }))
  const all = Object.keys(t('specialties', { returnObjects: true })) as SpecialtyCode[]
  return {
    loaded: folders !== undefined,
    failure,
    open,
    /** The specialties that there is no folder for yet. */
    closed: all
      .filter((code) => !open.some(({ specialty }) => specialty === code))
      .map(
        (code): FolderChoice => ({
          label: names.specialty(code),
          to: { specialty: code },
          specialty: code,
          records: 0,
        }),
      )
      .sort((a, b) => a.label.localeCompare(b.label)),
    nameOf: (folder: number): string =>
      called(folders?.find((view) => view.folder === folder) ?? { folder, specialty: null }),
  }
}
