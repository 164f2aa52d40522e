import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../electron/main/domain/job.ts'
import { ReviewCards } from '../../features/emergency/ReviewCards.tsx'
import { AddJobs } from '../../features/jobs/AddJobs.tsx'
import { FirstSteps } from '../../features/key/FirstSteps.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { LoadingPanel } from '../../features/loaded/LoadingPanel.tsx'
import { AddRecords } from '../../features/records/AddRecords.tsx'
import { EmptyRecords } from '../../features/records/EmptyRecords.tsx'
import { KeepAll } from '../../features/records/KeepAll.tsx'
import { KeepProfile } from '../../features/records/KeepProfile.tsx'
import { RecordList } from '../../features/records/RecordList.tsx'
import { useAddRecords } from '../../features/records/use-add-records.ts'
import { ClosedPanel } from '../../features/recovery/ClosedPanel.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useAnswered, useCall } from '../../lib/calls.ts'
import { useFolders } from '../../lib/folders.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { NOTE_TO_COME, PageHead } from '../../ui/PageHead.tsx'
import { Rail, Stack } from '../../ui/Rail.tsx'

/** A record on its way; the profile, which has no row here, is none. */
const isAdding = ({ kind, state, title }: JobView): boolean =>
  kind === 'add' && title !== 'profile' && state !== 'done' && state !== 'cancelled'

/** A patient's own records. */
export function Records() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const records = useCall('records.list', { patient: me.address })
  const grants = useCall('access.grants')
  const emergencies = useCall('emergency.list')
  const jobs = useCall('jobs.list')
  const folders = useFolders(me.address)
  // What stands above the form.
  const known = useAnswered(emergencies, useCall('recovery.folders'), useCall('people.myProfile'))
  const adding = useAddRecords(me.address, folders)
  usePlace([{ label: t('common:nav.records') }])
  useAsk('add', () => void adding.choose())
  const inEmergency = emergencies.data?.filter(
    ({ patient, phase }) => patient === me.address && phase === 'open',
  )
  // Whoever is shown single records can't open the others.
  const given = grants.data?.filter(({ state, records: listed }) => state === 'open' && listed === null)
  const readers = (given?.length ?? 0) + (inEmergency?.length ?? 0)
  const empty = records.data?.length === 0 && adding.staged.length === 0 && !jobs.data?.some(isAdding)
  const note =
    records.data === undefined
      ? NOTE_TO_COME
      : records.data.length === 0
        ? t('records.none')
        : `${t('records.count', { count: records.data.length })} ${t('records.readers', { count: readers })}`
  return (
    <Page>
      <PageHead title={t('records.yours')} note={note} actions={<KeepAll records={records.data ?? []} />} />
      {known ? (
        <Stack>
          <ReviewCards />
          <ClosedPanel />
          <KeepProfile />
          {empty ? (
            <Rail
              rail={
                <FirstSteps
                  me={me}
                  steps={[
                    { id: 'record', done: false },
                    { id: 'reader', done: readers > 0, to: '/doctors' },
                  ]}
                />
              }
            >
              <EmptyRecords adding={adding}>
                <Button
                  onClick={() => void adding.choose()}
                  leftSection={<IconUpload size={17} stroke={1.7} aria-hidden="true" />}
                >
                  {t('add.chooseFiles')}
                </Button>
              </EmptyRecords>
            </Rail>
          ) : (
            <>
              <AddRecords adding={adding}>
                <AddJobs />
              </AddRecords>
              <Loaded of={records}>
                {(rows) =>
                  rows.length > 0 && (
                    <RecordList
                      records={rows}
                      me={me.address}
                      folderName={folders.nameOf}
                      to={({ id }) => `/records/${id}`}
                    />
                  )
                }
              </Loaded>
            </>
          )}
        </Stack>
      ) : (
        <LoadingPanel />
      )}
    </Page>
  )
}
