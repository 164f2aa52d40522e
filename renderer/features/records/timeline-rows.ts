import type { RecordView } from '../../../electron/main/domain/record.ts'
import { formatMonth } from '../../lib/format.ts'

export type TimelineRow =
  | { readonly kind: 'month'; readonly label: string }
  | { readonly kind: 'record'; readonly record: RecordView; readonly showsDay: boolean }

/** Months as headings, and of a day's records only the first with its number. Records come newest first. */
export function timelineRows(records: readonly RecordView[]): TimelineRow[] {
  const rows: TimelineRow[] = []
  let month = ''
  let day = ''
  for (const record of records) {
    const at = new Date(record.recordedAt * 1000)
    const label = formatMonth(record.recordedAt)
    if (label !== month) rows.push({ kind: 'month', label })
    rows.push({ kind: 'record', record, showsDay: at.toDateString() !== day })
    month = label
    day = at.toDateString()
  }
  return rows
}

/** Records whose title, author or folder has every word of the filter. */
export function filterRecords(
  records: readonly RecordView[],
  filter: string,
  folderName: (folder: number) => string,
): readonly RecordView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return records
  return records.filter(({ title, authorName, author, folder }) => {
    const text = `${title ?? ''} ${authorName ?? author} ${folderName(folder)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
