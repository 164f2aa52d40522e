import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './RecordList.module.css'
import { RecordTable } from './RecordTable.tsx'
import { RecordTimeline } from './RecordTimeline.tsx'
import { filterRecords } from './timeline-rows.ts'

export type RecordListProps = {
  readonly records: readonly RecordView[]
  /** Where a record opens. */
  readonly to: (record: RecordView) => string
  readonly me: string
  /** What the folder that a record is in is called. */
  readonly folderName: (folder: number) => string
}

/** A patient's records: filter, and timeline or table. */
export function RecordList(props: RecordListProps) {
  const { t } = useTranslation('screens')
  const [filter, setFilter] = useState('')
  const [view, setView] = useState('timeline')
  const shown = filterRecords(props.records, filter, props.folderName)
  return (
    <>
      <div className={css.tools}>
        <FilterField
          label={t('records.filter')}
          clearLabel={t('records.clear')}
          value={filter}
          onChange={setFilter}
        />
        <p className={css.count} aria-live="polite">
          {filter !== '' && t('records.some', { shown: shown.length, count: props.records.length })}
        </p>
        {filter !== '' && <TextButton onClick={() => setFilter('')}>{t('records.clear')}</TextButton>}
        <SegmentedControl
          aria-label={t('records.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'timeline', label: t('records.timeline') },
            { value: 'table', label: t('records.table') },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <p className={css.none}>{t('records.noneFound', { filter })}</p>
      ) : view === 'timeline' ? (
        <RecordTimeline {...props} records={shown} />
      ) : (
        <RecordTable {...props} records={shown} />
      )}
    </>
  )
}
