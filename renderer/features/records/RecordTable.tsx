import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { formatBytes, formatDay } from '../../lib/format.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import type { RecordListProps } from './RecordList.tsx'
import { Author, RecordState } from './RecordTimeline.tsx'
import { recordKind } from './record-kind.ts'

/** The same records as a table that can be sorted. */
export function RecordTable({ records, to, me, folderName }: RecordListProps) {
  const { t } = useTranslation('screens')
  const [sort, setSort] = useState({ column: 'date', down: true })
  const columns: readonly Column<RecordView>[] = [
    {
      id: 'title',
      label: t('records.columns.title'),
      width: 'minmax(0, 2fr)',
      by: ({ title }) => title ?? '',
      cell: (record) => (
        <Link to={to(record)} data-private>
          {record.title ?? t('records.closed')}
        </Link>
      ),
    },
    {
      id: 'folder',
      label: t('records.columns.folder'),
      width: 'minmax(0, 1fr)',
      by: ({ folder }) => folderName(folder),
      cell: ({ folder }) => folderName(folder),
    },
    {
      id: 'author',
      label: t('records.columns.author'),
      width: 'minmax(0, 1fr)',
      by: ({ authorName }) => authorName ?? '',
      cell: (record) => <Author record={record} me={me} />,
    },
    {
      id: 'kind',
      label: t('records.columns.kind'),
      width: '5.625rem',
      by: ({ mediaType }) => mediaType ?? '',
      cell: ({ mediaType }) => t(`records.kind.${recordKind(mediaType)}`),
    },
    {
      id: 'size',
      label: t('records.columns.size'),
      width: '5.625rem',
      end: true,
      by: ({ byteLength }) => byteLength ?? 0,
      cell: ({ byteLength }) => (byteLength === null ? '–' : formatBytes(byteLength)),
    },
    {
      id: 'date',
      label: t('records.columns.date'),
      width: '6.875rem',
      by: ({ recordedAt }) => recordedAt,
      cell: ({ recordedAt }) => formatDay(recordedAt),
    },
    {
      id: 'state',
      label: t('records.columns.state'),
      width: '8.75rem',
      cell: (record) => <RecordState record={record} />,
    },
  ]
  return (
    <DataTable
      label={t('records.list')}
      rows={records}
      columns={columns}
      keyOf={({ id }) => String(id)}
      sort={sort}
      onSort={setSort}
    />
  )
}
