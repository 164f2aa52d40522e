import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './AddRecords.module.css'
import { StagedFiles } from './StagedFiles.tsx'
import type { useAddRecords } from './use-add-records.ts'
import { useDrop } from './use-drop.ts'

type Props = {
  readonly adding: ReturnType<typeof useAddRecords>
  /** Work that is already under way stands beside the drop zone. */
  readonly children?: ReactNode
}

/** Where files are dropped or chosen. The whole page takes a drop; this shows it. */
export function AddRecords({ adding, children }: Props) {
  const { t } = useTranslation('screens')
  const over = useDrop(adding.drop)
  const words = useFailureWords()
  return (
    <section className={css.root} aria-label={t('add.label')}>
      <div className={css.top}>
        <div className={css.zone} data-over={over || undefined}>
          <IconUpload size={22} stroke={1.6} aria-hidden="true" />
          <div className={css.words}>
            <strong>{t('add.drop')}</strong>
            <span className="tiny dim">{t('add.accepted')}</span>
          </div>
          <Button size="compact-sm" h={30} px={14} variant="default" onClick={() => void adding.choose()}>
            {t('add.choose')}
          </Button>
        </div>
        <div className={css.jobs}>{children}</div>
      </div>
      {adding.failure !== null && <FailureLine words={words(adding.failure)} />}
      {adding.staged.length > 0 && <StagedFiles adding={adding} />}
    </section>
  )
}
