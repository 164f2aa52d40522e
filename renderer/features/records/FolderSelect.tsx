import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../electron/main/domain/folder.ts'
import { type FolderChoice, keyOf } from '../../lib/folders.ts'
import type { FolderChoices } from './use-add-records.ts'

type Props = {
  readonly label: string
  readonly choices: FolderChoices
  readonly value: Destination | null
  readonly onChange: (to: Destination) => void
}

/** Which folder a record goes into. Whoever may read that folder reads the record. */
export function FolderSelect({ label, choices, value, onChange }: Props) {
  const { t } = useTranslation('screens')
  const all = [...choices.open, ...choices.closed]
  const chosen = value ?? choices.open[0]?.to
  const items = (list: readonly FolderChoice[]) =>
    list.map((choice) => ({ value: keyOf(choice.to), label: choice.label }))
  return (
    <Select
      aria-label={label}
      size="sm"
      value={chosen === undefined ? null : keyOf(chosen)}
      onChange={(key) => {
        const choice = all.find(({ to }) => keyOf(to) === key)
        if (choice !== undefined) onChange(choice.to)
      }}
      data={
        choices.closed.length === 0
          ? items(choices.open)
          : [
              { group: t('add.openFolders'), items: items(choices.open) },
              { group: t('add.newFolders'), items: items(choices.closed) },
            ]
      }
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('add.noFolder')}
    />
  )
}
