import type { SpanName } from '../../../electron/main/domain/performance.ts'
import { formatDay, formatTime } from '../../lib/format.ts'

export type View = 'chart' | 'table'

/** A day's steps have a time, a quarter's a day; a week's both, since it has four of one day. */
export function placeLabel(span: SpanName, at: number): string {
  const day = formatDay(at).replace(/\s\d{4}$/, '')
  if (span === 'day') return formatTime(at)
  return span === 'quarter' ? day : `${day}, ${formatTime(at)}`
}
