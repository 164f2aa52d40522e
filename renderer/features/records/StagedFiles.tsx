import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconSignature, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBytes } from '../../lib/format.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './AddRecords.module.css'
import { FolderSelect } from './FolderSelect.tsx'
import { KIND_ICONS, recordKind } from './record-kind.ts'
import { Suggestion } from './Suggestion.tsx'
import type { FolderChoices, Staged, useAddRecords } from './use-add-records.ts'

/** Files that have been chosen: each gets its title, a refused one says why. */
export function StagedFiles({ adding }: { readonly adding: ReturnType<typeof useAddRecords> }) {
  const { t } = useTranslation('screens')
  return (
    <div className={css.staged}>
      <ul aria-label={t('add.staged')} style={{ display: 'grid', gap: 8 }}>
        {adding.staged.map((file) => (
          <FileRow
            key={file.token}
            file={file}
            choices={adding.choices}
            onChange={(changed) => adding.change(file.token, changed)}
            onLeave={() => adding.leave(file.token)}
          />
        ))}
      </ul>
      {adding.accepted.length > 0 && (
        <div className={css.actions}>
          <span className="tiny dim">{t('add.sealed')}</span>
          <Button
            onClick={adding.confirm}
            disabled={!adding.ready}
            loading={adding.adding}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('add.confirm', { count: adding.accepted.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

type RowProps = {
  readonly file: Staged
  readonly choices: FolderChoices
  readonly onChange: (changed: Partial<Pick<Staged, 'title' | 'to'>>) => void
  readonly onLeave: () => void
}

function FileRow({ file, choices, onChange, onLeave }: RowProps) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const Shown = KIND_ICONS[recordKind(file.mediaType)]
  return (
    <li className={css.file}>
      <Shown size={18} stroke={1.5} aria-hidden="true" />
      {file.refused === null ? (
        <>
          <TextInput
            aria-label={t('add.title', { name: file.name })}
            value={file.title}
            maxLength={200}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          <FolderSelect
            label={t('add.folder', { name: file.name })}
            choices={choices}
            value={file.to}
            onChange={(to) => onChange({ to })}
          />
          <span className={css.facts} title={file.name}>
            {formatBytes(file.byteLength)} · {file.name}
          </span>
        </>
      ) : (
        <div className={css.refused}>
          <FailureLine words={words(file.refused)} />
        </div>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('add.leave', { name: file.name })}
        onClick={onLeave}
      >
        <IconX size={16} stroke={1.8} aria-hidden="true" />
      </ActionIcon>
      {file.refused === null && <Suggestion file={file} choices={choices} onUse={(to) => onChange({ to })} />}
    </li>
  )
}
