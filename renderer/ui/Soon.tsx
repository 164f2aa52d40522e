import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import css from './Soon.module.css'

type Props = {
  readonly children: ReactNode
  /** What the button says. */
  readonly stay: string
  readonly onStay: () => void
}

/** Says that something ends by itself soon; any movement keeps it (WCAG 2.2.1). */
export function Soon({ children, stay, onStay }: Props) {
  useEffect(() => {
    window.addEventListener('pointermove', onStay)
    window.addEventListener('keydown', onStay)
    return () => {
      window.removeEventListener('pointermove', onStay)
      window.removeEventListener('keydown', onStay)
    }
  }, [onStay])
  return (
    <div className={css.root} role="alert">
      <IconClock size={18} stroke={1.7} aria-hidden="true" />
      <span>{children}</span>
      <Button size="compact-sm" variant="default" onClick={onStay}>
        {stay}
      </Button>
    </div>
  )
}
