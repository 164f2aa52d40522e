import type { RecordView } from '../../../electron/main/domain/record.ts'

export type Neighbours = {
  readonly newer: RecordView | null
  readonly older: RecordView | null
  /** From 1, counted from the newest. */
  readonly place: number
  readonly count: number
}

/** What stands beside a record in its list, which begins with the newest; null for one that is not in it. */
export function neighboursOf(records: readonly RecordView[], id: number): Neighbours | null {
  const at = records.findIndex((record) => record.id === id)
  if (at < 0) return null
  return {
    newer: records[at - 1] ?? null,
    older: records[at + 1] ?? null,
    place: at + 1,
    count: records.length,
  }
}
