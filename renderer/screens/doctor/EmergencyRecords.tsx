import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { OpenRoom } from '../../features/emergency/OpenRoom.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { ReadableRecords } from '../../features/records/ReadableRecords.tsx'
import { useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** What a patient has planned for emergencies, while it is open to this doctor. */
export function EmergencyRecords() {
  const patient = useParams().patient as Address
  return (
    <OpenRoom patient={patient} over={<Navigate to="/emergency" replace />}>
      {(view) => <Records view={view} />}
    </OpenRoom>
  )
}

function Records({ view }: { readonly view: EmergencyView }) {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const names = useNames()
  const { patient } = view
  const records = useCall('records.list', { patient })
  const folders = useFolders(patient)
  const name = names.plain(view.patientName ?? names.invented(patient), patient)
  usePlace([{ label: t('common:nav.emergency'), to: '/emergency' }, { label: name }])
  return (
    <Page>
      <PageHead title={name} windowTitle={t('emergency.access')} note={t('emergency.reviewed')} />
      <Stack>
        <Loaded of={records}>
          {(rows) => (
            <ReadableRecords
              none={t('patients.noRecords')}
              records={rows}
              me={me.address}
              folderName={folders.nameOf}
              to={({ id }) => `/emergency/${patient}/${id}`}
            />
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}
