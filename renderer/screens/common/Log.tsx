import { useTranslation } from 'react-i18next'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { Exported, ExportLog, useExportLog } from '../../features/log/ExportLog.tsx'
import { LogTable } from '../../features/log/LogTable.tsx'
import { OddAccess } from '../../features/log/OddAccess.tsx'
import { useVerifyLog, VerifyButton, VerifyTrouble } from '../../features/log/VerifyLog.tsx'
import { useAsk } from '../../lib/ask.ts'
import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Everything that was written down and concerns this person. */
export function Log() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const lines = useCall('log.list')
  const verify = useVerifyLog()
  const exporting = useExportLog()
  useAsk('verify', () => verify.mutate(undefined))
  const patient = me.roles.includes('patient')
  usePlace([{ label: t(patient ? 'common:nav.whoLooked' : 'common:nav.log') }])
  return (
    <Page>
      <PageHead
        title={t(patient ? 'log.titlePatient' : 'log.title')}
        note={t(me.roles.includes('admin') ? 'log.noteAdmin' : 'log.note')}
        actions={
          <>
            <VerifyButton verify={verify} />
            <ExportLog exporting={exporting} />
          </>
        }
      />
      <Stack>
        <VerifyTrouble verify={verify} />
        <Exported exporting={exporting} />
        <Loaded of={lines}>
          {(rows) => (
            <>
              <OddAccess lines={rows} />
              <LogTable lines={rows} />
            </>
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}
