import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment, initialsOf } from '../../lib/format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Emergency.module.css'
import { useRequestWords } from './use-request-words.ts'

/** Emergencies that patients have called misuse. An admin reads no record; they can suspend the doctor. */
export function ReportList({ reports }: { readonly reports: readonly EmergencyView[] }) {
  const { t } = useTranslation('screens')
  const { doctorOf, patientOf } = useRequestWords()
  const { data: people } = useCall('people.list')
  const suspend = useAct('people.suspend')
  const words = useFailureWords()
  return (
    <Panel title={t('emergency.reports')} flush>
      {suspend.error !== null && <FailureLine words={words(suspend.error)} />}
      {reports.length === 0 ? (
        <Empty title={t('emergency.noReports')} compact />
      ) : (
        <ul className={css.rows} aria-label={t('emergency.reports')}>
          {reports.map((view) => {
            const name = doctorOf(view)
            const active = people?.find(({ address }) => address === view.doctor)?.active ?? false
            return (
              <li key={`${view.patient}${view.request}`}>
                <PersonLine
                  picture={null}
                  initials={initialsOf(view.doctorName ?? '?')}
                  name={name}
                  note={t('emergency.reportNote', {
                    patient: patientOf(view),
                    when: formatMoment(view.openedAt ?? view.askedAt),
                  })}
                />
                {active ? (
                  <Button
                    className={css.danger}
                    size="compact-sm"
                    h={30}
                    px={14}
                    loading={suspend.isPending && suspend.variables.account === view.doctor}
                    onClick={() => suspend.mutate({ account: view.doctor })}
                    aria-label={t('emergency.suspendFor', { name })}
                  >
                    {t('emergency.suspend')}
                  </Button>
                ) : (
                  <Status tone="past">{t('emergency.suspended')}</Status>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
