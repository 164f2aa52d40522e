import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RecordView } from '../../../electron/main/domain/record.ts'
import { dayOfMonth, formatBytes } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Knot } from '../../ui/Knot.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { Status } from '../../ui/Status.tsx'
import type { RecordListProps } from './RecordList.tsx'
import css from './RecordTimeline.module.css'
import { KIND_ICONS, recordKind } from './record-kind.ts'
import { type TimelineRow, timelineRows } from './timeline-rows.ts'

/** Records on the thread, by month. */
export function RecordTimeline({ records, to, me, folderName }: RecordListProps) {
  const { t } = useTranslation('screens')
  return (
    <div className={css.root}>
      <LongList<TimelineRow>
        items={timelineRows(records)}
        keyOf={(row) => (row.kind === 'month' ? row.label : `record-${row.record.id}`)}
        height={(row) => (row.kind === 'month' ? 36 : 49)}
        label={t('records.list')}
      >
        {(row) =>
          row.kind === 'month' ? (
            <h2 className={css.month}>{row.label}</h2>
          ) : (
            <Entry
              record={row.record}
              to={to(row.record)}
              me={me}
              folder={folderName(row.record.folder)}
              showsDay={row.showsDay}
            />
          )
        }
      </LongList>
    </div>
  )
}

type EntryProps = {
  readonly record: RecordView
  readonly to: string
  readonly me: string
  readonly folder: string
  readonly showsDay: boolean
}

function Entry({ record, to, me, folder, showsDay }: EntryProps) {
  const { t } = useTranslation('screens')
  const kind = recordKind(record.mediaType)
  const Shown = KIND_ICONS[kind]
  return (
    <div className={css.row}>
      <span className={css.day}>{showsDay && dayOfMonth(record.recordedAt)}</span>
      <span className={css.knot}>
        <Knot kind={record.failure === null ? 'filled' : 'hollow'} />
      </span>
      <Shown size={18} stroke={1.5} className={css.icon} aria-hidden="true" />
      <div className={css.words} data-private>
        <Link className={css.link} to={to}>
          {record.title ?? t('records.closed')}
        </Link>
        <span className={css.author}>
          {folder} · <Author record={record} me={me} />
          {(record.place === 'here' || record.place === 'kept') && ` · ${t(`records.place.${record.place}`)}`}
        </span>
      </div>
      <span className={css.kind}>
        {t(`records.kind.${kind}`)}
        {record.byteLength !== null && `, ${formatBytes(record.byteLength)}`}
      </span>
      <RecordState record={record} />
      <IconChevronRight size={17} stroke={1.7} className={css.icon} aria-hidden="true" />
    </div>
  )
}

/** Who added a record, "you" where it was the person at this window. */
export function Author({ record, me }: { readonly record: RecordView; readonly me: string }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  if (record.author === me) return <>{t('records.byYou')}</>
  const name =
    record.author === record.patient
      ? names.plain(record.authorName, record.author)
      : names.doctor(record.authorName, record.author)
  return <>{t('records.by', { name })}</>
}

export function RecordState({ record }: { readonly record: RecordView }) {
  const { t } = useTranslation('screens')
  return record.failure === null ? (
    <Status tone="ok">{t('records.recorded')}</Status>
  ) : (
    <Status tone="warn">{t('records.unreadable')}</Status>
  )
}
