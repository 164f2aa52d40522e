import type { ReactNode } from 'react'
import css from './Empty.module.css'

type Props = {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly hint?: ReactNode
  readonly compact?: boolean
}

/** Nothing here yet: the thread, waiting, and one button. */
export function Empty({ title, children, action, hint, compact = false }: Props) {
  return (
    <div className={css.root} data-compact={compact || undefined}>
      <div className={css.box}>
        <div className={css.thread} aria-hidden="true">
          <i />
          <i />
          {!compact && <i />}
        </div>
        <h2>{title}</h2>
        {children !== undefined && <p className={css.text}>{children}</p>}
        {action !== undefined && <div className={css.action}>{action}</div>}
        {hint !== undefined && <p className={css.hint}>{hint}</p>}
      </div>
    </div>
  )
}
