import type { Performance, SpanName } from '../../../electron/main/domain/performance.ts'
import { formatCount } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'
import { placeLabel, type View } from './shown.ts'

type Props = { readonly performance: Performance; readonly span: SpanName; readonly view: View }

/** How often one act was done, and how often it failed, step by step. */
export function CountPanel({ performance: { of, steps }, span, view }: Props) {
  const { t } = usePerformanceWords()
  const sum = (pick: (step: (typeof steps)[number]) => number): number =>
    steps.reduce((total, step) => total + pick(step), 0)
  const count = sum(({ done }) => done)
  const failed = sum((step) => step.failed)
  const counts = { count, done: formatCount(count), failed: formatCount(failed) }
  const title = t('counts')
  return (
    <Panel title={title}>
      <p className={css.note}>
        {t('countsNote', counts)}
        {view === 'chart' && failed > 0 && ` ${t('countsOutlined')}`}
      </p>
      {view === 'chart' ? (
        <BarChart
          width={300}
          label={t('countsChart', {
            ...counts,
            act: t(`acts.${of}`),
            span: t(`spans.${span}`),
          })}
          values={steps.map((step) => ({ filled: step.done, outlined: step.failed }))}
          tickLabel={formatCount}
          placeLabel={(index) => placeLabel(span, steps[index]!.at)}
        />
      ) : (
        <div className={css.table}>
          <PlainTable
            label={t('tableOf', { title })}
            limited
            head={(['from', 'done', 'failed'] as const).map((name) => t(`${name}`))}
            rows={steps
              .filter((step) => step.done + step.failed > 0)
              .map((step) => [placeLabel(span, step.at), formatCount(step.done), formatCount(step.failed)])}
          />
        </div>
      )}
    </Panel>
  )
}
