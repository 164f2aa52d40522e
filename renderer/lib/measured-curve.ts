import type { MeasuredStep, Measurement } from '../../electron/main/domain/measurement.ts'
import { formatDuration, formatRough } from './format.ts'
import type { Say } from './tell-measurement.ts'

export const perSecond = (say: Say, value: number): string =>
  say('measure.perSecond', { value: formatRough(value) })

/** Latency over throughput, for a chart. A rate that was cut short has no point, and only a bend has a knee. */
export function curveOf(
  {
    steps,
    knee,
    ended,
  }: Pick<Measurement, 'steps' | 'knee'> & { readonly ended: Measurement['ended'] | null },
  say: Say,
) {
  const whole = steps.filter(({ acts, done }: MeasuredStep) => acts === done)
  const best = ended === 'bent' ? whole.find(({ asked }) => asked === knee) : undefined
  return {
    points: whole.map(({ reached, p50, p95 }) => ({ at: reached, first: p50, second: p95 })),
    marked: best === undefined ? null : { at: best.reached, label: say('measure.knee', { rate: knee }) },
    tickLabel: formatDuration,
    placeLabel: (value: number): string => perSecond(say, value),
  }
}
