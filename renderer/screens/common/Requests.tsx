import { useTranslation } from 'react-i18next'
import { RequestList } from '../../features/access/RequestList.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Requests to this person as a patient, and by them as a doctor. */
export function Requests() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const requests = useCall('access.requests')
  usePlace([{ label: t('common:nav.requests') }])
  const parts = [
    {
      mine: false,
      shown: me.roles.includes('patient'),
      title: t('requests.toYou'),
      empty: t('requests.noneToYou'),
    },
    {
      mine: true,
      shown: me.roles.includes('doctor'),
      title: t('requests.mine'),
      empty: t('requests.noneMine'),
    },
  ].filter(({ shown }) => shown)
  return (
    <Page>
      <PageHead
        title={t('requests.title')}
        note={t(me.roles.includes('patient') ? 'requests.notePatient' : 'requests.noteDoctor')}
      />
      <Loaded of={requests}>
        {(rows) => (
          <Stack>
            {parts.map(({ mine, title, empty }) => {
              const some = rows.filter((row) => (mine ? row.doctor : row.patient) === me.address)
              return (
                <Panel key={title} title={title} flush>
                  {some.length === 0 ? (
                    <Empty title={empty} compact />
                  ) : (
                    <RequestList requests={some} mine={mine} />
                  )}
                </Panel>
              )
            })}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}
