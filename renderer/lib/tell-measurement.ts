import type { Measurement } from '../../electron/main/domain/measurement.ts'
import { formatDuration } from './format.ts'

/** A text of the namespace `performance`. */
export type Say = (key: string, fill?: Record<string, unknown>) => string

/**
 * What a measurement has shown, in one or two sentences.
 * @param why a failure's title, by its code
 */
export function tellMeasurement(
  { steps, knee, ended, code }: Measurement,
  say: Say,
  why: (code: string) => string,
): string {
  const at = steps.findIndex(({ asked }) => asked === knee)
  const [best, next] = [steps[at], steps[at + 1]]
  const found =
    best === undefined
      ? say('measure.nothing')
      : say(ended === 'bent' ? 'measure.bent' : 'measure.kept', {
          rate: say('measure.rate', { count: best.asked }),
          p95: formatDuration(best.p95),
          next: next?.asked,
          worse: formatDuration(next?.p95 ?? 0),
        })
  if (ended === 'bent') return found
  return `${found} ${say(`measure.ended.${ended}`, { why: code === null ? '' : why(code) })}`
}
