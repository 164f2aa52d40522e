import type { Icon } from '@tabler/icons-react'
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconCircleX,
  IconClock,
  IconLoader2,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Status.module.css'

export type Tone = 'ok' | 'wait' | 'work' | 'warn' | 'bad' | 'past'

const ICONS: Readonly<Record<Tone, Icon>> = {
  ok: IconCircleCheckFilled,
  wait: IconClock,
  work: IconLoader2,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  past: IconCircleX,
}

type Props = { readonly tone: Tone; readonly children: ReactNode; readonly icon?: Icon }

/** A state is an icon and a word; the colour only repeats it. */
export function Status({ tone, children, icon }: Props) {
  const Shown = icon ?? ICONS[tone]
  return (
    <span className={css.root} data-tone={tone}>
      <Shown size={15} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
    </span>
  )
}
