import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import { RecordRoom } from '../../features/viewer/RecordRoom.tsx'
import { useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { shortAddress } from '../../lib/format.ts'
import { usePlace } from '../../lib/place.ts'

/** One record of a patient who gave access. */
export function PatientRecord() {
  const { t } = useTranslation(['common', 'screens'])
  const params = useParams()
  const patient = params.patient as Address
  const id = Number(params.id)
  const { data: patients } = useCall('patients.list')
  const { data: records } = useCall('records.list', { patient })
  const folders = useFolders(patient)
  const row = records?.find((record) => record.id === id)
  const view = patients?.find((one) => one.patient === patient)
  const isListed = (view?.grant.records ?? null) !== null
  const name = view?.name ?? shortAddress(patient)
  const back = `/patients/${patient}`
  usePlace([
    { label: t('nav.patients'), to: '/patients' },
    { label: name, to: back },
    { label: row?.title ?? t('record') },
  ])
  return (
    <RecordRoom
      key={`${patient}/${id}`}
      patient={patient}
      id={id}
      records={records}
      to={(record) => `${back}/${record.id}`}
      back={back}
      folderName={isListed ? () => t('screens:patients.listedAlone') : folders.nameOf}
    />
  )
}
