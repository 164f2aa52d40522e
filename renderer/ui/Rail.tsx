import type { ReactNode } from 'react'
import css from './Rail.module.css'

/** Main column and rail; under 1100 the rail moves below. */
export function Rail({ children, rail }: { readonly children: ReactNode; readonly rail: ReactNode }) {
  return (
    <div className={css.root}>
      <div className={css.main}>{children}</div>
      <div className={css.rail}>{rail}</div>
    </div>
  )
}

/** Things below one another. */
export function Stack({ children, gap = 16 }: { readonly children: ReactNode; readonly gap?: number }) {
  return (
    <div className={css.stack} style={{ gap }}>
      {children}
    </div>
  )
}

/** Things beside one another. */
export function Row({
  children,
  gap = 8,
  end = false,
}: {
  readonly children: ReactNode
  readonly gap?: number
  readonly end?: boolean
}) {
  return (
    <div className={css.row} style={{ gap, justifyContent: end ? 'flex-end' : 'flex-start' }}>
      {children}
    </div>
  )
}
