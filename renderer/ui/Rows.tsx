import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Rows.module.css'

/** A box of rows, each with its icon, its words and what can be done with it. */
export const Rows = ({ children }: { readonly children: ReactNode }) => (
  <ul className={css.box}>{children}</ul>
)

type RowProps = {
  readonly icon: Icon
  readonly words: ReactNode
  /** What can be done, at the end. */
  readonly children: ReactNode
}

export function RowOf({ icon: Shown, words, children }: RowProps) {
  return (
    <li className={css.row}>
      <Shown size={20} stroke={1.6} aria-hidden="true" />
      <span className={css.words}>{words}</span>
      {children}
    </li>
  )
}

/** One line of a row's words, cut where there is no room. */
export const RowLine = ({ children }: { readonly children: ReactNode }) => (
  <span className={css.line}>{children}</span>
)
