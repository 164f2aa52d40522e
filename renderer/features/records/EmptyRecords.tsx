import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './EmptyRecords.module.css'
import type { useAddRecords } from './use-add-records.ts'
import { useDrop } from './use-drop.ts'

type Props = { readonly adding: ReturnType<typeof useAddRecords>; readonly children: ReactNode }

/** No record yet: the thread waits, and the whole page takes a file. */
export function EmptyRecords({ adding, children }: Props) {
  const { t } = useTranslation('screens')
  const over = useDrop(adding.drop)
  const words = useFailureWords()
  return (
    <section className={css.root} aria-label={t('add.label')} data-over={over || undefined}>
      <Empty title={t('add.first')} action={children} hint={t('add.firstHint')}>
        {t('add.firstNote')}
      </Empty>
      {adding.failure !== null && <FailureLine words={words(adding.failure)} />}
    </section>
  )
}
