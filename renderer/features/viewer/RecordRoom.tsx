import { Skeleton } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { OpenedRecord, RecordView } from '../../../electron/main/domain/record.ts'
import { ageAt, formatBirthDate, formatBytes, formatMoment, formatTime } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { Facts } from '../../ui/Facts.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { FailedRecord } from './FailedRecord.tsx'
import { KeepHere } from './KeepHere.tsx'
import { neighboursOf } from './neighbours.ts'
import { RecordFoot } from './RecordFoot.tsx'
import css from './RecordRoom.module.css'
import { RecordViewer } from './RecordViewer.tsx'
import { useOpenedRecord } from './use-opened-record.ts'
import { VerifyBadge } from './VerifyBadge.tsx'

type Props = {
  readonly patient: Address
  readonly id: number
  /** The list it stands in, once that is known. */
  readonly records: readonly RecordView[] | undefined
  /** Where a record of that list opens. */
  readonly to: (record: RecordView) => string
  readonly back: string
  /** What the folder that it is in is called. */
  readonly folderName: (folder: number) => string
  /** What its owner can do with it. */
  readonly children?: ReactNode
}

/** One record: nothing is shown before all five checks have passed. */
export function RecordRoom({ patient, id, records, to, back, folderName, children }: Props) {
  const { t } = useTranslation('screens')
  const { data: record, error, refetch, isFetching } = useOpenedRecord(patient, id)
  const navigate = useNavigate()
  const row = records?.find((one) => one.id === id)
  const around = records === undefined ? null : neighboursOf(records, id)
  const title = record?.title ?? row?.title ?? t('viewer.record')
  const opened = error === null ? record : undefined
  return (
    <div className={css.root} data-alone={opened === undefined || undefined}>
      <div className={css.main}>
        {error !== null ? (
          <FailedRecord
            title={title}
            failure={error}
            trying={isFetching}
            onAgain={() => void refetch()}
            onBack={() => void navigate(back)}
          />
        ) : record === undefined ? (
          <OpeningRecord title={title} />
        ) : (
          <RecordViewer record={record} head={<Head record={record} />} />
        )}
      </div>
      {around !== null && around.count > 1 && <RecordFoot around={around} to={to} />}
      {opened !== undefined && (
        <aside className={css.rail} aria-label={t('viewer.about')}>
          <VerifyBadge record={opened} />
          <AboutRecord record={opened} folder={folderName(row?.folder ?? opened.folder)} />
          {children}
          {(row?.place ?? null) !== null && <KeepHere record={opened} kept={row?.place === 'kept'} />}
        </aside>
      )}
    </div>
  )
}

function OpeningRecord({ title }: { readonly title: string }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('viewer.record'))
  return (
    <div className={css.opening} role="status">
      <h1 ref={heading} tabIndex={-1} data-private>
        {title}
      </h1>
      <p className="soft">{t('viewer.checking')}</p>
      <Skeleton height={560} width="min(560px, 100%)" mt={20} radius="xs" />
    </div>
  )
}

function Head({ record }: { readonly record: OpenedRecord }) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('viewer.record'))
  const names = useNames()
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={css.title} data-private>
        {record.title}
      </h1>
      <p className={css.whose} data-private>
        <strong>{names.plain(record.patientName, record.patient)}</strong>
        {record.patientBirthDate !== null &&
          `, ${t('viewer.born', { date: formatBirthDate(record.patientBirthDate) })}`}
      </p>
    </>
  )
}

function AboutRecord({ record, folder }: { readonly record: OpenedRecord; readonly folder: string }) {
  const { t } = useTranslation('screens')
  const me = useMe()
  const names = useNames()
  const name = names.plain(record.patientName, record.patient)
  const birth = record.patientBirthDate
  const author =
    record.author === record.patient
      ? names.plain(record.authorName, record.author)
      : names.doctor(record.authorName, record.author)
  return (
    <section aria-labelledby="about-record" data-private>
      <h2 id="about-record" className={css.heading}>
        {t('viewer.about')}
      </h2>
      <Facts
        rows={[
          [t('viewer.patient'), birth === null ? name : `${name}, ${ageAt(birth, new Date())}`],
          [t('viewer.folder'), folder],
          [t('viewer.author'), author],
          [t('viewer.added'), formatMoment(record.recordedAt)],
          [
            t('viewer.file'),
            `${t(`viewer.types.${record.mediaType as 'application/pdf'}`)}, ${formatBytes(record.byteLength)}`,
          ],
          [t('viewer.stored'), t('viewer.storedHere')],
          [t('viewer.key'), t('viewer.keyNumber', { count: record.keyNumber, ordinal: true })],
        ]}
      />
      {record.patient !== me.address && (
        <p className={css.seen}>
          <IconEye size={16} stroke={1.6} aria-hidden="true" />
          {t('viewer.seen', { name, time: formatTime(Date.now() / 1000) })}
        </p>
      )}
    </section>
  )
}
