import type { Icon } from '@tabler/icons-react'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Notice.module.css'

type Props = {
  readonly tone: 'warn' | 'bad' | 'info'
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly icon?: Icon
  /** Read aloud when it appears. */
  readonly live?: boolean
  readonly wide?: boolean
}

const ICONS = { warn: IconAlertTriangle, bad: IconCircleX, info: IconInfoCircle }

/** A line that something is the matter: cause, since when, what still works. */
export function Notice({ tone, children, action, icon, live = false, wide = false }: Props) {
  const Shown = icon ?? ICONS[tone]
  return (
    <div
      className={css.root}
      data-tone={tone}
      data-wide={wide || undefined}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Shown size={17} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>{children}</div>
      {action}
    </div>
  )
}
