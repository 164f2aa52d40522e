import { Select } from '@mantine/core'
import type { Performance, SpanName, TimedAct } from '../../../electron/main/domain/performance.ts'
import { formatCount, formatDuration } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { LineChart } from '../../ui/LineChart.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { Legend } from './Legend.tsx'
import css from './Performance.module.css'
import { placeLabel, type View } from './shown.ts'

type Props = {
  readonly performance: Performance
  readonly span: SpanName
  readonly view: View
  readonly onAct: (act: TimedAct) => void
}

/** How long one act took, step by step: half of them, and nearly all. */
export function TimePanel({ performance: { acts, of, steps }, span, view, onAct }: Props) {
  const { t } = usePerformanceWords()
  const times = acts.find(({ act }) => act === of)?.times ?? null
  const title = t('time')
  const act = t(`acts.${of}`)
  return (
    <Panel
      title={title}
      action={
        <div className={css.head}>
          {view === 'chart' && <Legend />}
          <Select
            aria-label={t('act')}
            size="xs"
            w={170}
            allowDeselect={false}
            value={of}
            onChange={(value) => value !== null && onAct(value as TimedAct)}
            data={[...new Set([of, ...acts.map((each) => each.act)])].map((value) => ({
              value,
              label: t(`acts.${value}`),
            }))}
          />
        </div>
      }
    >
      <p className={css.note}>
        {view === 'chart' && `${t('timeLines')} `}
        {t('timeNote')}
      </p>
      {view === 'chart' ? (
        <LineChart
          label={
            times === null
              ? t('nothing')
              : t('timeChart', {
                  act,
                  span: t(`spans.${span}`),
                  p50: formatDuration(times.p50),
                  p95: formatDuration(times.p95),
                  longest: formatDuration(times.longest),
                })
          }
          values={steps.map((step) =>
            step.times === null ? null : { first: step.times.p50, second: step.times.p95 },
          )}
          tickLabel={formatDuration}
          placeLabel={(index) => placeLabel(span, steps[index]!.at)}
        />
      ) : (
        <div className={css.table}>
          <PlainTable
            label={t('tableOf', { title })}
            limited
            head={(['from', 'done', 'p50', 'p95', 'p99', 'longest'] as const).map((name) => t(`${name}`))}
            rows={steps
              .filter((step) => step.done > 0)
              .map(({ at, done, times: own }) => [
                placeLabel(span, at),
                formatCount(done),
                ...(['p50', 'p95', 'p99', 'longest'] as const).map((name) =>
                  own === null ? t('none') : formatDuration(own[name]),
                ),
              ])}
          />
        </div>
      )}
    </Panel>
  )
}
