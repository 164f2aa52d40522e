import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { OpenRoom } from '../../features/emergency/OpenRoom.tsx'
import { RecordRoom } from '../../features/viewer/RecordRoom.tsx'
import { useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { useNames } from '../../lib/names.ts'
import { usePlace } from '../../lib/place.ts'

/** One record, while the emergency is open. */
export function EmergencyRecord() {
  const patient = useParams().patient as Address
  return (
    <OpenRoom patient={patient} over={<Navigate to="/emergency" replace />}>
      {(view) => <Room view={view} />}
    </OpenRoom>
  )
}

function Room({ view }: { readonly view: EmergencyView }) {
  const { t } = useTranslation('common')
  const names = useNames()
  const { patient } = view
  const id = Number(useParams().id)
  const folders = useFolders(patient)
  const { data: records } = useCall('records.list', { patient })
  const back = `/emergency/${patient}`
  usePlace([
    { label: t('nav.emergency'), to: '/emergency' },
    { label: names.plain(view.patientName ?? names.invented(patient), patient), to: back },
    { label: records?.find((record) => record.id === id)?.title ?? t('record') },
  ])
  return (
    <RecordRoom
      key={`${patient}/${id}`}
      patient={patient}
      id={id}
      records={records}
      folderName={folders.nameOf}
      to={(record) => `${back}/${record.id}`}
      back={back}
    />
  )
}
