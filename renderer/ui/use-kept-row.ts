import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useState } from 'react'

/**
 * The row that holds the focus stays in the page however far one scrolls away from it: else the keyboard would have
 * to begin at the top again.
 */
export function useKeptRow() {
  const [kept, setKept] = useState<number | null>(null)
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const seen = defaultRangeExtractor(range)
      if (kept === null || kept >= range.count || seen.includes(kept)) return seen
      return [...seen, kept].sort((a, b) => a - b)
    },
    [kept],
  )
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
    setKept(row === null ? null : Number(row.dataset.index))
  }
  return { rangeExtractor, rowHandlers: { onFocus, onBlur: () => setKept(null) } }
}
