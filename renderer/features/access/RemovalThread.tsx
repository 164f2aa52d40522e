import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JobItemView, JobView } from '../../../electron/main/domain/job.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBytes, formatTime } from '../../lib/format.ts'
import { Bar } from '../../ui/Bar.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Status, type Tone } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './RemovalThread.module.css'

type Props = { readonly job: JobView; readonly name: string; readonly remaining: number }

/** A removal's two phases on one line: blocked in seconds, then every record gets a new key. */
export function RemovalThread({ job, name, remaining }: Props) {
  return (
    <ol className={css.root}>
      <li className={css.phase} data-state={job.blockedAt === null ? 'now' : 'done'}>
        <Mark number={1} done={job.blockedAt !== null} />
        <BlockPhase job={job} name={name} />
      </li>
      <li
        className={css.phase}
        data-state={job.state === 'done' ? 'done' : job.blockedAt === null ? 'next' : 'now'}
      >
        <Mark number={2} done={job.state === 'done'} />
        <RelockPhase job={job} remaining={remaining} />
      </li>
    </ol>
  )
}

function Mark({ number, done }: { readonly number: number; readonly done: boolean }) {
  return (
    <span className={css.mark} data-done={done || undefined} aria-hidden="true">
      {done ? <IconCheck size={15} stroke={2.6} /> : number}
    </span>
  )
}

function BlockPhase({ job, name }: Pick<Props, 'job' | 'name'>) {
  const { t } = useTranslation(['screens', 'common'])
  if (job.blockedAt === null) {
    return (
      <section className={css.card} aria-label={t('remove.blocking')}>
        <div className={css.head}>
          <div className={css.grow}>
            <h2>{t('remove.blocking')}</h2>
            <p className="small soft">
              {job.state === 'running' ? t(`common:jobs.phase.${job.phase}`) : t('remove.notYet', { name })}
            </p>
            {job.state === 'running' && (
              <div className={css.bar}>
                <Bar label={t('remove.blocking')} done={0} total={1} />
              </div>
            )}
            <Trouble job={job} />
          </div>
        </div>
      </section>
    )
  }
  return (
    <section className={css.card} aria-label={t('remove.blocked')}>
      <div className={css.head} role="status">
        <div className={css.grow}>
          <h2>{t('remove.blocked')}</h2>
          <p className="small soft">{t('remove.since', { time: formatTime(job.blockedAt), name })}</p>
        </div>
      </div>
    </section>
  )
}

function RelockPhase({ job, remaining }: Pick<Props, 'job' | 'remaining'>) {
  const { t } = useTranslation(['screens', 'common'])
  const total = job.items.length
  const done = job.items.filter(({ state }) => state === 'done').length
  const over = job.state === 'done'
  return (
    <section className={css.card} aria-label={t('remove.relock')}>
      <div className={css.head}>
        <div className={css.grow}>
          <h2>{over ? t('remove.relocked', { count: total }) : t('remove.relocking', { count: total })}</h2>
          <p className="small soft">{t('remove.newKeys', { count: remaining })}</p>
        </div>
        {total > 0 && <p className={css.number}>{t('remove.of', { done, total })}</p>}
        {total > 0 && (
          <div className={css.wide}>
            <Bar label={t('remove.relock')} done={done} total={Math.max(total, 2)} />
          </div>
        )}
      </div>
      <ul aria-label={t('remove.records')}>
        {job.items.map((item) => (
          <ItemRow key={item.recordId} item={item} />
        ))}
      </ul>
      {job.blockedAt !== null && <Trouble job={job} />}
    </section>
  )
}

const TONES: Readonly<Record<JobItemView['state'], Tone>> = {
  next: 'wait',
  working: 'work',
  done: 'ok',
  failed: 'warn',
}

function ItemRow({ item }: { readonly item: JobItemView }) {
  const { t } = useTranslation(['screens', 'common'])
  const title =
    item.title === 'profile' && item.recordId > 0 ? t('remove.profile') : (item.title ?? t('records.closed'))
  return (
    <li className={css.item}>
      <span className={css.title}>{title}</span>
      <span className="dim">{item.byteLength === null ? '' : formatBytes(item.byteLength)}</span>
      <span>
        {item.state === 'working' && <Bar label={title} done={item.done} total={item.byteLength ?? 0} />}
      </span>
      <Status tone={TONES[item.state]}>{t(`remove.item.${item.state}`)}</Status>
    </li>
  )
}

function Trouble({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('common')
  const words = useFailureWords()
  const retry = useAct('jobs.retry')
  if (job.failure === null || job.state === 'running') return null
  return (
    <div className={css.trouble}>
      <FailureLine
        words={words(job.failure)}
        action={<TextButton onClick={() => retry.mutate({ id: job.id })}>{t('tryAgain')}</TextButton>}
      />
    </div>
  )
}
