import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { SharedAlone } from '../../features/access/SharedAlone.tsx'
import { MoveRecord } from '../../features/records/MoveRecord.tsx'
import { ResearchCopy } from '../../features/records/ResearchCopy.tsx'
import { recordKind } from '../../features/records/record-kind.ts'
import { RecordRoom } from '../../features/viewer/RecordRoom.tsx'
import { useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'

/** One of one's own records. */
export function OwnRecord() {
  const { t } = useTranslation('common')
  const me = useMe()
  const id = Number(useParams().id)
  const { data: records } = useCall('records.list', { patient: me.address })
  const { data: jobs } = useCall('jobs.list')
  const folders = useFolders(me.address)
  const isMoving = (jobs ?? []).some(
    ({ kind, record, state }) => kind === 'move' && record === id && state === 'running',
  )
  const row = records?.find((record) => record.id === id)
  usePlace([{ label: t('nav.records'), to: '/records' }, { label: row?.title ?? t('record') }])
  return (
    <RecordRoom
      key={id}
      patient={me.address}
      id={id}
      records={records}
      to={(record) => `/records/${record.id}`}
      back="/records"
      folderName={folders.nameOf}
    >
      {row !== undefined && (
        <>
          <SharedAlone id={id} />
          <MoveRecord record={row} choices={folders} moving={isMoving} />
          {/* What is made of fields comes as text; a picture or a PDF has none. */}
          {recordKind(row.mediaType) === 'text' && <ResearchCopy id={id} />}
        </>
      )}
    </RecordRoom>
  )
}
