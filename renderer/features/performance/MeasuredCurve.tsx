import type { MeasuredStep } from '../../../electron/main/domain/measurement.ts'
import { formatCount, formatDuration, formatRough } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { CurveChart } from '../../ui/CurveChart.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'
import type { View } from './shown.ts'

type Props = {
  readonly steps: readonly MeasuredStep[]
  readonly knee: number | null
  /** What it shows. */
  readonly sentence: string
  readonly view: View
}

/** Latency over throughput. A rate that was cut short has no point, but a line in the table. */
export function MeasuredCurve({ steps, knee, sentence, view }: Props) {
  const { t } = usePerformanceWords()
  const perSecond = (value: number): string => t('measure.perSecond', { value: formatRough(value) })
  if (view === 'table')
    return (
      <div className={css.wide}>
        <PlainTable
          label={t('tableOf', { title: t('measure.title') })}
          head={[
            ...(['asked', 'reached', 'recorded'] as const).map((name) => t(`measure.${name}`)),
            ...[t('p50'), t('p95'), t('measure.transactions')],
          ]}
          rows={steps.map(({ asked, reached, acts, done, p50, p95, transactions }) => [
            perSecond(asked),
            perSecond(reached),
            t('measure.of', { done: formatCount(done), acts: formatCount(acts) }),
            formatDuration(p50),
            formatDuration(p95),
            formatCount(transactions),
          ])}
        />
      </div>
    )
  const whole = steps.filter(({ acts, done }) => acts === done)
  const best = whole.find(({ asked }) => asked === knee)
  if (whole.length === 0) return null
  return (
    <CurveChart
      label={t('measure.chart', { sentence })}
      points={whole.map(({ reached, p50, p95 }) => ({ at: reached, first: p50, second: p95 }))}
      marked={best === undefined ? null : { at: best.reached, label: t('measure.knee', { rate: knee }) }}
      tickLabel={formatDuration}
      placeLabel={perSecond}
    />
  )
}
