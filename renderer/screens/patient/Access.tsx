import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GrantView } from '../../../electron/main/domain/right.ts'
import { AccessMatrix } from '../../features/access/AccessMatrix.tsx'
import { RequestList } from '../../features/access/RequestList.tsx'
import { ConsentJobs } from '../../features/jobs/ConsentJobs.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { LastLines } from '../../features/log/LastLines.tsx'
import { useCall } from '../../lib/calls.ts'
import { inWords } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { usePlace } from '../../lib/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Who can read, who asks, and who looked lately. */
export function Access() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const grants = useCall('access.grants')
  const requests = useCall('access.requests')
  const log = useCall('log.list')
  usePlace([{ label: t('common:nav.access') }])
  const waiting = (requests.data ?? []).filter(
    ({ state, patient }) => state === 'waiting' && patient === me.address,
  )
  const views = (log.data ?? []).filter(
    ({ kind, patient }) => kind === 'record-viewed' && patient === me.address,
  )
  const give = (
    <Button
      component={Link}
      to="/access/give"
      variant="default"
      leftSection={<IconPlus size={17} stroke={1.8} aria-hidden="true" />}
    >
      {t('access.give')}
    </Button>
  )
  return (
    <Page>
      <PageHead title={t('access.title')} note={t('access.note')} actions={give} />
      <Stack>
        {waiting.length > 0 && (
          <Panel title={t('requests.toDecide', { count: waiting.length })} flush>
            <RequestList requests={waiting} mine={false} />
          </Panel>
        )}
        <Suspended grants={grants.data ?? []} />
        <ConsentJobs />
        <Loaded of={grants}>
          {(rows) =>
            rows.length === 0 ? (
              <Panel label={t('access.title')}>
                <Empty title={t('access.nobody')} compact>
                  {t('access.nobodyNote')}
                </Empty>
              </Panel>
            ) : (
              <AccessMatrix patient={me.address} grants={rows} />
            )
          }
        </Loaded>
        {views.length > 0 && (
          <Panel title={t('access.lately')} action={<SeeAll count={views.length} />}>
            <LastLines lines={views.slice(0, 4)} label={t('access.lately')} />
          </Panel>
        )}
      </Stack>
    </Page>
  )
}

/** Whose standing with the clinic is over: they can open nothing, and nobody has to take it back. */
function Suspended({ grants }: { readonly grants: readonly GrantView[] }) {
  const { t, i18n } = useTranslation('screens')
  const names = useNames()
  const suspended = grants.filter(({ state }) => state === 'suspended')
  if (suspended.length === 0) return null
  const who = suspended.map((grant) => names.person({ ...grant, address: grant.reader }))
  return (
    <Notice tone="info">
      {t('access.suspended', { count: who.length, names: inWords(who, i18n.language) })}
    </Notice>
  )
}

function SeeAll({ count }: { readonly count: number }) {
  const { t } = useTranslation(['screens', 'common'])
  return (
    <Button component={Link} to="/log" variant="subtle" size="compact-sm">
      {t('access.seeAll', { count })}
    </Button>
  )
}
