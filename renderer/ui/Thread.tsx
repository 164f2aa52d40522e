import type { ReactNode } from 'react'
import { Knot, type KnotKind } from './Knot.tsx'
import css from './Thread.module.css'

/** Things that follow and fix each other hang on one line. */
export function Thread({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ol className={css.root} aria-label={label}>
      {children}
    </ol>
  )
}

type ItemProps = {
  readonly children: ReactNode
  readonly knot?: KnotKind
  /** Stands in the knot's place. */
  readonly mark?: ReactNode
}

export function ThreadItem({ children, knot = 'filled', mark }: ItemProps) {
  return (
    <li className={css.item}>
      <span className={css.mark}>{mark ?? <Knot kind={knot} />}</span>
      <div className={css.body}>{children}</div>
    </li>
  )
}
