import { Button, Checkbox, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './EndVisit.module.css'

type Props = {
  /** Whether the key that was made here is nowhere else. */
  readonly unsaved: boolean
  /** Whether it was saved in the meantime. */
  readonly saved: boolean
  /** The ways to a backup; null where the key is locked. */
  readonly backup: ReactNode
  readonly onClose: () => void
}

/** Asks once more before everything of this visit goes, and first for a backup where there is none. */
export function EndVisit({ unsaved, saved, backup, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  const [lose, setLose] = useState(false)
  const end = useAct('visit.end')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('visit.title')}
      size={480}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.root}>
        <p>{t('visit.note')}</p>
        {saved && <Status tone="ok">{t('backup.saved')}</Status>}
        {unsaved && (
          <>
            <Notice tone="warn">
              <strong>{t('visit.onlyHere')}</strong>{' '}
              {t(backup === null ? 'visit.onlyHereLocked' : 'visit.onlyHereNote')}
            </Notice>
            {backup}
            <Checkbox
              checked={lose}
              onChange={(event) => setLose(event.currentTarget.checked)}
              label={t('visit.lose')}
              description={t('visit.loseNote')}
            />
          </>
        )}
        {end.error !== null && <FailureLine words={words(end.error)} />}
        <div className={css.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('visit.stay')}
          </Button>
          <Button
            {...(unsaved ? { color: 'red' } : {})}
            disabled={unsaved && !lose}
            loading={end.isPending}
            onClick={() => end.mutate({ withoutBackup: unsaved && lose })}
          >
            {t(unsaved ? 'visit.endWithout' : 'visit.endNow')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
