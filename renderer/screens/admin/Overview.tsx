import { useTranslation } from 'react-i18next'
import { FirstSteps } from '../../features/key/FirstSteps.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { LastLines } from '../../features/log/LastLines.tsx'
import { Counts } from '../../features/people/Counts.tsx'
import { HandOverList } from '../../features/people/HandOverList.tsx'
import { useCall } from '../../lib/calls.ts'
import { formatCount } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** How many there are, what waits, and what happened last. */
export function Overview() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const overview = useCall('people.overview')
  const { data: network } = useCall('network.status')
  usePlace([{ label: t('common:nav.overview') }])
  return (
    <Page>
      <PageHead title={t('common:nav.overview')} note={t('overview.note', { clinic: network?.name ?? '' })} />
      <Loaded of={overview}>
        {({ doctors, patients, admins, waitingForKey, toHandOver, lastLines }) => (
          <Stack>
            <Panel label={t('overview.counts')} flush>
              <Counts
                rows={[
                  [t('overview.doctors'), formatCount(doctors)],
                  [t('overview.patients'), formatCount(patients)],
                  [t('overview.admins'), formatCount(admins)],
                  [t('overview.waiting'), formatCount(waitingForKey)],
                ]}
              />
            </Panel>
            <FirstSteps
              me={me}
              steps={[
                { id: 'doctor', done: doctors > 0, to: '/register/doctor' },
                { id: 'patient', done: patients > 0, to: '/register/patient' },
              ]}
            />
            {toHandOver.length > 0 && (
              <Panel title={t('overview.handOver')} flush>
                <HandOverList people={toHandOver} />
              </Panel>
            )}
            <Panel title={t('overview.last')}>
              {lastLines.length === 0 ? (
                <Empty title={t('overview.nothing')} compact />
              ) : (
                <LastLines lines={lastLines} label={t('overview.last')} />
              )}
            </Panel>
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
