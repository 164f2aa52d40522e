import { Skeleton } from '@mantine/core'
import { useEffect, useState } from 'react'
import css from './RowsLoading.module.css'

/** Rows that are on their way. They show themselves only when the answer takes a moment. */
export function RowsLoading({ label, rows = 5 }: { readonly label: string; readonly rows?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={css.root} role="status" aria-label={label}>
      {late &&
        Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are alike
          <div className={css.row} key={row}>
            <Skeleton circle height={28} />
            <div>
              <Skeleton height={11} width={`${46 - row * 4}%`} radius="xs" />
              <Skeleton height={9} width={`${28 - row * 2}%`} radius="xs" mt={7} />
            </div>
          </div>
        ))}
    </div>
  )
}
