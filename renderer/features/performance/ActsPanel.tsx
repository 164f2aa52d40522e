import type { ActPart, ActSummary, Performance } from '../../../electron/main/domain/performance.ts'
import { formatBytes, formatCount, formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'

/** Everything that was timed, act by act. */
export function ActsPanel({ acts }: Pick<Performance, 'acts'>) {
  const { t } = usePerformanceWords()
  const none = t('none')
  const title = t('here')
  return (
    <Panel title={title}>
      <p className={css.note}>{t('hereNote')}</p>
      <div className={css.table}>
        <PlainTable
          label={t('tableOf', { title })}
          head={(['what', 'done', 'failed', 'p50', 'p95', 'p99', 'mostly', 'data', 'gas'] as const).map(
            (name) => t(`${name}`),
          )}
          rows={acts.map((summary) => [
            t(`acts.${summary.act}`),
            formatCount(summary.done),
            formatCount(summary.failed),
            ...(['p50', 'p95', 'p99'] as const).map((name) =>
              summary.times === null ? none : formatDuration(summary.times[name]),
            ),
            longestPart(summary) === null ? none : t(`parts.${longestPart(summary)!}`),
            summary.bytes === 0 ? none : formatBytes(summary.bytes),
            summary.gas === null ? none : formatCount(summary.gas),
          ])}
        />
      </div>
    </Panel>
  )
}

const longestPart = ({ parts }: ActSummary): ActPart | null =>
  (Object.entries(parts) as [ActPart, number][]).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
