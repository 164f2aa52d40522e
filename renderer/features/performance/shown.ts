import type { SpanName } from '../../../electron/main/domain/performance.ts'
import { formatDay, formatTime } from '../../lib/format.ts'

export type View = 'chart' | 'table'

/** What a step begins with: a time of today or yesterday, or a day of the last three months. */
export const placeLabel = (span: SpanName, at: number): string =>
  span === 'quarter' ? formatDay(at).replace(/\s\d{4}$/, '') : formatTime(at)
