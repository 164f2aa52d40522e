import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/calls.ts'
import { Empty } from '../../ui/Empty.tsx'
import { JobRow } from './JobRow.tsx'
import { OtherTransactions } from './OtherTransactions.tsx'
import css from './WaitingDrawer.module.css'

type Props = { readonly opened: boolean; readonly onClose: () => void }

/** Everything that is waiting or has just ended, in plain words. */
export function WaitingDrawer({ opened, onClose }: Props) {
  const { t } = useTranslation('common')
  const { data: jobs } = useCall('jobs.list')
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('jobs.heading')}
      size={460}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={css.note}>{t('jobs.note')}</p>
      {jobs === undefined || jobs.length === 0 ? (
        <Empty title={t('nothingWaiting')} compact>
          {t('jobs.none')}
        </Empty>
      ) : (
        <ul className={css.list} aria-label={t('jobs.heading')}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      <OtherTransactions jobs={jobs ?? []} />
    </Drawer>
  )
}
