import type { ReactNode } from 'react'
import css from './Panel.module.css'

type Props = {
  readonly children: ReactNode
  readonly title?: string
  readonly action?: ReactNode
  /** Without inner padding, for rows that reach the edges. */
  readonly flush?: boolean
  readonly label?: string
  readonly floating?: boolean
}

/** One sheet with a hairline around it. Cards are never nested. */
export function Panel({ children, title, action, flush = false, label, floating = false }: Props) {
  return (
    <section
      className={css.root}
      aria-label={label ?? title}
      data-floating={floating || undefined}
      data-flush={flush || undefined}
    >
      {title !== undefined && (
        <header className={flush ? `${css.head} ${css.ruled}` : css.head}>
          <h2 className={css.title}>{title}</h2>
          {action}
        </header>
      )}
      <div className={flush ? undefined : css.body}>{children}</div>
    </section>
  )
}
