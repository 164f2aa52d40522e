import { ActionIcon } from '@mantine/core'
import {
  IconFileText,
  IconFolderCheck,
  IconFolderPlus,
  IconFolderSymlink,
  IconUserCheck,
  IconUserX,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../electron/main/domain/job.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBytes } from '../../lib/format.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './JobRow.module.css'
import { TransactionLine } from './TransactionLine.tsx'
import { waitingFor } from './transactions.ts'
import { useTimeLeft } from './use-time-left.ts'

const ICONS = {
  add: IconFileText,
  give: IconUserCheck,
  remove: IconUserX,
  move: IconFolderSymlink,
  recover: IconFolderCheck,
  anew: IconFolderPlus,
}
const IN_BYTES = new Set(['reading', 'sealing', 'uploading'])

/** What a person decided themselves is no trouble. */
const OWN_NO = new Set(['E_CONFIRM_DECLINED', 'E_WALLET_REJECTED'])

/** One piece of work: what, how far, and what one can do about it. */
export function JobRow({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('common')
  const cancel = useAct('jobs.cancel')
  const dismiss = useAct('jobs.dismiss')
  const { data: transactions } = useCall('transactions.list')
  const transaction = waitingFor(job, transactions ?? [])
  const Shown = ICONS[job.kind]
  const over = job.state === 'done' || job.state === 'cancelled'
  const stop = (): void => (job.state === 'running' ? cancel : dismiss).mutate({ id: job.id })
  const own = ownNameOf(job)
  const title = own === null ? job.title : t(`jobs.${own}`)
  const label = over ? t('jobs.dismiss', { title }) : t('jobs.cancel', { title })
  return (
    <li className={css.root} aria-label={title}>
      <Shown size={17} stroke={1.6} aria-hidden="true" />
      <span className={css.title}>{t(`jobs.title.${wordingOf(job)}`, { title })}</span>
      <div className={css.state}>
        <JobState job={job} />
        {transaction !== null && <TransactionLine transaction={transaction} title={title} />}
      </div>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={stop}>
        <IconX size={16} stroke={1.8} aria-hidden="true" />
      </ActionIcon>
    </li>
  )
}

/** What work is called that has neither a record's title nor somebody's name. */
function ownNameOf({ kind, title }: JobView): 'profile' | 'anew' | 'emergency' | null {
  if (kind === 'anew') return kind
  if (kind === 'add' && title === 'profile') return title
  return title === '' ? 'emergency' : null
}

/** Where nobody is named, it is the key of the plan for emergencies that takes its place or leaves it. */
function wordingOf({ kind, endedAlone, title }: JobView): JobView['kind'] | 'ended' | 'emergency' {
  if (!endedAlone) return kind
  return title === '' ? 'emergency' : 'ended'
}

function JobState({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('common')
  const retry = useAct('jobs.retry')
  const words = useFailureWords()
  const left = useTimeLeft(job)
  if (job.state === 'done')
    return <Status tone="ok">{t(`jobs.done.${job.endedAlone ? 'ended' : job.kind}`)}</Status>
  if (job.state === 'cancelled') return <Status tone="past">{t('jobs.cancelled')}</Status>
  if (job.failure !== null && job.state !== 'running') {
    const failed = words(job.failure)
    return (
      <div className={css.failed}>
        <Status tone={job.state === 'waiting' ? 'warn' : OWN_NO.has(job.failure.code) ? 'past' : 'bad'}>
          {failed.title}
        </Status>
        <p className="tiny soft">{job.state === 'waiting' ? t('jobs.goesOn') : failed.body}</p>
        <TextButton
          onClick={() => retry.mutate({ id: job.id })}
          aria-label={t('jobs.retry', { title: job.title })}
        >
          {t('tryAgain')}
        </TextButton>
      </div>
    )
  }
  const phase = t(`jobs.phase.${job.phase}`)
  const counted = IN_BYTES.has(job.phase) && job.total > 1
  return (
    <>
      <div className={css.line}>
        <span>{phase}</span>
        <span className="dim nowrap">
          {counted && t('jobs.bytes', { done: formatBytes(job.done), total: formatBytes(job.total) })}
          {!counted && job.total > 1 && t('jobs.count', { done: job.done, total: job.total })}
          {left !== null &&
            ` · ${left < 90 ? t('jobs.secondsLeft', { count: left }) : t('jobs.minutesLeft', { count: Math.round(left / 60) })}`}
        </span>
      </div>
      <Bar label={`${job.title}: ${phase}`} done={job.done} total={job.total} />
    </>
  )
}
