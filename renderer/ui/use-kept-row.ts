import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useState } from 'react'

/**
 * The row that holds the focus stays in the page however far one scrolls away from it, with the rows where the Tab key
 * leads from there: else the keyboard would have to begin at the top again.
 */
export function useKeptRow() {
  const [kept, setKept] = useState<number | null>(null)
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const seen = defaultRangeExtractor(range)
      if (kept === null) return seen
      const held = [kept - 1, kept, kept + 1].filter((row) => row >= 0 && row < range.count)
      return [...new Set([...seen, ...held])].sort((a, b) => a - b)
    },
    [kept],
  )
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
    setKept(row === null ? null : Number(row.dataset.index))
  }
  // On the way to another row nothing is let go, or that row would be gone before the focus reaches it.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (!currentTarget.contains(relatedTarget)) setKept(null)
  }
  return { rangeExtractor, rowHandlers: { onFocus, onBlur } }
}
