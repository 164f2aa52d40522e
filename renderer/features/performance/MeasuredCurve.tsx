import { formatCount, formatDuration } from '../../lib/format.ts'
import { curveOf, perSecond } from '../../lib/measured-curve.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import type { Say } from '../../lib/tell-measurement.ts'
import { CurveChart } from '../../ui/CurveChart.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'
import type { View } from './shown.ts'

type Props = {
  readonly of: Parameters<typeof curveOf>[0]
  /** What it shows. */
  readonly sentence: string
  readonly view: View
}

/** Latency over throughput. A rate that was cut short has no point, but a line in the table. */
export function MeasuredCurve({ of, sentence, view }: Props) {
  const { t } = usePerformanceWords()
  const say: Say = (key, fill) => t(key as 'measure.nothing', fill ?? {})
  if (view === 'table')
    return (
      <div className={css.wide}>
        <PlainTable
          label={t('tableOf', { title: t('measure.title') })}
          head={[
            ...(['asked', 'reached', 'recorded'] as const).map((name) => t(`measure.${name}`)),
            ...[t('p50'), t('p95'), t('measure.transactions')],
          ]}
          rows={of.steps.map(({ asked, reached, acts, done, p50, p95, transactions }) => [
            perSecond(say, asked),
            perSecond(say, reached),
            t('measure.of', { done: formatCount(done), acts: formatCount(acts) }),
            formatDuration(p50),
            formatDuration(p95),
            formatCount(transactions),
          ])}
        />
      </div>
    )
  const curve = curveOf(of, say)
  if (curve.points.length === 0) return null
  return <CurveChart label={t('measure.chart', { sentence })} {...curve} />
}
