import { Button } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskForAccess } from '../../features/access/AskForAccess.tsx'
import { PatientList } from '../../features/access/PatientList.tsx'
import { FirstSteps } from '../../features/key/FirstSteps.tsx'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Patients who chose this doctor. */
export function Patients() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const patients = useCall('patients.list')
  const [asking, setAsking] = useState(false)
  useAsk('request', () => setAsking(true))
  usePlace([{ label: t('common:nav.patients') }])
  const open = patients.data?.filter(({ grant }) => grant.state === 'open').length ?? 0
  const canAsk = me.roles.includes('doctor')
  const ask = canAsk ? (
    <Button
      variant="default"
      onClick={() => setAsking(true)}
      leftSection={<IconMessageQuestion size={17} stroke={1.6} aria-hidden="true" />}
    >
      {t('patients.ask')}
    </Button>
  ) : undefined
  return (
    <Page>
      <PageHead title={t('patients.title')} note={t('patients.note', { count: open })} actions={ask} />
      <Loaded of={patients}>
        {(rows) => (
          <Stack>
            <Panel label={t('patients.title')} flush>
              {rows.length === 0 ? (
                <Empty title={t('patients.none')}>
                  {t(canAsk ? 'patients.noneNote' : 'patients.noneRead')}
                </Empty>
              ) : (
                <PatientList patients={rows} />
              )}
            </Panel>
            <FirstSteps me={me} steps={[{ id: 'grant', done: rows.length > 0 }]} />
          </Stack>
        )}
      </Loaded>
      <AskForAccess opened={asking} onClose={() => setAsking(false)} />
    </Page>
  )
}
