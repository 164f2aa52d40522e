import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { JobRow } from './JobRow.tsx'
import { waitingOf } from './waiting.ts'

/** Records on their way, beside the drop zone. */
export function AddJobs() {
  const { t } = useTranslation('common')
  const { data: jobs } = useCall('jobs.list')
  const adding = waitingOf(jobs ?? []).filter(({ kind }) => kind === 'add')
  if (adding.length === 0) return <p className="tiny dim">{t('jobs.addNote')}</p>
  return (
    <ul aria-label={t('jobs.adding')}>
      {adding.slice(0, 6).map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  )
}
