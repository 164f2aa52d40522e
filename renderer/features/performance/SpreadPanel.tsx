import type { Bucket, Performance } from '../../../electron/main/domain/performance.ts'
import { formatCount, formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'
import type { View } from './shown.ts'

type Props = { readonly performance: Performance; readonly view: View }

/** How the times of one act are spread. Buckets grow wider, as a person's patience does; the empty ones at both ends are left out. */
export function SpreadPanel({ performance: { of, spread }, view }: Props) {
  const { t } = usePerformanceWords()
  const [first, last] = [spread.findIndex(isFull), spread.findLastIndex(isFull)]
  const buckets = first === -1 ? [] : spread.slice(first, last + 1)
  const title = t('spread')
  const upTo = ({ upTo: end }: Bucket): string =>
    end === null ? t('spreadLonger') : t('spreadUpTo', { time: formatDuration(end) })
  const most = buckets.reduce<Bucket | null>((a, b) => (a === null || b.count > a.count ? b : a), null)
  return (
    <Panel title={title}>
      <p className={css.note}>{most === null ? t('nothing') : t('spreadNote')}</p>
      {most !== null &&
        (view === 'chart' ? (
          <BarChart
            width={300}
            label={t('spreadChart', {
              act: t(`acts.${of}`),
              count: most.count,
              of: formatCount(buckets.reduce((sum, { count }) => sum + count, 0)),
              upTo: upTo(most),
            })}
            values={buckets.map(({ count }) => ({ filled: count, outlined: 0 }))}
            tickLabel={formatCount}
            placeLabel={(index) => upTo(buckets[index]!)}
          />
        ) : (
          <div className={css.table}>
            <PlainTable
              label={t('tableOf', { title })}
              head={[t('spreadTook'), t('done')]}
              rows={buckets.map((bucket) => [upTo(bucket), formatCount(bucket.count)])}
            />
          </div>
        ))}
    </Panel>
  )
}

const isFull = ({ count }: Bucket): boolean => count > 0
