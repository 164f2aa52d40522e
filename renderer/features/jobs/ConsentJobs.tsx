import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { Panel } from '../../ui/Panel.tsx'
import { JobRow } from './JobRow.tsx'
import css from './WaitingDrawer.module.css'

/** Access that is being given or taken back right now. */
export function ConsentJobs() {
  const { t } = useTranslation('common')
  const { data: jobs } = useCall('jobs.list')
  const now = (jobs ?? []).filter(
    ({ kind, state }) => kind !== 'add' && state !== 'cancelled' && state !== 'done',
  )
  if (now.length === 0) return null
  return (
    <Panel title={t('jobs.underWay')} flush>
      <ul className={css.padded} aria-label={t('jobs.underWay')}>
        {now.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </Panel>
  )
}
