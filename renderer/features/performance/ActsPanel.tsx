import { useTranslation } from 'react-i18next'
import type { ActPart, ActSummary, Performance } from '../../../electron/main/domain/performance.ts'
import { formatBytes, formatCount, formatDuration } from '../../lib/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'

/** Everything that was timed, act by act. */
export function ActsPanel({ acts }: Pick<Performance, 'acts'>) {
  const { t } = useTranslation('screens')
  const none = t('performance.none')
  const title = t('performance.here')
  return (
    <Panel title={title}>
      <p className={css.note}>{t('performance.hereNote')}</p>
      <div className={css.table}>
        <PlainTable
          label={t('performance.tableOf', { title })}
          head={(['what', 'done', 'failed', 'p50', 'p95', 'p99', 'mostly', 'data'] as const).map((name) =>
            t(`performance.${name}`),
          )}
          rows={acts.map((summary) => [
            t(`performance.acts.${summary.act}`),
            formatCount(summary.done),
            formatCount(summary.failed),
            ...(['p50', 'p95', 'p99'] as const).map((name) =>
              summary.times === null ? none : formatDuration(summary.times[name]),
            ),
            longestPart(summary) === null ? none : t(`performance.parts.${longestPart(summary)!}`),
            summary.bytes === 0 ? none : formatBytes(summary.bytes),
          ])}
        />
      </div>
    </Panel>
  )
}

const longestPart = ({ parts }: ActSummary): ActPart | null =>
  (Object.entries(parts) as [ActPart, number][]).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
