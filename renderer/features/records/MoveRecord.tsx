import { Button, Modal } from '@mantine/core'
import { IconFolderSymlink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../electron/main/domain/folder.ts'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { keyOf } from '../../lib/folders.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './AddRecords.module.css'
import { FolderSelect } from './FolderSelect.tsx'
import type { FolderChoices } from './use-add-records.ts'

type Props = {
  readonly record: Pick<RecordView, 'id' | 'folder'>
  readonly choices: FolderChoices
  /** It is on its way already. */
  readonly moving: boolean
}

/** Takes one of one's own records to another folder, after saying what that means. */
export function MoveRecord({ record, choices, moving }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState<Destination | null>(null)
  const move = useAct('records.move')
  const others = {
    ...choices,
    open: choices.open.filter(({ to }) => keyOf(to) !== String(record.folder)),
  }
  const to = chosen ?? others.open[0]?.to ?? others.closed[0]?.to
  const close = (): void => {
    setOpened(false)
    setChosen(null)
    move.reset()
  }
  const begin = (): void => {
    if (to !== undefined) move.mutate({ id: record.id, to }, { onSuccess: close })
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        h={30}
        px={12}
        disabled={moving}
        onClick={() => setOpened(true)}
        leftSection={<IconFolderSymlink size={16} stroke={1.7} aria-hidden="true" />}
      >
        {t(moving ? 'viewer.moving' : 'viewer.moveTo')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('viewer.moveTo')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className={css.move}>
          <p className="small soft">{t('viewer.moveNote')}</p>
          {to !== undefined && (
            <FolderSelect label={t('viewer.moveWhere')} choices={others} value={to} onChange={setChosen} />
          )}
          {move.error !== null && <FailureLine words={words(move.error)} />}
          <div className={css.actions}>
            <Button variant="default" onClick={close}>
              {t('give.notNow')}
            </Button>
            <Button onClick={begin} loading={move.isPending} disabled={to === undefined}>
              {t('viewer.move')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
