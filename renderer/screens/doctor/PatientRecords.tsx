import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { GrantView } from '../../../electron/main/domain/right.ts'
import { PatientBand } from '../../features/access/PatientBand.tsx'
import { AddJobs } from '../../features/jobs/AddJobs.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { AddRecords } from '../../features/records/AddRecords.tsx'
import { KeepAll } from '../../features/records/KeepAll.tsx'
import { ReadableRecords } from '../../features/records/ReadableRecords.tsx'
import { useAddRecords } from '../../features/records/use-add-records.ts'
import { GiveBack } from '../../features/recovery/GiveBack.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useCall } from '../../lib/calls.ts'
import { type FolderChoice, useFolders } from '../../lib/folders.ts'
import { shortAddress } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** One patient's records, as far as this doctor may see them. */
export function PatientRecords() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const patient = useParams().patient as Address
  const { data: patients } = useCall('patients.list')
  const records = useCall('records.list', { patient })
  const view = patients?.find((one) => one.patient === patient)
  const folders = useFolders(patient)
  const adding = useAddRecords(patient, {
    failure: folders.failure,
    open: shared(folders.open, view?.grant, me.specialties),
    closed: [],
  })
  const mayAdd = view?.grant.state === 'open' && view.grant.mayAdd
  const isListed = (view?.grant.records ?? null) !== null
  const name = view?.name ?? shortAddress(patient)
  usePlace([{ label: t('common:nav.patients'), to: '/patients' }, { label: name }])
  useAsk('add', () => void (mayAdd && adding.choose()))
  const add = (
    <Button
      variant="default"
      onClick={() => void adding.choose()}
      leftSection={<IconUpload size={17} stroke={1.6} aria-hidden="true" />}
    >
      {t('patients.add')}
    </Button>
  )
  return (
    <Page>
      <PageHead
        title={name}
        windowTitle={t('patients.recordsOf')}
        note={view !== undefined && <PatientBand patient={view} />}
        actions={
          <>
            <KeepAll records={records.data ?? []} />
            {mayAdd && add}
          </>
        }
      />
      <Stack>
        {view !== undefined && <GiveBack patient={view} />}
        {mayAdd && (
          <AddRecords adding={adding}>
            <AddJobs />
          </AddRecords>
        )}
        <Loaded of={records}>
          {(rows) => (
            <ReadableRecords
              records={rows}
              me={me.address}
              folderName={isListed ? () => t('patients.listedAlone') : folders.nameOf}
              none={isListed ? t('patients.noneListed') : t('patients.noRecords')}
              to={({ id }) => `/patients/${patient}/${id}`}
            />
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}

/** The folders this doctor was given, those of their own specialties first. */
function shared(
  open: readonly FolderChoice[],
  grant: GrantView | undefined,
  specialties: readonly string[],
): readonly FolderChoice[] {
  const own = ({ specialty }: FolderChoice): boolean => specialty !== null && specialties.includes(specialty)
  return open
    .filter(({ to }) => 'folder' in to && grant?.folders.includes(to.folder))
    .toSorted((a, b) => Number(own(b)) - Number(own(a)))
}
